// What the frames of a sheet say, in the language of the screen. In: a dictionary, the reader's
// own delegation. Out: the words of a frame. Keeps: three inks only: ours, the chair's, everyone
// else's.

import type { Dict } from '#shared/i18n/en.ts'
import { CHAIR } from '#shared/ids.ts'
import type { FrameWords, NoteLine } from './frame.ts'
import type { Paragraph } from './paragraphs.ts'
import { codeOf, type Proposal } from './proposals.ts'
import { codeFor, countSentence, nameOfParagraph, stateWord, wishSentence } from './sentences.ts'

export type Ink = NoteLine['ink']

export function inkOf(party: string, own: string | null): Ink {
  if (party === CHAIR) return 'chair'
  return party === own ? 'ours' : 'others'
}

export function frameWords(dict: Dict, own: string | null): FrameWords {
  const { margin, outline } = dict.text
  const lineOf = (proposal: Proposal): NoteLine => ({
    code: codeOf(proposal, (party) => codeFor(dict, party)),
    ink: inkOf(proposal.party, own),
    wish: wishSentence(dict, proposal),
    by: proposal.by.map((name) => margin.by(name)).join(', '),
  })
  return {
    state: (paragraph) => stateWord(dict, paragraph.state),
    kind: ({ kind }) => dict.kinds[kind],
    spoken: (paragraph) =>
      [
        nameOfParagraph(dict, paragraph),
        stateWord(dict, paragraph.state),
        paragraph.proposedBy === null
          ? ''
          : dict.text.speak.proposedParagraph(codeFor(dict, paragraph.proposedBy)),
        countSentence(dict, paragraph),
        paragraph.touchesUs ? outline.touchesUs : '',
      ]
        .filter(Boolean)
        .join(', '),
    count: (paragraph) => countSentence(dict, paragraph),
    lines: ({ proposals }) => proposals.map(lineOf),
    notesOf: (paragraph) => margin.of(nameOfParagraph(dict, paragraph)),
    begins: ({ begins }) => (begins === null ? '' : outline[begins]),
    after: (paragraph) => afterOf(dict, paragraph),
    placeholder: ({ words, proposedBy }) =>
      words === '' && proposedBy !== null && proposedBy === own
        ? dict.text.marks.emptyParagraph
        : '',
    hidden: (count) => outline.hidden(count),
  }
}

/** `– BR` where no word of the paragraph carries it, `delete – BO` for the whole paragraph. */
function afterOf(dict: Dict, { proposedBy, runs, struckBy }: Paragraph): string {
  const codes: string[] = []
  if (proposedBy !== null && runs.at(-1)?.owner !== proposedBy) {
    codes.push(`– ${codeFor(dict, proposedBy)}`)
  }
  if (struckBy.length > 0) {
    const who = struckBy.map((party) => codeFor(dict, party)).join(', ')
    codes.push(`${dict.text.marks.deletes} – ${who}`)
  }
  return codes.join(' ')
}
