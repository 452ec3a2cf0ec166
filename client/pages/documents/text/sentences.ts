// Proposals, states and labels in words. In: a paragraph, a dictionary. Out: the short sentences of the
// margins. Keeps: the same words in the margin, in the outline and for screen readers.

import type { Dict } from '#shared/i18n/en.ts'
import { CHAIR } from '#shared/ids.ts'
import type { Paragraph, State } from './paragraphs.ts'
import { quoted, type Proposal } from './proposals.ts'

/** The code as it is written: the chair has a word instead of a code. */
export const codeFor = (dict: Dict, party: string): string =>
  party === CHAIR ? dict.text.margin.chair : party

/** `insert “twelve”`, `replace “six” with “twelve”`, `delete the paragraph`. */
export function wishSentence(dict: Dict, { wish, words, old }: Proposal): string {
  const { margin } = dict.text
  switch (wish) {
    case 'insert':
      return margin.insert(quoted(words))
    case 'delete':
      return margin.delete(quoted(words))
    case 'replace':
      return margin.replace(quoted(old, 28), quoted(words, 36))
    case 'no-paragraph':
      return margin.deleteParagraph
    case 'alternative':
    case 'paragraph':
      return words.trim() === '' ? margin.newParagraph : margin.newParagraphWith(quoted(words))
  }
}

export function stateWord(dict: Dict, state: State): string {
  return state === null ? '' : dict.text.states[state]
}

/** What a paragraph is called: its label, or the name of its kind. */
export const nameOfParagraph = (dict: Dict, { label, kind }: Paragraph): string =>
  label.text || dict.kinds[kind]

/** The codes of those with a proposal here, each once, in reading order. */
export const proposersOf = (dict: Dict, { proposals }: Paragraph): string[] => [
  ...new Set(proposals.map(({ party }) => codeFor(dict, party))),
]

/** `2 proposals: BR, CL` */
export function countSentence(dict: Dict, paragraph: Paragraph): string {
  const { length } = paragraph.proposals
  if (length === 0) return ''
  return `${dict.text.margin.count(length)}: ${proposersOf(dict, paragraph).join(', ')}`
}

/** The first words, enough to recognise a paragraph by. */
export const firstWords = ({ words }: Paragraph): string => quoted(words, 60)
