// What stands before a paragraph: numbers, letters, bullets. In: the text of a line. Out: its
// marker and the words behind it. Keeps: a marker is typography (labels are computed), so it is
// taken off the words; a year or a date at the start of a wrapped line is no marker.

import { bullet } from './lines.ts'

export type Marker =
  /** `16.` or `16)`. */
  | { readonly kind: 'number'; readonly value: number }
  /** `2.1`, `2.1.3`: depth 2 or 3. */
  | { readonly kind: 'decimal'; readonly depth: number }
  /** `(a)`, `b)`, `в)`; may also be a small roman. */
  | { readonly kind: 'letter'; readonly value: string; readonly roman: number | null }
  /** `III.` before a section's title. */
  | { readonly kind: 'roman'; readonly value: number }
  /** `PP2`, `OP4 bis` of a working text. */
  | { readonly kind: 'label'; readonly of: 'recital' | 'operative' }
  | { readonly kind: 'bullet'; readonly dash: boolean }

export interface Marked {
  readonly marker: Marker | null
  readonly words: string
}

const number = /^(\d{1,3})[.)]\s+(?=\S)/
const decimal = /^(\d{1,3}(?:\.\d{1,3}){1,2})\.?\s+(?=\S)/
const letter = /^\(?([a-zа-я]{1,5})\)\s+(?=\S)/u
const roman = /^([IVXLC]{1,6})[.)]?\s+(?=\p{Lu})/u
const romanDotted = /^[IVXLC]{1,6}[.)]\s/
const label =
  /^(\[?)(PP|OP)\s?\d{1,3}(?:\s?(?:bis|ter|quater|quinquies|alt(?:\.?\s?\d+)?))?[\s.:]+/u
const dash = /^[-–—*]\s+(?=\S)/
const dot = new RegExp(`^(?:${bullet}|o(?=\\s+\\p{Lu}))\\s*`, 'u')

export function markedWords(text: string): Marked {
  const found = (match: RegExpExecArray, marker: Marker, kept = ''): Marked => ({
    marker,
    words: kept + text.slice(match[0].length).trim(),
  })
  let match = label.exec(text)
  if (match) {
    return found(
      match,
      { kind: 'label', of: match[2] === 'PP' ? 'recital' : 'operative' },
      match[1],
    )
  }
  match = decimal.exec(text)
  if (match) return found(match, { kind: 'decimal', depth: match[1]!.split('.').length })
  match = number.exec(text)
  if (match) return found(match, { kind: 'number', value: Number(match[1]) })
  match = romanDotted.test(text) ? roman.exec(text) : null
  if (match) {
    const value = romanValue(match[1]!.toLowerCase())
    if (value !== null) return found(match, { kind: 'roman', value })
  }
  match = letter.exec(text)
  if (match) {
    const value = match[1]!
    const asRoman = romanValue(value)
    if (value.length === 1 || asRoman !== null || isDoubled(value)) {
      return found(match, { kind: 'letter', value, roman: asRoman })
    }
  }
  match = dot.exec(text)
  if (match) return found(match, { kind: 'bullet', dash: false })
  match = dash.exec(text)
  if (match) return found(match, { kind: 'bullet', dash: true })
  return { marker: null, words: text }
}

const isDoubled = (value: string): boolean => value.length === 2 && value[0] === value[1]

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

/** 1…20; null for what is no roman numeral of a list. */
function romanValue(text: string): number | null {
  const index = romans.indexOf(text)
  return index < 0 ? null : index + 1
}
