// How the editor draws marks on this page: the reader's delegation, names of delegations and,
// where the hub gave them, of persons. In: the copy's leases, the words of the screen. Out: a
// look. Keeps: asked at every drawing, so a change of language needs no new editor.

import { CHAIR, type PartyCode } from '#shared/ids.ts'
import { nameOf } from '#shared/parties/names.ts'
import type { Look } from '../../../editor/look.ts'
import type { DocumentCopy } from '../../../hub/document-copy.ts'
import { language, words } from '../../../ui/words.ts'
import { codeFor } from './sentences.ts'

export function lookFor(copy: DocumentCopy, party: string | null): Look {
  const dict = words()
  const { speak, marks } = dict.text
  return {
    // The chair's people belong to no delegation: their words have the chair's ink.
    ours: party === CHAIR ? null : (party as PartyCode | null),
    words: {
      codes: speak.codes,
      bracket: speak.bracket,
      endBracket: speak.endBracket,
      proposedParagraph: speak.proposedParagraph,
      deletes: marks.deletes,
      emptyParagraph: marks.emptyParagraph,
      here: speak.here,
    },
    describe(code, client) {
      const name = nameOf(code, language())
      const person = client === null ? undefined : copy.leases.get(client)?.name
      return person ? `${name}, ${person}` : name
    },
    codeOf: (code) => codeFor(dict, code),
  }
}
