// Yjs → ProseMirror. In: the events of one Yjs transaction. Out: the fewest ProseMirror steps that
// say the same, and the new reading order. Keeps: untouched blocks are untouched nodes; the caret
// keeps its place between letters, and travels with its block when that is moved.

import { Fragment, Slice } from 'prosemirror-model'
import { Selection, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import * as Y from 'yjs'
import { attributeNames, blocksInOrder, textNodeOf } from '#shared/document/blocks.ts'
import { textOf } from '#shared/document/roots.ts'
import { attrsOf, nodeOf } from './schema.ts'

/** Transactions that show what the document already says: never written back. */
export const fromDocument = 'from-document'

type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[]

/** What one Yjs transaction did to the text. */
interface Happened {
  readonly deltas: ReadonlyMap<Y.XmlElement, Delta>
  readonly attributes: ReadonlySet<Y.XmlElement>
  /** Blocks whose inside was exchanged: shown anew. */
  readonly exchanged: ReadonlySet<Y.XmlElement>
  /** The reading order may have changed. */
  readonly structural: boolean
}

export interface Shown {
  readonly transaction: Transaction
  readonly order: Y.XmlElement[]
  readonly changed: ReadonlySet<Y.XmlElement>
  /** Blocks came, went or were told otherwise what they are. */
  readonly restructured: boolean
}

const ordering = new Set(['id', 'order', 'after', 'alt'])

/** Must be called while the events may still be read, that is from an observer. */
export function stepsFor(
  doc: Y.Doc,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  state: EditorState,
  order: readonly Y.XmlElement[],
  isUndo: boolean,
): Shown {
  const happened = read(doc, events)
  const transaction = state.tr.setMeta(fromDocument, true).setMeta('addToHistory', false)
  const next = happened.structural ? blocksInOrder(doc) : [...order]
  const moved = happened.structural ? movedBlocks(order, next) : new Set<Y.XmlElement>()
  for (const block of happened.exchanged) moved.add(block)
  const stays = stayingBlocks(order, next, moved)
  showChanges(transaction, order, stays, happened)
  if (happened.structural || moved.size > 0) showNewcomers(transaction, next, stays)
  if (transaction.docChanged) {
    if (isUndo) caretToChange(transaction)
    else keepCaret(transaction, state, order, next, moved)
  }
  const changed = new Set([...happened.deltas.keys(), ...happened.attributes, ...moved])
  for (const block of next) if (!stays.has(block)) changed.add(block)
  const restructured = happened.structural || moved.size > 0 || happened.attributes.size > 0
  return { transaction, order: next, changed, restructured }
}

function read(doc: Y.Doc, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Happened {
  const deltas = new Map<Y.XmlElement, Delta>()
  const attributes = new Set<Y.XmlElement>()
  const exchanged = new Set<Y.XmlElement>()
  let structural = false
  for (const event of events) {
    const { target } = event
    if (target === (textOf(doc) as unknown)) structural = true
    else if (target instanceof Y.XmlText) {
      const { parent } = target
      const shows = parent instanceof Y.XmlElement && textNodeOf(parent) === target
      if (shows) deltas.set(parent, event.delta as Delta)
    } else if (target instanceof Y.XmlElement && event instanceof Y.YXmlEvent) {
      if (event.attributesChanged.size > 0) attributes.add(target)
      if (event.delta.length > 0) exchanged.add(target)
      for (const name of event.attributesChanged) if (ordering.has(String(name))) structural = true
    }
  }
  return { deltas, attributes, exchanged, structural }
}

/** The fewest blocks to lift out: all that stay, but a longest run that keeps its order. */
function movedBlocks(before: readonly Y.XmlElement[], after: readonly Y.XmlElement[]) {
  const position = new Map(after.map((block, i) => [block, i]))
  const both = before.filter((block) => position.has(block))
  const tails: Y.XmlElement[] = []
  const previous = new Map<Y.XmlElement, Y.XmlElement | undefined>()
  for (const block of both) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (position.get(tails[middle]!)! < position.get(block)!) low = middle + 1
      else high = middle
    }
    tails[low] = block
    previous.set(block, low > 0 ? tails[low - 1] : undefined)
  }
  const moved = new Set(both)
  for (let block = tails.at(-1); block; block = previous.get(block)) moved.delete(block)
  return moved
}

function stayingBlocks(
  before: readonly Y.XmlElement[],
  after: readonly Y.XmlElement[],
  moved: ReadonlySet<Y.XmlElement>,
): Set<Y.XmlElement> {
  const inAfter = new Set(after)
  return new Set(before.filter((block) => inAfter.has(block) && !moved.has(block)))
}

/** From the end to the start, so that positions before stay what they are. */
function showChanges(
  transaction: Transaction,
  order: readonly Y.XmlElement[],
  stays: ReadonlySet<Y.XmlElement>,
  { deltas, attributes }: Happened,
): void {
  const { doc } = transaction
  let end = doc.content.size
  for (let index = order.length - 1; index >= 0; index--) {
    const block = order[index]!
    const start = end - doc.child(index).nodeSize
    if (!stays.has(block)) {
      transaction.step(new ReplaceStep(start, end, Slice.empty))
    } else {
      const delta = deltas.get(block)
      if (delta) showDelta(transaction, start + 1, delta)
      if (attributes.has(block)) showAttributes(transaction, start, block)
    }
    end = start
  }
}

function showDelta(transaction: Transaction, start: number, delta: Delta): void {
  const { schema } = transaction.doc.type
  let position = start
  for (const { retain, insert, delete: gone } of delta) {
    if (retain) position += retain
    if (typeof insert === 'string' && insert) {
      const slice = new Slice(Fragment.from(schema.text(insert)), 0, 0)
      transaction.step(new ReplaceStep(position, position, slice))
      position += insert.length
    }
    if (gone) transaction.step(new ReplaceStep(position, position + gone, Slice.empty))
  }
}

function showAttributes(transaction: Transaction, start: number, block: Y.XmlElement): void {
  const wanted = attrsOf(block)
  for (const name of attributeNames) {
    if (transaction.doc.nodeAt(start)!.attrs[name] !== wanted[name]) {
      transaction.setNodeAttribute(start, name, wanted[name])
    }
  }
}

/** Puts in, from start to end, what is new or was moved. */
function showNewcomers(
  transaction: Transaction,
  order: readonly Y.XmlElement[],
  stays: ReadonlySet<Y.XmlElement>,
): void {
  const { schema } = transaction.doc.type
  let position = 0
  for (const [index, block] of order.entries()) {
    if (!stays.has(block)) {
      const slice = new Slice(Fragment.from(nodeOf(block, schema)), 0, 0)
      transaction.step(new ReplaceStep(position, position, slice))
    }
    position += transaction.doc.child(index).nodeSize
  }
}

/** Remote words at the caret go behind it; a block that moved takes the caret along. */
function keepCaret(
  transaction: Transaction,
  state: EditorState,
  order: readonly Y.XmlElement[],
  next: readonly Y.XmlElement[],
  moved: ReadonlySet<Y.XmlElement>,
): void {
  const { $head, anchor, head } = state.selection
  const { doc, mapping } = transaction
  const block = $head.depth > 0 ? order[$head.index(0)] : undefined
  if (block && moved.has(block) && next.includes(block)) {
    const index = next.indexOf(block)
    const offset = Math.min($head.parentOffset, doc.child(index).content.size)
    const start = doc.resolve(0).posAtIndex(index, 0)
    transaction.setSelection(TextSelection.create(doc, start + 1 + offset))
    return
  }
  if (!(state.selection instanceof TextSelection)) return
  const mapped = (position: number) => doc.resolve(mapping.map(position, -1))
  transaction.setSelection(TextSelection.between(mapped(anchor), mapped(head), -1))
}

/** After an undo the eye should be where something came back or went. */
function caretToChange(transaction: Transaction): void {
  const { mapping, doc } = transaction
  const last = mapping.maps.length - 1
  let position: number | null = null
  mapping.maps[last]?.forEach((_from, _to, _start, end) => (position = end))
  if (position === null) return
  transaction.setSelection(Selection.near(doc.resolve(Math.min(position, doc.content.size)), -1))
}
