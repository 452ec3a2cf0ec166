// Proposals, states and labels in words. In: a paragraph, a dictionary. Out: the short sentences
// of the margins. Keeps: the same words in the margin, in the outline and for screen readers.

import type { Dict } from '#shared/i18n/en.ts'
import { CHAIR } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { formatNumber } from '#shared/i18n/plural.ts'
import type { DocumentFacts } from '../../../../server/documents/views.ts'
import { readingSentence, stateSentence } from '../entries.tsx'
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

/** Which text this is, the same everywhere and sayable aloud (UX §0 rule 5). */
export interface PlaceParts {
  readonly symbol: string
  readonly stage: string
  readonly label: string
  readonly number: string
}

function stageOf(dict: Dict, document: DocumentFacts): string {
  if (document.phase !== 'negotiating') return stateSentence(dict, document)
  return readingSentence(dict, document.reading)
}

export function placeParts(
  dict: Dict,
  language: Language,
  document: DocumentFacts,
  label: string,
  seq: number,
): PlaceParts {
  return {
    symbol: document.symbol || dict.text.where.noSymbol,
    stage: stageOf(dict, document),
    label,
    number: seq > 0 ? dict.text.where.textNo(formatNumber(language, seq)) : '',
  }
}

export const placeSentence = ({ symbol, stage, label, number }: PlaceParts): string =>
  [symbol, stage, label, number].filter(Boolean).join(' · ')
