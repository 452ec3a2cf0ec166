// Which blocks a stretch of the document touches, and what a slice brings. In: ProseMirror
// positions and slices. Out: blocks with offsets in their words; plain lines. Keeps: offsets in a
// block's words are the same in ProseMirror and in Yjs, UTF-16 units.

import type { Node as ProseNode, Slice } from 'prosemirror-model'
import type * as Y from 'yjs'
import { cleanText } from '#shared/document/plain-text.ts'
import type { Desk } from './operations.ts'

/** What a slice brings: plain lines. */
export interface Input {
  /** Cleaned as the law wants them, apart from inline words: those may begin with half a letter. */
  readonly lines: readonly string[]
  /** Goes into a block's words, rather than making blocks. */
  readonly inline: boolean
  readonly openStart: boolean
  readonly openEnd: boolean
}

export function inputOf(slice: Slice): Input | null {
  const first = slice.content.firstChild
  if (!first) return null
  const openStart = slice.openStart > 0
  const openEnd = slice.openEnd > 0
  if (first.isText) {
    const words = slice.content.textBetween(0, slice.content.size, ' ')
    return { lines: [words], inline: true, openStart, openEnd }
  }
  const lines: string[] = []
  slice.content.forEach((node: ProseNode) => lines.push(node.textContent))
  const inline = lines.length === 1 && openStart && openEnd
  return { lines: inline ? lines : lines.map(cleanText), inline, openStart, openEnd }
}

/** A block a replacement touches, and which of its words. */
export interface Covered {
  readonly index: number
  readonly block: Y.XmlElement
  /** Position before the block. */
  readonly start: number
  readonly words: string
  readonly from: number
  readonly to: number
  /** The range takes in the block itself, not only its words. */
  readonly whole: boolean
}

/** The blocks between two positions, in reading order; an empty stretch covers none. */
export function coveredBlocks(desk: Desk, doc: ProseNode, from: number, to: number): Covered[] {
  const out: Covered[] = []
  let start = 0
  for (let index = 0; index < doc.childCount && start < to; index++) {
    const node = doc.child(index)
    const end = start + node.nodeSize
    if (from < to && end > from) {
      const size = node.content.size
      out.push({
        index,
        block: desk.order[index]!,
        start,
        words: node.textContent,
        from: Math.min(size, Math.max(0, from - start - 1)),
        to: Math.max(0, Math.min(size, to - start - 1)),
        whole: from <= start && to >= end,
      })
    }
    start = end
  }
  return out
}

/** The block a position stands in, or the one before it between two blocks. */
export function blockAt(desk: Desk, doc: ProseNode, position: number): Covered | null {
  if (doc.childCount === 0) return null
  const $position = doc.resolve(position)
  const inside = $position.depth > 0
  const index = inside ? $position.index(0) : Math.max(0, $position.index(0) - 1)
  const node = doc.child(index)
  const start = inside ? $position.before(1) : doc.resolve(position).posAtIndex(index, 0)
  const between = position === 0 ? 0 : node.content.size
  const offset = inside ? $position.parentOffset : between
  const block = desk.order[index]!
  return { index, block, start, words: node.textContent, from: offset, to: offset, whole: false }
}
