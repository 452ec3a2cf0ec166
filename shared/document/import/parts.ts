// Title, headings and parts of a document. In: paragraphs. Out: which are titles, which headings
// of which level; the parts between headings of level 1. Keeps: an annex numbers its paragraphs
// anew (DOMAIN §0), and a heading keeps its own numeral in its words, for labels are never
// computed for headings.

import { headsRecitals, opensPart, opensRecital } from './lead-words.ts'
import { isCapitals } from './paragraphs.ts'
import type { Paragraph } from './paragraphs.ts'

const titlesMax = 8
const titleCharactersMax = 200
const headingCharactersMax = 160
const capitalHeadingCharactersMax = 220

/** How many paragraphs at the beginning are titles. */
export function countTitles(paragraphs: readonly Paragraph[]): number {
  let count = 0
  for (const { text, marker } of paragraphs) {
    const isTitle =
      marker === null &&
      text.length <= titleCharactersMax &&
      !/^\d/.test(text) &&
      !/[,;:]$/u.test(text) &&
      !(/[.!?]$/u.test(text) && !isCapitals(text)) &&
      !opensPart(text) &&
      !opensRecital(text) &&
      !headsRecitals(text)
    if (!isTitle || count === titlesMax) break
    count++
  }
  return count === paragraphs.length && count > 1 ? 1 : count
}

/**
 * 1 part, 2 section, 3 sub-title; null for what is no heading. `next` is the paragraph behind
 * it.
 */
export function headingLevel(
  { text, marker, words }: Paragraph,
  next: Paragraph | undefined,
): 1 | 2 | 3 | null {
  if (opensPart(text)) return 1
  if (marker?.kind === 'roman') {
    return isCapitals(words) || isTitleLike(words) ? 2 : null
  }
  if (marker?.kind === 'number') return isCapitals(words) && isTitleLike(words) ? 2 : null
  if (marker !== null) return null
  if (isCapitals(text) && text.length <= capitalHeadingCharactersMax) {
    return text.endsWith(':') || headsRecitals(text) ? 3 : /[,;]$/u.test(text) ? null : 2
  }
  if (headsRecitals(text) && text.length < 24) return 3
  return isTitleLike(text) && next !== undefined ? 3 : null
}

const isTitleLike = (text: string): boolean =>
  text.length <= headingCharactersMax && /^["«“¿(]?\p{Lu}/u.test(text) && !/[.,;:!]$/u.test(text)

/** Paragraphs by part: a new part at every heading of level 1. */
export function partsOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const parts: Paragraph[][] = [[]]
  for (const paragraph of paragraphs) {
    if (opensPart(paragraph.text) && parts.at(-1)!.length > 0) parts.push([])
    parts.at(-1)!.push(paragraph)
  }
  return parts
}
