// What comes in and goes out by the clipboard and by dragging. In: HTML of Word, Google Docs or anything
// else, plain text. Out: lines of plain words, one for each paragraph, list item and table cell; and
// clean HTML outwards. Keeps: no style, image, script or list number comes in; nothing beyond the limit.

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
import { schema as editorSchema } from './schema.ts'

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

/** Lines of plain words, one per paragraph, item and cell, without their numbers and bullets. */
export function linesOfHtml(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const lines: { words: string; listed: boolean }[] = [{ words: '', listed: false }]
  const breakLine = (listed: boolean) => {
    const last = lines.at(-1)!
    if (last.words.trim() === '') last.listed = listed
    else lines.push({ words: '', listed })
  }
  const walk = (node: Node, listed: boolean) => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines.at(-1)!.words += node.nodeValue ?? ''
      return
    }
    if (!(node instanceof Element) && node.nodeType !== Node.ELEMENT_NODE) return
    const element = node as HTMLElement
    const name = element.tagName.toUpperCase()
    if (ignored.has(name) || isListNumber(element) || isHidden(element)) return
    const isListed = listed || name === 'LI' || isWordListItem(element)
    const breaks = breaking.has(name)
    if (breaks) breakLine(isListed)
    for (const child of element.childNodes) walk(child, isListed)
    if (breaks) breakLine(listed)
  }
  walk(body, false)
  return tidy(
    lines.map(({ words, listed }) => (listed ? withoutNumber(words) : withoutMarker(words))),
  )
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
const number = '\\(?(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}|[a-z]|[ivxlc]{1,6})[.)]'
// A dash begins recitals of some processes (DOMAIN §1.2); only in a list is it a bullet.
const listNumber = new RegExp(`^\\s*(?:${bullets}|[o–—-](?=\\s)|${number})[\\s\\u00a0]*`, 'i')
const marker = new RegExp(
  `^\\s*(?:${bullets}[\\s\\u00a0]*|${number}(?:\\t|[ \\u00a0]{2,})\\s*)`,
  'i',
)

const withoutNumber = (words: string) => words.replace(listNumber, '')
const withoutMarker = (words: string) => words.replace(marker, '')

function tidy(lines: readonly string[]): string[] {
  return lines
    .map((words) => cleanText(words).replaceAll(/ {2,}/g, ' ').trim())
    .filter((words) => words !== '')
}

/** One line goes into the words; several become paragraphs. */
export function sliceOf(lines: readonly string[], schema: Schema = editorSchema): Slice {
  if (lines.length === 0) return Slice.empty
  const blocks = lines.map((words) =>
    schema.nodes['block']!.create(null, words ? schema.text(words) : null),
  )
  return new Slice(Fragment.from(blocks), 1, 1)
}

/** A single line copied from a text keeps the spaces at its ends. */
function sliceOfPlain(text: string, schema: Schema): Slice {
  if (/^[^\n\r]*$/.test(text)) return sliceOf([cleanText(text)].filter(Boolean), schema)
  return sliceOf(linesOfText(text), schema)
}

const paragraphsOf = (lines: readonly string[]): string => {
  const holder = document.createElement('div')
  for (const line of lines)
    holder.append(Object.assign(document.createElement('p'), { textContent: line }))
  return holder.innerHTML
}

/** Outwards: headings and paragraphs, nothing of ours on them. */
function clipboardSerializer(schema: Schema): DOMSerializer {
  const tag = (node: ProseNode) => {
    if (node.attrs['kind'] === 'title') return 'h1'
    return node.attrs['kind'] === 'heading' ? 'h2' : 'p'
  }
  return new DOMSerializer(
    { ...DOMSerializer.nodesFromSchema(schema), block: (node) => [tag(node), 0] },
    {},
  )
}

const wordsIn = (slice: Slice) => slice.content.textBetween(0, slice.content.size, '\n')

export function clipboard(onRefusal: (refusal: Refusal) => void): Plugin {
  const tooLong = (slice: Slice): boolean => {
    if (wordsIn(slice).length <= limits.pasteCharactersMax) return false
    onRefusal(refuse('over-limit', { max: limits.pasteCharactersMax }))
    return true
  }
  return new Plugin({
    props: {
      transformPastedHTML: (html) => paragraphsOf(linesOfHtml(html)),
      clipboardTextParser: (text, $context) => sliceOfPlain(text, $context.doc.type.schema),
      clipboardTextSerializer: wordsIn,
      clipboardSerializer: clipboardSerializer(editorSchema),
      handlePaste: (view, event, slice) => {
        const hasWords = slice.size > 0
        if (!hasWords || tooLong(slice)) return true
        const lines = slice.content.childCount
        const words = slice.content.firstChild?.textContent ?? ''
        // ProseMirror fits a slice into its place; ours says exactly what is meant.
        const exact = lines === 1 ? sliceOf([words]) : slice
        const transaction = view.state.tr.replaceSelection(exact)
        view.dispatch(
          transaction.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView(),
        )
        event.preventDefault()
        return true
      },
      handleDrop: (_view, _event, slice) => slice.size === 0 || tooLong(slice),
    },
  })
}
