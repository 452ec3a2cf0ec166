// The inks, codes and words marks are drawn with. In: whom the reader belongs to, the page's
// language. Out: class names, codes, elements. Keeps: three inks only, always with the code (UX
// §0.6); what a screen reader says stands beside what the eye sees.

import type * as Y from 'yjs'
import { CHAIR, type ClientId, type PartyCode } from '#shared/ids.ts'

/** What the editor says in the reader's language. */
export interface EditorWords {
  /** Said at the end of proposed words: "from Brazil". */
  readonly codes: (names: string) => string
  readonly bracket: (name: string) => string
  readonly endBracket: string
  readonly proposedParagraph: (name: string) => string
  /** Shown at a paragraph somebody proposes to delete: "delete". */
  readonly deletes: string
  /** Shown in an empty paragraph of one's own. */
  readonly emptyParagraph: string
  readonly here: (name: string) => string
}

export interface Look {
  /** The reader's own delegation; `CHAIR` for the chair and the secretariat. */
  readonly ours: PartyCode | null
  readonly words: EditorWords
  /** Who it is, in words: "Brazil", and the person in one's own delegation. */
  readonly describe: (party: PartyCode, client: ClientId | null) => string
  /** What stands after the words: the party's code unless the page says otherwise. */
  readonly codeOf?: (party: PartyCode) => string
  /** More attributes for a block's element: its label, a class of the page's own. */
  readonly attributesFor?: (block: Y.XmlElement, index: number) => Readonly<Record<string, string>>
}

export type Ink = 'ours' | 'chair' | 'others'

export function inkOf(look: Look, party: string): Ink {
  if (party === look.ours) return 'ours'
  return party === CHAIR ? 'chair' : 'others'
}

/** Of several parties: ours before the chair's before everyone else's. */
export function inkOfAll(look: Look, parties: readonly PartyCode[]): Ink {
  const inks = parties.map((party) => inkOf(look, party))
  return inks.find((ink) => ink === 'ours') ?? inks.find((ink) => ink === 'chair') ?? 'others'
}

const codesShownMax = 3

/** `– AR, CO`; more than three: `– AR, CO +4`. */
export function codes(look: Look, parties: readonly PartyCode[]): string {
  const all = parties.map((party) => look.codeOf?.(party) ?? party)
  if (all.length <= codesShownMax) return `– ${all.join(', ')}`
  const shown = all.slice(0, codesShownMax - 1)
  return `– ${shown.join(', ')} +${all.length - shown.length}`
}

export const namesOf = (look: Look, parties: readonly PartyCode[]): string =>
  parties.map((party) => look.describe(party, null)).join(', ')

/** A code: seen, and said in words; never part of the text, never selected. */
export function codeElement(
  document: Document,
  look: Look,
  parties: readonly PartyCode[],
  kind: 'insertion' | 'deletion',
  lit: boolean,
): HTMLElement {
  const element = document.createElement('span')
  element.className = `code ${kind} ${inkOfAll(look, parties)}${lit ? ' lit' : ''}`
  element.dataset['party'] = parties.join(' ')
  element.dataset['notText'] = ''
  element.title = namesOf(look, parties)
  const seen = document.createElement('span')
  seen.setAttribute('aria-hidden', 'true')
  seen.textContent = codes(look, parties)
  element.append(seen, said(document, look.words.codes(namesOf(look, parties))))
  return element
}

/** One end of a bracket: the glyph is seen, its meaning is said. */
export function bracketElement(
  document: Document,
  look: Look,
  party: PartyCode,
  end: 'open' | 'close',
  lit: boolean,
): HTMLElement {
  const element = document.createElement('span')
  element.className = `bracket ${end} ${inkOf(look, party)}${lit ? ' lit' : ''}`
  element.dataset['party'] = party
  element.dataset['notText'] = ''
  element.title = look.describe(party, null)
  const glyph = document.createElement('span')
  glyph.setAttribute('aria-hidden', 'true')
  glyph.textContent = end === 'open' ? '[' : ']'
  const { bracket, endBracket } = look.words
  element.append(
    glyph,
    said(document, end === 'open' ? bracket(look.describe(party, null)) : endBracket),
  )
  return element
}

function said(document: Document, words: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'visually-hidden'
  element.textContent = ` ${words} `
  return element
}
