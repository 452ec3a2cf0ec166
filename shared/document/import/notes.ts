// Footnotes, taken out of the middle of the text. In: the lines of a document. Out: the lines
// without them, and each note with the part it belongs to. Keeps: the sentence a page's notes had
// cut in two is whole again; note words begin with their number, reference marks in the text stay
// as they are.

import { isBlank } from './lines.ts'
import type { Line } from './lines.ts'
import { opensNotes, opensPart } from './lead-words.ts'

export interface Note {
  /** Index in the remaining lines of the first line behind it. */
  readonly before: number
  readonly words: string
}

const numbered = /^\(?\[?(\d{1,3})[\])]?(?:\s*\/)?[.\s]\s*(?=\S)/
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = /^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*(?=\S)/
const starred = /^(\*{1,3})\s*(?=\S)/
const named = /^(?:note|nota|примечание|сноска)\s+(\d{1,3})\s*[/.:]\s*(?=\S)/iu
const ended = /[.!?…»”)]$/u

export function withoutNotes(lines: readonly Line[]): { lines: Line[]; notes: Note[] } {
  const rest: Line[] = []
  const notes: Note[] = []
  let last = 0
  for (let i = 0; i < lines.length;) {
    const begin = beginningOfNotes(lines, i, last)
    if (begin === null) {
      rest.push(lines[i]!)
      i++
      continue
    }
    const region = readNotes(lines, begin, last)
    while (rest.length > 0 && isBlank(rest.at(-1)!)) rest.pop()
    for (const words of region.notes) notes.push({ before: rest.length, words })
    last = region.last
    i = region.end
  }
  return { lines: rest, notes }
}

/** Where the notes begin that a rule, a heading or their own word announces at line `i`. */
function beginningOfNotes(lines: readonly Line[], i: number, last: number): number | null {
  const line = lines[i]!
  if (named.test(line.text)) return i
  if (!line.isRule && !opensNotes(line.text)) return null
  let next = i + 1
  while (next < lines.length && isBlank(lines[next]!)) next++
  const first = lines[next]
  return first && noteNumber(first.text, last) !== null ? next : null
}

interface Region {
  readonly notes: string[]
  readonly last: number
  readonly end: number
}

function readNotes(lines: readonly Line[], begin: number, last: number): Region {
  const notes: string[] = []
  let i = begin
  for (; i < lines.length; i++) {
    const line = lines[i]!
    if (i > begin && (line.startsPage || line.isRule || opensPart(line.text))) break
    const value = noteNumber(line.text, last)
    if (value !== null) {
      notes.push(noteWords(line.text, value))
      last = value > 0 ? value : last
    } else if (isBlank(line)) {
      if (endsAt(lines, i, notes, last)) break
    } else notes.push(`${notes.pop()} ${line.text}`)
  }
  return { notes, last, end: i }
}

/** A blank line ends the notes when the sentence above it is over and no note follows. */
function endsAt(lines: readonly Line[], i: number, notes: readonly string[], last: number) {
  let next = i + 1
  while (next < lines.length && isBlank(lines[next]!)) next++
  const line = lines[next]
  if (!line) return true
  return ended.test(notes.at(-1) ?? '') && noteNumber(line.text, last) === null
}

/** The number of a note that may follow note `last`; 0 for a star; null for any other line. */
function noteNumber(text: string, last: number): number | null {
  const high = raised.exec(text)
  const digits = high
    ? Number([...high[1]!].map((sign) => superscripts.indexOf(sign)).join(''))
    : Number((named.exec(text) ?? numbered.exec(text))?.[1] ?? 0)
  if (digits > 0) return digits === last + 1 || digits === 1 ? digits : null
  return starred.test(text) ? 0 : null
}

function noteWords(text: string, value: number): string {
  const words = text.replace(named, '').replace(raised, '').replace(starred, '$1 ')
  const bare = words === text ? text.replace(numbered, '') : words
  return value > 0 ? `${value} ${bare}` : bare
}
