// Carries out a plan: ProseMirror → Yjs. In: operations and the editor's state. Out: exact Yjs
// changes and the ProseMirror transaction that says the same. Keeps: both move in lockstep, so that
// after each operation the words of every block are equal on both sides; nothing is ever found by
// comparing text.

import { Fragment, Slice, type Schema } from 'prosemirror-model'
import { Selection, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import * as Y from 'yjs'
import { assert, must } from '#shared/assert.ts'
import { blocksInOrder, makeBlock, textNodeOf } from '#shared/document/blocks.ts'
import { blockUnit, markKey } from '#shared/document/marks.ts'
import { joinRanges, type IdRange } from '#shared/document/ranges.ts'
import { proposalsOf, textOf } from '#shared/document/roots.ts'
import type { ClientId } from '#shared/ids.ts'
import { nodeOf } from '../schema.ts'
import type { Operation, Plan, StrikeUnit } from './operations.ts'

/** One run of writing: the two documents, and where each block stands. */
interface Work {
  readonly doc: Y.Doc
  readonly clientId: ClientId
  readonly schema: Schema
  readonly transaction: Transaction
  order: Y.XmlElement[]
  /** Where the caret goes, and after how many steps that was so. */
  caret: { readonly position: number; readonly steps: number } | null
}

export interface Written {
  readonly transaction: Transaction
  readonly order: Y.XmlElement[]
}

/** What ProseMirror and its plugins want to know of where a transaction came from. */
const metasKept = ['composition', 'uiEvent', 'inputType', 'paste', 'pointer']

/** To be called inside a Yjs transaction with the hand's origin. */
export function carryOut(
  desk: {
    readonly doc: Y.Doc
    readonly clientId: ClientId
    readonly order: readonly Y.XmlElement[]
  },
  state: EditorState,
  original: Transaction,
  plan: Plan,
  strikeUnit: StrikeUnit | null,
): Written {
  const { tr: transaction, schema } = state
  const work: Work = { ...desk, schema, transaction, order: [...desk.order], caret: null }
  for (const meta of metasKept) {
    const value: unknown = original.getMeta(meta)
    if (value !== undefined) transaction.setMeta(meta, value)
  }
  const struck: IdRange[] = []
  for (const operation of plan.operations) {
    if (operation.do === 'strike') struck.push(...operation.ranges)
    else carryOutOne(work, operation, strikeUnit)
  }
  if (struck.length > 0) strike(desk.doc, must(strikeUnit, 'whose strike'), struck)
  placeCaret(work, state, original, plan)
  if (original.scrolledIntoView) transaction.scrollIntoView()
  return { transaction, order: work.order }
}

function carryOutOne(
  work: Work,
  operation: Exclude<Operation, { do: 'strike' }>,
  strikeUnit: StrikeUnit | null,
): void {
  switch (operation.do) {
    case 'take-words':
      return takeWords(work, operation.from, operation.to)
    case 'write-words':
      return writeWords(work, operation.at, operation.words, operation.carried)
    case 'take-block':
      return takeBlock(work, operation.block)
    case 'write-blocks':
      return writeBlocks(work, operation)
    case 'strike-block':
      return strikeBlocks(work.doc, strikeUnit, [operation.block])
  }
}

/** The block and offset of a position in the document as it is now. */
function place(
  { transaction, order }: Work,
  position: number,
): { text: Y.XmlText; offset: number } {
  const $position = transaction.doc.resolve(position)
  assert($position.depth === 1, 'a position inside a block')
  const block = must(order[$position.index(0)], 'a block at the position')
  const text = must(textNodeOf(block), 'text of a block')
  assert(text.length === $position.parent.content.size, 'the same words on both sides')
  return { text, offset: $position.parentOffset }
}

function takeWords(work: Work, from: number, to: number): void {
  const { transaction } = work
  const start = transaction.mapping.map(from, 1)
  const end = transaction.mapping.map(to, -1)
  if (start >= end) return
  const { text, offset } = place(work, start)
  text.delete(offset, end - start)
  transaction.step(new ReplaceStep(start, end, Slice.empty))
}

function writeWords(work: Work, at: number, words: string, carried: boolean): void {
  const { transaction, schema } = work
  if (words === '') return
  const position = transaction.mapping.map(at, 1)
  const { text, offset } = place(work, position)
  insertBehindVisible(must(work.doc._transaction, 'a transaction'), text, offset, words)
  const slice = new Slice(Fragment.from(schema.text(words)), 0, 0)
  transaction.step(new ReplaceStep(position, position, slice))
  const steps = transaction.steps.length
  if (!carried) work.caret = { position: position + words.length, steps }
  else work.caret ??= { position, steps }
}

/** Position before each block of the document as it is now. */
function startOf({ transaction, order }: Work, block: Y.XmlElement): number {
  const index = order.indexOf(block)
  assert(index >= 0, 'a block that stands')
  return transaction.doc.resolve(0).posAtIndex(index, 0)
}

const indexInText = (doc: Y.Doc, block: Y.XmlElement) =>
  (textOf(doc).toArray() as unknown[]).indexOf(block)

function takeBlock(work: Work, block: Y.XmlElement): void {
  const start = startOf(work, block)
  const index = work.order.indexOf(block)
  const end = start + work.transaction.doc.child(index).nodeSize
  textOf(work.doc).delete(indexInText(work.doc, block), 1)
  work.transaction.step(new ReplaceStep(start, end, Slice.empty))
  work.order.splice(index, 1)
}

/** New blocks stand where their attributes say; clientID and clock make their ids unique. */
function writeBlocks(work: Work, operation: Extract<Operation, { do: 'write-blocks' }>): void {
  const { doc, clientId, transaction } = work
  const clock = Y.getState(doc.store, clientId)
  const made = operation.blocks.map(({ attributes, words }, i) =>
    makeBlock({ id: `${clientId}-${clock + i}`, ...attributes }, words),
  )
  textOf(doc).insert(indexOfPlace(doc, operation.place), made)
  const fresh = new Set(made)
  work.order = blocksInOrder(doc)
  let position = 0
  for (const [index, block] of work.order.entries()) {
    if (fresh.has(block)) {
      const node = nodeOf(block, work.schema)
      transaction.step(new ReplaceStep(position, position, new Slice(Fragment.from(node), 0, 0)))
    }
    position += transaction.doc.child(index).nodeSize
  }
  const { caretAt } = operation.blocks.at(-1)!
  if (caretAt < 0) return
  const steps = transaction.steps.length
  work.caret = { position: startOf(work, made.at(-1)!) + 1 + caretAt, steps }
}

function indexOfPlace(
  doc: Y.Doc,
  where: Extract<Operation, { do: 'write-blocks' }>['place'],
): number {
  if ('before' in where) return Math.max(0, indexInText(doc, where.before))
  return where.after ? indexInText(doc, where.after) + 1 : textOf(doc).length
}

function strike(doc: Y.Doc, { party, unit, before }: StrikeUnit, ranges: readonly IdRange[]): void {
  const proposals = proposalsOf(doc)
  const key = markKey('d', party, unit)
  const present = (proposals.get(key) as IdRange[] | undefined) ?? []
  const joined = before ? [...ranges, ...present] : [...present, ...ranges]
  proposals.set(key, joinRanges(joined))
}

/** Proposes to delete whole blocks. */
export function strikeBlocks(
  doc: Y.Doc,
  strikeUnit: StrikeUnit | null,
  blocks: readonly Y.XmlElement[],
): void {
  const { party } = must(strikeUnit, 'whose strike')
  for (const block of blocks) proposalsOf(doc).set(markKey('b', party, blockUnit(block)), 1)
}

// About 60 bytes each: a part stays well below `limits.updateBytesMax`.
const strikesPerUpdate = 400

/** Striking a whole long document is more than one update may hold: the rest follows at once. */
export function inParts(plan: Plan): { now: Plan; later: Y.XmlElement[][] } {
  const strikes = plan.operations.flatMap((one) => (one.do === 'strike-block' ? [one.block] : []))
  if (strikes.length <= strikesPerUpdate) return { now: plan, later: [] }
  const operations = plan.operations.filter((one) => one.do !== 'strike-block')
  const later: Y.XmlElement[][] = []
  for (let i = 0; i < strikes.length; i += strikesPerUpdate) {
    later.push(strikes.slice(i, i + strikesPerUpdate))
  }
  return { now: { ...plan, operations }, later }
}

/** Behind what was written; after a deletion at its start (Backspace), else at its end. */
function placeCaret(work: Work, state: EditorState, original: Transaction, plan: Plan): void {
  const { transaction, caret } = work
  const { doc, mapping } = transaction
  if (caret !== null) {
    const position = mapping.slice(caret.steps).map(caret.position, -1)
    transaction.setSelection(Selection.near(doc.resolve(position), -1))
    return
  }
  const { selection } = state
  const { covered } = plan
  if (!covered || selection.from > covered.to || selection.to < covered.from) return
  const forwards = original.getMeta(caretForwards) === true
  const backspace = selection.empty && selection.head === covered.to
  const target = mapping.map(backspace ? covered.from : covered.to, backspace ? 1 : -1)
  const $target = doc.resolve(target)
  if ($target.depth > 0) transaction.setSelection(TextSelection.create(doc, target))
  else transaction.setSelection(Selection.near($target, forwards ? 1 : -1))
}

/** Meta of a deletion of a whole empty block: the caret goes on, not back. */
export const caretForwards = 'caret-forwards'

/**
 * Like `text.insert(offset, words)`, but the left origin is the visible neighbour and never a
 * tombstone behind it: words typed at a place stay in front of what is later re-created there
 * (negotiate2.md §1).
 */
export function insertBehindVisible(
  transaction: Y.Transaction,
  text: Y.XmlText,
  offset: number,
  words: string,
): void {
  const left = visibleItemBefore(transaction, text, offset)
  const right = left ? left.right : text._start
  const client = transaction.doc.clientID
  const id = Y.createID(client, Y.getState(transaction.doc.store, client))
  const content = new Y.ContentString(words)
  const item = new Y.Item(
    id,
    left,
    left?.lastId ?? null,
    right,
    right?.id ?? null,
    text,
    null,
    content,
  )
  item.integrate(transaction, 0)
  // Yjs keeps places it has found by offset; they know nothing of this item.
  const searched = text as unknown as { _searchMarker: unknown[] | null }
  if (searched._searchMarker) searched._searchMarker = []
}

/** The item that ends exactly at the offset, split off if it has to be; null at the start. */
function visibleItemBefore(
  transaction: Y.Transaction,
  text: Y.XmlText,
  offset: number,
): Y.Item | null {
  if (offset === 0) return null
  let end = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    end += item.length
    if (end < offset) continue
    const surplus = end - offset
    if (surplus > 0) {
      const { client, clock } = item.id
      Y.getItemCleanStart(transaction, Y.createID(client, clock + item.length - surplus))
      // Split in place: the item found now ends at the offset.
    }
    return item
  }
  throw new RangeError(`offset ${offset} beyond the end of a block`)
}
