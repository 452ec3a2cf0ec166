// The lines of a pasted text, cleaned and judged one by one. In: raw text, perhaps from a PDF.
// Out: lines with what can be seen on each alone (blank, page start, rule, width), page furniture
// dropped. Keeps: every line is plain text (N8); no word of the text itself is dropped, only page
// numbers and headers.

import { cleanText } from '../plain-text.ts'

export interface Line {
  readonly text: string
  /** A page began here: the line above may be cut in the middle of a paragraph. */
  readonly startsPage: boolean
  /** A drawn or spaced-out rule, as stands above footnotes. */
  readonly isRule: boolean
  /** Spaces before the first character. */
  readonly indent: number
}

export const isBlank = (line: Line): boolean => line.text === '' && !line.isRule

const breaks = /\r\n|[\n\r\u0085\u2028\u2029]/
const drawnRule = /^[_\u2014\u2015\u2500-]{8,}$/
const spacedRuleMin = 20

/** `•` and the like, and what broken encodings leave of them, become one sign. */
export const bullet = '•'
const oddBullets =
  /^(\s*)[\ufffd\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u2043\u2219\u00b7\uf0b7\uf0a7]\s*/

/** The lines of a text, without page furniture. */
export function linesOf(text: string): Line[] {
  const all = text.normalize('NFC').split(breaks).flatMap(cutPages).map(toLine)
  return withoutFurniture(oneBlankAtMost(all))
}

/** Runs of blank lines become one, so that what looks ahead for words never looks far. */
function oneBlankAtMost(lines: readonly Line[]): Line[] {
  const out: Line[] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (last && isBlank(last) && isBlank(line)) {
      if (line.startsPage) out[out.length - 1] = line
    } else out.push(line)
  }
  return out
}

/** `\f` inside a line cuts it. */
function cutPages(raw: string): { raw: string; startsPage: boolean }[] {
  const parts = raw.split('\f')
  return parts.map((part, i) => ({ raw: part, startsPage: i > 0 }))
}

function toLine({ raw, startsPage }: { raw: string; startsPage: boolean }): Line {
  const marked = raw.replace(oddBullets, `$1${bullet} `).replaceAll('\t', '    ')
  const spaced = cleanText(marked)
  const text = spaced.trim().replace(/\s+/gu, ' ')
  const indent = spaced.length - spaced.trimStart().length
  const isRule = text === '' ? raw.length >= spacedRuleMin : drawnRule.test(text)
  // Text pulled out of a PDF often keeps a page break as one space before the first word of the
  // page.
  const afterBreak = startsPage || (indent === 1 && text !== '')
  return { text: isRule ? '' : text, startsPage: afterBreak, isRule, indent }
}

const pageNumber =
  /^(?:p[áa]gina|page|p\.|стр\.|страница|pág\.)\s*\d{1,4}(?:\s*(?:\/|of|de|sur|из)\s*\d{1,4})?$/iu
const bareNumber = /^(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—]|\s*\/\s*\d{1,4})?$/
const symbol = /^[A-Z]{1,8}(?:\/[\dA-Z][\w.-]*)+$/
const clusterMax = 4
const furnitureCharactersMax = 80

/** Drops groups of short lines that hold a page number, and lone page numbers. */
function withoutFurniture(lines: readonly Line[]): Line[] {
  const out: Line[] = []
  for (let i = 0; i < lines.length;) {
    let end = i
    while (end < lines.length && !isBlank(lines[end]!) && !lines[end]!.isRule) end++
    const cluster = lines.slice(i, end)
    if (cluster.length > 0 && isFurniture(cluster)) {
      out.push({ text: '', startsPage: true, isRule: false, indent: 0 })
    } else {
      for (const line of cluster) if (!pageNumber.test(line.text)) out.push(line)
      if (end < lines.length) out.push(lines[end]!)
    }
    i = end + 1
  }
  return out
}

function isFurniture(cluster: readonly Line[]): boolean {
  if (cluster.length > clusterMax) return false
  if (cluster.some(({ text }) => text.length > furnitureCharactersMax)) return false
  if (cluster.some(({ text }) => pageNumber.test(text))) return true
  if (cluster.length === 1) return bareNumber.test(cluster[0]!.text)
  return cluster.length === 2 && cluster.some(isSymbol) && cluster.some(isBareNumber)
}

const isSymbol = ({ text }: Line): boolean => symbol.test(text)
const isBareNumber = ({ text }: Line): boolean => bareNumber.test(text)
