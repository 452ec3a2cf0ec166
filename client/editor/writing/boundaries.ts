// Where a text may be cut. In: a string and an offset in UTF-16 units. Out: the nearest offsets
// that do not cut a surrogate pair, or a letter with its accents. Keeps: no half of an astral
// character is ever written or struck (N8), and nobody's accent moves onto somebody else's letter.

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Does the offset fall between the two halves of one character? */
export function cutsPair(words: string, at: number): boolean {
  return (
    at > 0 && at < words.length && isHigh(words.charCodeAt(at - 1)) && isLow(words.charCodeAt(at))
  )
}

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Latin, Cyrillic without its combining signs, general punctuation: a letter each. */
const standsAlone = (unit: number) =>
  (unit < 0x300 && unit !== 0x0d) ||
  (unit >= 0x400 && unit < 0x483) ||
  (unit >= 0x48a && unit < 0x530) ||
  (unit >= 0x2010 && unit < 0x2028)

/** The letter (grapheme) the offset falls into; `from === to === at` where it falls between two. */
export function letterAround(words: string, at: number): { from: number; to: number } {
  if (at <= 0 || at >= words.length) return { from: at, to: at }
  if (standsAlone(words.charCodeAt(at - 1)) && standsAlone(words.charCodeAt(at))) {
    return { from: at, to: at }
  }
  const segment = segments.segment(words).containing(at)
  if (!segment || segment.index === at) return { from: at, to: at }
  return { from: segment.index, to: segment.index + segment.segment.length }
}

/** Where the letter before the offset begins. */
export function letterBefore(words: string, at: number): number {
  if (at <= 0) return 0
  return segments.segment(words).containing(at - 1)?.index ?? at - 1
}

/** Where the letter after the offset ends. */
export function letterAfter(words: string, at: number): number {
  const segment = at < words.length ? segments.segment(words).containing(at) : undefined
  return segment ? segment.index + segment.segment.length : words.length
}
