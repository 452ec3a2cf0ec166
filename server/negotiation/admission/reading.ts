// Reads what an update really did, once integrated, into the law's words. In: a running transaction and
// where its author stood before. Out: each Change, to a judge that may stop. Keeps: parents are the
// *resolved* ones, never the encoded ones (a forged origin changes an item's parent), and ownership is
// the character's class.

import * as Y from 'yjs'
import { assert } from '#shared/assert.ts'
import type { ClientId, Owner, PartyCode } from '#shared/ids.ts'
import type { Accepted, PartyOf } from '#shared/document/attribution.ts'
import { attributeNames, blockName, idOf, isAgreed, isBase } from '#shared/document/blocks.ts'
import { parseBlockUnit, parseMarkKey, type MarkKey } from '#shared/document/marks.ts'
import { isRanges } from '#shared/document/ranges.ts'
import type { Change } from '#shared/law/change.ts'
import { limits } from '#shared/limits.ts'
import { refuse, type Refusal } from '#shared/refusal.ts'
import { boundaryInPair } from './precheck.ts'

export interface Text {
  readonly doc: Y.Doc
  readonly root: Y.XmlFragment
  readonly proposals: Y.Map<unknown>
  readonly rulings: Y.Map<unknown>
  readonly accepted: Accepted
  readonly partyOf: PartyOf
}

export type Judge = (change: Change) => Refusal | null

const idPattern = /^\d{1,10}-[\w.-]{1,32}$/

/** Judges every item `client` added from clock `before` on; the first refusal, or null. */
export function readAdditions(
  text: Text,
  client: ClientId,
  before: number,
  judge: Judge,
): Refusal | null {
  const structs = text.doc.store.clients.get(client) ?? []
  const ids = blockIds(text)
  for (let i = structs.length - 1; i >= 0; i--) {
    const item = structs[i]!
    if (item.id.clock + item.length <= before) break
    if (!(item instanceof Y.Item)) continue
    const refusal = readAddition(text, item, client, before, ids, judge)
    if (refusal) return refusal
  }
  return null
}

function readAddition(
  text: Text,
  item: Y.Item,
  client: ClientId,
  before: number,
  ids: BlockIds,
  judge: Judge,
): Refusal | null {
  const { parent, parentSub, content } = item
  if (parent instanceof Y.XmlText) return readWords(text, item, parent, judge)
  if (parent === text.root) {
    if (parentSub !== null) return judge({ change: 'not-text' })
    if (content instanceof Y.ContentDeleted) return null
    return readBlock(text, item, client, ids, judge)
  }
  if (parent === text.proposals) return readMark(text, item, judge)
  if (parent === text.rulings) return judge({ change: 'ruling-changed' })
  if (parent instanceof Y.XmlElement) {
    const holder = parent._item
    const isNew = holder !== null && holder.id.client === client && holder.id.clock >= before
    return readPart(item, isNew, judge)
  }
  return judge({ change: 'not-text' })
}

function readWords(text: Text, item: Y.Item, parent: Y.XmlText, judge: Judge): Refusal | null {
  const { content } = item
  const block = parent.parent
  const inBlock = block instanceof Y.XmlElement && block.parent === text.root
  const isWords = content instanceof Y.ContentString || content instanceof Y.ContentDeleted
  if (item.parentSub !== null || !inBlock || !isWords) return judge({ change: 'not-text' })
  if (parent.length > limits.blockCharactersMax) return refuse('over-limit')
  const words = content instanceof Y.ContentString ? content.str : ''
  const standing = !item.deleted && !parent._item!.deleted
  return judge({ change: 'words-written', words, agreed: standing && isAgreed(block) })
}

/** The blocks by id, collected once per update and only when a block was added. */
type BlockIds = () => Map<string, { many: number; isBase: boolean }>

function blockIds(text: Text): BlockIds {
  let known: ReturnType<BlockIds> | null = null
  return () => {
    if (known) return known
    known = new Map()
    for (const block of text.root.toArray() as Y.XmlElement[]) {
      const id = idOf(block)
      known.set(id, { many: (known.get(id)?.many ?? 0) + 1, isBase: isBase(block) })
    }
    return known
  }
}

function readBlock(
  text: Text,
  item: Y.Item,
  client: ClientId,
  ids: BlockIds,
  judge: Judge,
): Refusal | null {
  const block = item.content instanceof Y.ContentType ? item.content.type : null
  if (!(block instanceof Y.XmlElement) || block.nodeName !== blockName) {
    return refuse('unknown-block')
  }
  if (item.deleted) return null
  if (text.root.length > limits.blocksPerDocumentMax) return refuse('over-limit')
  const children = block.toArray()
  const attributes = block.getAttributes() as Record<string, unknown>
  const id = attributes['id']
  const after = attributes['after']
  const unique = ids().get(String(id))?.many === 1
  const anchored = typeof after === 'string' && ids().get(after)?.isBase === true
  const isOwn = typeof id === 'string' && idPattern.test(id) && id.startsWith(`${client}-`)
  return judge({
    change: 'block-written',
    attributes,
    idIsItsOwn: isOwn && unique,
    anchored,
    wellFormed: children.length === 1 && children[0] instanceof Y.XmlText,
  })
}

/** An attribute or a child of a block: part of its creation, or a change nobody may make. */
function readPart(item: Y.Item, isNew: boolean, judge: Judge): Refusal | null {
  const { parentSub, content } = item
  if (!isNew) return judge({ change: parentSub === null ? 'not-text' : 'attribute-changed' })
  if (content instanceof Y.ContentDeleted) return null
  if (parentSub === null) {
    const isText = content instanceof Y.ContentType && content.type instanceof Y.XmlText
    return isText ? null : judge({ change: 'not-text' })
  }
  const known = (attributeNames as readonly string[]).includes(parentSub)
  return known && content instanceof Y.ContentAny ? null : judge({ change: 'attribute-changed' })
}

function readMark(text: Text, item: Y.Item, judge: Judge): Refusal | null {
  const key = item.parentSub === null ? null : parseMarkKey(item.parentSub)
  const gone = item.deleted || item.content instanceof Y.ContentDeleted
  const value = item.content instanceof Y.ContentAny ? item.content.arr[0] : undefined
  const single = item.length === 1 && item.content instanceof Y.ContentAny
  const place = key && !gone && single ? placeOfMark(text, key, value) : null
  return judge({
    change: 'mark-written',
    party: key?.party ?? null,
    kind: key?.kind ?? null,
    wellFormed: gone || place !== null,
    agreed: place?.agreed ?? false,
  })
}

/** Where a mark lies; null when it names nothing that exists. */
function placeOfMark(
  text: Text,
  { kind, party, unit }: MarkKey,
  value: unknown,
): { agreed: boolean } | null {
  const { store } = text.doc
  if (kind === 'b') {
    const identity = parseBlockUnit(unit)
    if (value !== 1 || !identity || identity[1] >= Y.getState(store, identity[0])) return null
    const item = itemAt(store, identity[0], identity[1])
    if (!item || item.deleted) return { agreed: false }
    const block = item.content instanceof Y.ContentType ? item.content.type : null
    if (item.parent !== text.root || !(block instanceof Y.XmlElement)) return null
    return { agreed: isAgreed(block) }
  }
  if (!isRanges(value, limits.proposalRangesMax)) return null
  let agreed = false
  for (const [client, clock, length] of value) {
    if (clock + length > Y.getState(store, client)) return null
    if (boundaryInPair(store, client, clock)) return null
    if (boundaryInPair(store, client, clock + length)) return null
    // Only its own words can be the insertions of a party's proposal.
    if (kind === 'i' && text.partyOf(client) !== party) return null
    for (let at = clock; at < clock + length;) {
      const struct = Y.getItem(store, Y.createID(client, at)) as Y.Item | Y.GC
      at = struct.id.clock + struct.length
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      const block = struct.parent instanceof Y.XmlText ? struct.parent.parent : null
      if (!(block instanceof Y.XmlElement) || !(struct.content instanceof Y.ContentString)) {
        return null
      }
      agreed ||= isAgreed(block)
    }
  }
  return { agreed }
}

function itemAt(store: Y.Doc['store'], client: ClientId, clock: number): Y.Item | null {
  const struct = Y.getItem(store, Y.createID(client, clock)) as Y.Item | Y.GC
  return struct instanceof Y.Item ? struct : null
}

export type Deletions = ReturnType<typeof Y.createDeleteSet>

/** Judges every item this update took away; the first refusal, or null. */
export function readDeletions(
  text: Text,
  transaction: Y.Transaction,
  deletions: Deletions,
  bornFrom: { client: ClientId; before: number } | null,
  judge: Judge,
): Refusal | null {
  let refusal: Refusal | null = null
  Y.iterateDeletedStructs(transaction, deletions, (struct) => {
    if (refusal || !(struct instanceof Y.Item)) return
    const { client, clock } = struct.id
    if (bornFrom && client === bornFrom.client && clock >= bornFrom.before) return
    refusal = readDeletion(text, struct, deletions, judge)
  })
  return refusal
}

function readDeletion(
  text: Text,
  item: Y.Item,
  deletions: Deletions,
  judge: Judge,
): Refusal | null {
  const { parent, parentSub } = item
  if (parent instanceof Y.XmlText) {
    // Words fall with their block, which is judged itself; so do words in a block long gone.
    if (parent._item!.deleted) return null
    if (parentSub !== null) return judge({ change: 'attribute-changed' })
    return readLostWords(text, item, parent, judge)
  }
  if (parent === text.root) {
    assert(item.content instanceof Y.ContentType, 'a child of the text is a block')
    const block = item.content.type as Y.XmlElement
    const proposedBy = attributeBefore(block, 'proposedBy')
    const owner = typeof proposedBy === 'string' ? (proposedBy as PartyCode) : null
    const agreed = attributeBefore(block, 'status') === 'agreed'
    return judge({ change: 'block-deleted', owner, agreed })
  }
  if (parent === text.proposals) return readLostMark(text, item, judge)
  if (parent === text.rulings) return judge({ change: 'ruling-changed' })
  if (parent instanceof Y.XmlElement) {
    const holder = parent._item!
    if (holder.deleted && Y.isDeleted(deletions, holder.id)) return null
    return judge({ change: parentSub === null ? 'not-text' : 'attribute-changed' })
  }
  return judge({ change: 'not-text' })
}

function readLostWords(text: Text, item: Y.Item, parent: Y.XmlText, judge: Judge): Refusal | null {
  const { client, clock } = item.id
  const writtenBy = text.partyOf(client)
  const agreed = isAgreed(parent.parent as Y.XmlElement)
  for (const cut of text.accepted.cut([client, clock, item.length])) {
    const owner: Owner = cut.accepted ? null : writtenBy
    const refusal = judge({ change: 'words-deleted', owner, agreed })
    if (refusal) return refusal
  }
  return null
}

function readLostMark(text: Text, item: Y.Item, judge: Judge): Refusal | null {
  const key = item.parentSub === null ? null : parseMarkKey(item.parentSub)
  const value = item.content instanceof Y.ContentAny ? item.content.arr[0] : undefined
  const place = key ? placeOfMark(text, key, value) : null
  const agreed = place?.agreed ?? false
  return judge({ change: 'mark-deleted', party: key?.party ?? null, agreed })
}

/** An attribute as it stood before this transaction took its block away. */
function attributeBefore(block: Y.XmlElement, name: string): unknown {
  const item = block._map.get(name)
  return item?.content instanceof Y.ContentAny ? item.content.arr[0] : undefined
}
