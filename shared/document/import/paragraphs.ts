// Paragraphs out of lines. In: clean lines. Out: paragraphs with their markers, hard-wrapped lines
// joined again. Keeps: a line break inside a sentence is no paragraph; a numbered line, a bullet, a
// recital or a heading under another line is one of its own.

import { isBlank } from './lines.ts'
import type { Line } from './lines.ts'
import { opensPart, opensRecital } from './lead-words.ts'
import { markedWords } from './markers.ts'
import type { Marked } from './markers.ts'

export interface Paragraph extends Marked {
  /** The whole text, marker included. */
  readonly text: string
  /** Index of its first line. */
  readonly line: number
}

/** How a text was broken into lines. */
interface Layout {
  /** Lines end where the paper ended, not where the paragraph does. */
  readonly isWrapped: boolean
  /** Characters of a full line. */
  readonly width: number
}

const wrappedLineMax = 130
const fullLine = 0.72
const almostFullLine = 0.85
const openEnd = /[\p{L}\p{N}]$/u
const ended = /[.;:!?]["»”)]?$/u
const paused = /[.,;:!?]["»”)]?$|\s(?:and|or|y|e|o|u|et|ou|и|или)$/u
const startsLow = /^["«“(]?\p{Ll}/u
const hyphenated = /\p{L}-$/u

export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const layout = layoutOf(lines)
  const groups: { lines: Line[]; first: number }[] = []
  let gap: 'none' | 'blank' | 'page' = 'blank'
  let inTitle = true
  for (const [i, line] of lines.entries()) {
    if (isBlank(line) || line.isRule) {
      if (gap !== 'page') gap = line.startsPage ? 'page' : 'blank'
      continue
    }
    const group = groups.at(-1)
    if (group && belongs(group.lines, line, gap, layout, inTitle, lines, i)) group.lines.push(line)
    else groups.push({ lines: [line], first: i })
    inTitle &&= mayBeTitle(line)
    gap = 'none'
  }
  return groups.map(({ lines: own, first }) => {
    const text = joined(own)
    return { text, line: first, ...markedWords(text) }
  })
}

/** A hyphen at the end of a line stays, for nobody knows whether it belongs to the word. */
function joined(lines: readonly Line[]): string {
  const space = (i: number) => (i === 0 || hyphenated.test(lines[i - 1]!.text) ? '' : ' ')
  return lines.map(({ text }, i) => space(i) + text).join('')
}

/** Before the first of these, capital lines are titles under each other. */
function mayBeTitle({ text }: Line): boolean {
  return markedWords(text).marker === null && !paused.test(text) && text.length <= wrappedLineMax
}

function layoutOf(lines: readonly Line[]): Layout {
  const lengths = lines.flatMap(({ text }) => (text ? [text.length] : [])).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  let cut = 0
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]!.text
    if (openEnd.test(above) && startsLow.test(lines[i]!.text)) cut++
  }
  return { width, isWrapped: width <= wrappedLineMax && cut >= 2 }
}

/** Does this line go on with the paragraph above it? */
function belongs(
  own: readonly Line[],
  line: Line,
  gap: 'none' | 'blank' | 'page',
  layout: Layout,
  inTitle: boolean,
  all: readonly Line[],
  index: number,
): boolean {
  const above = own.at(-1)!.text
  const { text } = line
  if (gap === 'blank') return false
  const hasMarker = markedWords(text).marker !== null
  if (gap === 'page') return !hasMarker && openEnd.test(above) && startsLow.test(text)
  const isFull = above.length >= layout.width * fullLine
  const goesOn = layout.isWrapped && isFull && !paused.test(above)
  if (hasMarker) return goesOn && !line.startsPage
  if (opensPart(text) || opensPart(above)) return false
  if (startsRecital(above, text, layout)) return false
  if (isCapitals(above) && isCapitals(text)) return !inTitle
  if (isCapitals(above) !== isCapitals(text) && !startsLow.test(text)) return goesOn
  if (line.startsPage && ended.test(above) && standsAlone(all, index)) return false
  if (startsLow.test(text) && !paused.test(above)) return true
  if (inTitle && own.length === 1 && !isFull) return false
  if (!layout.isWrapped) return false
  return isFull || openEnd.test(above) || startsLow.test(text)
}

function startsRecital(above: string, text: string, layout: Layout): boolean {
  if (!paused.test(above) || !opensRecital(text)) return false
  // In wrapped Russian prose a participle may well begin a line.
  return !startsLow.test(text) || !layout.isWrapped || above.length < layout.width * almostFullLine
}

/**
 * A title at the head of a page: it, or it and the next line, stand before a blank and have no
 * full stop.
 */
function standsAlone(all: readonly Line[], index: number): boolean {
  let end = index
  while (end - index <= 2 && end < all.length && !isBlank(all[end]!)) end++
  return end - index <= 2 && !paused.test(all[end - 1]!.text)
}

/** Capital letters only (and more than one). */
export function isCapitals(text: string): boolean {
  return /\p{Lu}\P{L}*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}
