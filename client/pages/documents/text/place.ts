// Which text this is, in one sentence, the same everywhere (UX §0 rule 5). In: facts of the document,
// the paragraph the reader is at, the text's number. Out: `CSM/EX/L.1 · first reading · OP4 · text no.
// 412`. Keeps: it can be said aloud.

import type { Dict } from '#shared/i18n/en.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { formatNumber } from '#shared/i18n/plural.ts'
import type { DocumentFacts } from '../../../../server/documents/views.ts'
import { stateSentence } from '../entries.tsx'

export interface PlaceParts {
  readonly symbol: string
  readonly stage: string
  readonly label: string
  readonly number: string
}

const readings = ['first', 'second', 'third'] as const

function stageOf(dict: Dict, document: DocumentFacts): string {
  if (document.phase !== 'negotiating') return stateSentence(dict, document)
  const key = readings[document.reading - 1]
  return key ? dict.readings[key] : dict.readings.later(document.reading)
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
