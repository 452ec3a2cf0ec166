// What comes in and goes out by the clipboard and by dragging. In: HTML of Word, Google Docs or
// anything else, plain text. Out: lines of plain words, one for each paragraph, list item and table
// cell; and clean HTML outwards. Keeps: no style, image, script or list number comes in; nothing
// beyond the limit.

import {
  DOMSerializer,
  Fragment,
  Slice,
  type Node as ProseNode,
  type Schema,
} from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { cleanText } from '#shared/document/plain-text.ts'
import { limits } from '#shared/limits.ts'
import { refuse, type Refusal } from '#shared/refusal.ts'
import { schema } from './schema.ts'

const ignored = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'TEMPLATE',
  'NOSCRIPT',
  'IMG',
  'SVG',
  'PICTURE',
  'VIDEO',
  'AUDIO',
  'CANVAS',
  'OBJECT',
  'IFRAME',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
  'INPUT',
])
const breaking = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'BODY',
  'BR',
  'DD',
  'DIV',
  'DL',
  'DT',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'FORM',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'TABLE',
  'TBODY',
  'TD',
  'TFOOT',
  'TH',
  'THEAD',
  'TR',
  'UL',
])

interface Line {
  words: string
  /** From a list: a number or bullet at its start is the list's. */
  readonly listed: boolean
}

/** Lines of plain words, one per paragraph, item and cell, without their numbers and bullets. */
export function linesOfHtml(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const lines: Line[] = [{ words: '', listed: false }]
  collect(body, false, lines)
  const filled = lines.filter(({ words }) => words.trim() !== '')
  // A few words copied from a sentence keep the space at their ends; line breaks there are the
  // markup's.
  const [only] = filled
  if (only && filled.length === 1 && !only.listed) {
    const words = only.words.replaceAll(/^\s*\n\s*|\s*\n\s*$/g, '')
    return [oneSpace(cleanText(withoutMarker(words)))].filter(Boolean)
  }
  return tidy(
    filled.map(({ words, listed }) => (listed ? withoutNumber(words) : withoutMarker(words))),
  )
}

function collect(node: Node, listed: boolean, lines: Line[]): void {
  if (node.nodeType === Node.TEXT_NODE) {
    lines.at(-1)!.words += node.nodeValue ?? ''
    return
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return
  const element = node as HTMLElement
  const name = element.tagName.toUpperCase()
  if (ignored.has(name) || isListNumber(element) || isHidden(element)) return
  const inList = listed || name === 'LI' || isWordListItem(element)
  const breaks = breaking.has(name)
  if (breaks) lines.push({ words: '', listed: inList })
  for (const child of element.childNodes) collect(child, inList, lines)
  if (breaks) lines.push({ words: '', listed })
}

/** Word writes the number of a list item as words, in a span it tells others to ignore. */
const styleOf = (element: HTMLElement) => element.getAttribute('style') ?? ''
const isListNumber = (element: HTMLElement) => /mso-list:\s*ignore/i.test(styleOf(element))
const isHidden = (element: HTMLElement) =>
  /display:\s*none|mso-hide:\s*all/i.test(styleOf(element)) || element.hidden
const isWordListItem = (element: HTMLElement) =>
  /MsoListParagraph/.test(element.className) || /mso-list:\s*l\d/i.test(styleOf(element))

/** Lines of plain text. */
export function linesOfText(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
  return tidy(lines.length > 1 ? lines.map(withoutMarker) : lines)
}

const bullets = '[•·▪◦‣■□●○§\\uf0b7\\uf0a7\\uf0d8]'
const roman = 'x{0,3}(?:ix|iv|vi{0,3}|i{1,3})|x{1,3}'
const number = `\\(?(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}|[a-z]|${roman})[.)]`
// A dash begins recitals of some processes (DOMAIN §1.2); only in a list is it a bullet.
const listNumber = new RegExp(`^\\s*(?:${bullets}|[–—-](?=\\s)|${number}(?=\\s))\\s*`, 'i')
const marker = new RegExp(`^\\s*(?:${bullets}\\s*|${number}(?:\\t|[ \\u00a0]{2,})\\s*)`, 'i')

const withoutNumber = (words: string) => words.replace(listNumber, '')
const withoutMarker = (words: string) => words.replace(marker, '')

const oneSpace = (words: string) => words.replaceAll(/ {2,}/g, ' ')

function tidy(lines: readonly string[]): string[] {
  return lines.map((words) => oneSpace(cleanText(words)).trim()).filter((words) => words !== '')
}

/** One line goes into the words; several become paragraphs. */
export function sliceOf(lines: readonly string[]): Slice {
  if (lines.length === 0) return Slice.empty
  const blocks = lines.map((words) =>
    schema.nodes['block']!.create(null, words ? schema.text(words) : null),
  )
  return new Slice(Fragment.from(blocks), 1, 1)
}

/** A single line copied from a text keeps the spaces at its ends. */
function sliceOfText(text: string): Slice {
  const isLine = !/[\n\r]/.test(text)
  return sliceOf(isLine ? [cleanText(text)].filter(Boolean) : linesOfText(text))
}

const paragraphsOf = (lines: readonly string[]): string => {
  const holder = document.createElement('div')
  for (const line of lines)
    holder.append(Object.assign(document.createElement('p'), { textContent: line }))
  return holder.innerHTML
}

function tagOf({ attrs }: ProseNode): string {
  if (attrs['kind'] === 'title') return 'h1'
  return attrs['kind'] === 'heading' ? 'h2' : 'p'
}

/** Outwards: headings and paragraphs, nothing of ours on them. */
const clipboardSerializer = (schema: Schema): DOMSerializer =>
  new DOMSerializer(
    { ...DOMSerializer.nodesFromSchema(schema), block: (node) => [tagOf(node), 0] },
    {},
  )

const wordsIn = (slice: Slice) => slice.content.textBetween(0, slice.content.size, '\n')

export function clipboard(onRefusal: (refusal: Refusal) => void): Plugin {
  const isTooLong = (slice: Slice): boolean => {
    if (wordsIn(slice).length <= limits.pasteCharactersMax) return false
    onRefusal(refuse('over-limit', { max: limits.pasteCharactersMax }))
    return true
  }
  return new Plugin({
    props: {
      transformPastedHTML: (html) => paragraphsOf(linesOfHtml(html)),
      clipboardTextParser: (text) => sliceOfText(text),
      clipboardTextSerializer: wordsIn,
      clipboardSerializer: clipboardSerializer(schema),
      // ProseMirror would fit the slice into its place, and trim it; ours says exactly what is
      // meant.
      handlePaste: (view, { clipboardData }) => {
        const html = clipboardData?.getData('text/html') ?? ''
        const text = clipboardData?.getData('text/plain') ?? ''
        const slice = html ? sliceOf(linesOfHtml(html)) : sliceOfText(text)
        // Pictures and files come to nothing; the browser must not put them in by itself.
        if (slice.size === 0 || isTooLong(slice)) return true
        const transaction = view.state.tr.replaceSelection(slice)
        transaction.setMeta('paste', true).setMeta('uiEvent', 'paste')
        view.dispatch(transaction.scrollIntoView())
        return true
      },
      handleDrop: (_view, _event, slice) => slice.size === 0 || isTooLong(slice),
    },
  })
}
