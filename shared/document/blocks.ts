// One block: the numbered unit of a document. In: Yjs elements. Out: their attributes, typed, and the
// reading order. Keeps: a block is an XmlElement `block` with exactly one XmlText (DESIGN §4).

import * as Y from 'yjs'
import { assert } from '../assert.ts'
import { textOf } from './roots.ts'

export const kinds = [
  'title',
  'heading',
  'chapeau',
  'recital',
  'operative',
  'paragraph',
  'item',
  'action',
  'field',
  'note',
] as const
export type Kind = (typeof kinds)[number]
export const isKind = (value: unknown): value is Kind => kinds.includes(value as Kind)

export type Status = 'open' | 'agreed'
/** Levels: 0 = without a number, 1 = main, 2 and 3 = sub-levels (DOMAIN R4). */
export const levelMax = 3

export const blockName = 'block'
export const attributeNames = [
  'id',
  'kind',
  'level',
  'status',
  'order',
  'proposedBy',
  'after',
  'alt',
] as const

export interface BlockAttributes {
  readonly id: string
  readonly kind: Kind
  readonly level: number
  readonly status: Status
  /** Fractional key; base blocks only. */
  readonly order?: string
  /** Party code; proposals only, with `after`. */
  readonly proposedBy?: string
  /** Id of the base block this proposal follows. */
  readonly after?: string
  /** 1: an alternative to `after`, not an addition behind it (DOMAIN R6). */
  readonly alt?: 1
}

type Attribute = (typeof attributeNames)[number]

export function attribute(block: Y.XmlElement, name: Attribute): unknown {
  return block.getAttribute(name)
}

export const idOf = (block: Y.XmlElement): string => String(attribute(block, 'id') ?? '')
export const isBase = (block: Y.XmlElement): boolean => attribute(block, 'order') !== undefined
export const isAgreed = (block: Y.XmlElement): boolean => attribute(block, 'status') === 'agreed'

export function attributesOf(block: Y.XmlElement): BlockAttributes {
  return block.getAttributes() as unknown as BlockAttributes
}

/** The block's one text; null only in a document no hub of ours has written. */
export function textNodeOf(block: Y.XmlElement): Y.XmlText | null {
  for (let item = block._start; item; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentType && content.type instanceof Y.XmlText) return content.type
  }
  return null
}

/** A new, unattached block with its text. The only way a block is made, on both sides. */
export function makeBlock(attributes: BlockAttributes, words: string): Y.XmlElement {
  const block = new Y.XmlElement(blockName)
  for (const name of attributeNames) {
    const value = attributes[name]
    // Yjs types attributes as strings, and stores any JSON value.
    if (value !== undefined) block.setAttribute(name, value as string)
  }
  const text = new Y.XmlText()
  if (words) text.insert(0, words)
  block.insert(0, [text])
  return block
}

/** Base blocks by `order`; each followed by its alternatives, then by what is proposed after it. */
export function blocksInOrder(doc: Y.Doc): Y.XmlElement[] {
  const all = textOf(doc).toArray() as Y.XmlElement[]
  const known = new Set(all.map(idOf))
  const followers = new Map<string, Y.XmlElement[]>()
  const top: { block: Y.XmlElement; order: string; position: number }[] = []
  for (const [position, block] of all.entries()) {
    const after = attribute(block, 'after')
    if (typeof after === 'string' && known.has(after) && after !== idOf(block)) {
      const list = followers.get(after)
      if (list) list.push(block)
      else followers.set(after, [block])
    } else {
      top.push({ block, order: String(attribute(block, 'order') ?? '~'), position })
    }
  }
  top.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.position - b.position))
  const out: Y.XmlElement[] = []
  for (const { block } of top) walk(block, followers, out)
  // A cycle of anchors is refused by admission; if one ever stood, its blocks still show, at the end.
  if (out.length < all.length) {
    const shown = new Set(out)
    for (const block of all) if (!shown.has(block)) out.push(block)
  }
  return out
}

function walk(block: Y.XmlElement, followers: Map<string, Y.XmlElement[]>, out: Y.XmlElement[]) {
  out.push(block)
  const own = followers.get(idOf(block))
  if (!own) return
  for (const follower of own) if (attribute(follower, 'alt')) walk(follower, followers, out)
  for (const follower of own) if (!attribute(follower, 'alt')) walk(follower, followers, out)
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** An order key strictly between two others; '' is the start, null the end. Bytes compare as text. */
export function orderBetween(low: string, high: string | null): string {
  assert(high === null || low < high, 'an order key lies between two that differ')
  let key = ''
  for (let i = 0; ; i++) {
    const a = i < low.length ? digits.indexOf(low[i]!) : 0
    const b = high !== null && i < high.length ? digits.indexOf(high[i]!) : digits.length
    if (b - a > 1) return key + digits[(a + b) >> 1]
    key += digits[a]
    if (b > a) high = null
  }
}

/** `count` evenly spread keys, for a document that is imported whole. */
export function orderKeys(count: number): string[] {
  const width = Math.max(2, Math.ceil(Math.log(count + 2) / Math.log(digits.length)) + 1)
  const step = Math.floor(digits.length ** width / (count + 1))
  return Array.from({ length: count }, (_, i) =>
    ((i + 1) * step).toString(digits.length).padStart(width, '0'),
  )
}
