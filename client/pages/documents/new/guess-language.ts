// Which language a pasted text is in. In: its beginning, the languages it may be in. Out: the
// likeliest of them, or null when it cannot be told. Keeps: it is a suggestion made before the
// reader has chosen; whatever the reader chooses stands.

import type { Language } from '#shared/i18n/languages.ts'

/** Small words that are frequent in one of the five languages and rare in the others. */
const signs: Record<Language, readonly string[]> = {
  en: ['the', 'of', 'and', 'to', 'for', 'with', 'on', 'by', 'that', 'their'],
  es: ['el', 'los', 'las', 'del', 'y', 'en', 'al', 'con', 'una', 'sus'],
  pt: ['o', 'os', 'da', 'do', 'das', 'dos', 'em', 'ao', 'com', 'uma', 'no', 'na', 'e'],
  fr: ['le', 'les', 'des', 'du', 'et', 'aux', 'dans', 'une', 'leur', 'ses', 'au'],
  ru: ['и', 'в', 'на', 'по', 'с', 'о', 'для', 'из', 'их', 'к'],
}

const readCharactersMax = 20_000
/** Fewer signs than this tell nothing. */
const signsMin = 5

export function guessLanguage(text: string, among: readonly Language[]): Language | null {
  const words =
    text
      .slice(0, readCharactersMax)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const scores = among
    .map((language) => {
      const known = new Set(signs[language])
      return { language, score: words.filter((word) => known.has(word)).length }
    })
    .toSorted((a, b) => b.score - a.score)
  const [first, second] = scores
  if (!first || first.score < signsMin || first.score < (second?.score ?? 0) * 1.2) return null
  return first.language
}
