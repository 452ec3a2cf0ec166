// Where a mark of `proposals` lies. In: its key and value. Out: the blocks that hold its living
// words, or the block it strikes. Keeps: words that are gone lie nowhere, as in the hub's reading.

import * as Y from 'yjs'
import { isAgreed } from '#shared/document/blocks.ts'
import { parseBlockUnit, parseMarkKey } from '#shared/document/marks.ts'
import { isRanges, type IdRange } from '#shared/document/ranges.ts'
import { textOf } from '#shared/document/roots.ts'
import { limits } from '#shared/limits.ts'

/** The block an item is, or stands in; null outside the text. */
export function blockOfItem(doc: Y.Doc, item: Y.Item): Y.XmlElement | null {
  const root = textOf(doc) as unknown
  let current: Y.Item | null = item
  while (current && current.parent !== root) {
    const parent: unknown = current.parent
    current = parent instanceof Y.AbstractType ? parent._item : null
  }
  const content = current?.content
  return content instanceof Y.ContentType && content.type instanceof Y.XmlElement
    ? content.type
    : null
}

export function blocksOfMark(doc: Y.Doc, key: string, value: unknown): Set<Y.XmlElement> {
  const parsed = parseMarkKey(key)
  if (parsed?.kind !== 'b') return blocksOfRanges(doc, value)
  const identity = parseBlockUnit(parsed.unit)
  return identity ? blocksOfRanges(doc, [[...identity, 1]]) : new Set()
}

/** N3: a mark on an agreed block is neither written nor taken back. */
export function liesOnAgreed(doc: Y.Doc, key: string, value: unknown): boolean {
  return [...blocksOfMark(doc, key, value)].some(isAgreed)
}

/** Blocks with living words of these ranges; none for what is no list of ranges. */
export function blocksOfRanges(doc: Y.Doc, value: unknown): Set<Y.XmlElement> {
  const blocks = new Set<Y.XmlElement>()
  if (!isRanges(value, limits.updateBytesMax)) return blocks
  for (const range of value) addBlocks(doc, range, blocks)
  return blocks
}

function addBlocks(doc: Y.Doc, [client, clock, length]: IdRange, blocks: Set<Y.XmlElement>): void {
  const structs = doc.store.clients.get(client)
  const end = Math.min(clock + length, Y.getState(doc.store, client))
  if (!structs || clock >= end) return
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i]!
    if (struct.id.clock >= end) break
    if (!(struct instanceof Y.Item) || struct.deleted) continue
    const block = blockOfItem(doc, struct)
    if (block) blocks.add(block)
  }
}
