// Words a person typed that the hub has not acknowledged, for the drawer. In: the updates that were sent
// or kept, the document as this page or a fresh one has it. Out: pieces of words with their blocks.
// Keeps: nothing is sent again by itself; what its author deleted since is not offered back.

import * as Y from 'yjs'
import { idOf } from '#shared/document/blocks.ts'
import { parseMarkKey } from '#shared/document/marks.ts'
import { isRanges, type IdRange } from '#shared/document/ranges.ts'
import { proposalsOf } from '#shared/document/roots.ts'
import type { ClientId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { blockOfItem } from './changes.ts'

export interface Piece {
  /** Id of the block; null when the document knows no place for the words any more. */
  readonly block: string | null
  readonly text: string
  /** The block itself was new and is lost with them. */
  readonly ownBlock: boolean
  /** Typed words, or words the person proposed to delete. */
  readonly what: 'typed' | 'struck'
}

/** A piece with its identity: tells later whether the hub has it after all. */
export interface PlacedPiece extends Piece {
  readonly clock: number
  readonly length: number
}

interface Written {
  readonly clock: number
  readonly length: number
  readonly words: string | null
}

/**
 * What `clientId` wrote in `updates`, in the order it was written. `doc` may be the page's own document
 * or a fresh one from the hub: it is only read.
 */
export function unacknowledged(
  updates: readonly Uint8Array[],
  doc: Y.Doc,
  clientId: ClientId,
): Piece[] {
  const pieces = placedPieces(updates, doc, clientId)
  return pieces.map(({ block, text, ownBlock, what }) => ({ block, text, ownBlock, what }))
}

/** The same, each with the identity of its words, or of the mark that struck them. */
export function placedPieces(
  updates: readonly Uint8Array[],
  doc: Y.Doc,
  clientId: ClientId,
): PlacedPiece[] {
  const written = updates.flatMap((update) => writtenIn(update, clientId))
  if (written.length === 0) return []
  const scratch = together(doc, updates)
  const pieces: (Piece & { end: number })[] = []
  const seen = new Set<number>()
  for (const one of written.toSorted((a, b) => a.clock - b.clock)) {
    if (seen.has(one.clock)) continue
    seen.add(one.clock)
    pieces.push(...piecesIn(scratch, clientId, one))
  }
  return joined(pieces)
}

function writtenIn(update: Uint8Array, clientId: ClientId): Written[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) => {
    if (struct.id.client !== clientId || !(struct instanceof Y.Item)) return []
    const { content, length, id } = struct
    const words = content instanceof Y.ContentString ? content.str : null
    return [{ clock: id.clock, length, words }]
  })
}

/** A copy with everything in it, so that the places of the words can be read. */
function together(doc: Y.Doc, updates: readonly Uint8Array[]): Y.Doc {
  const scratch = new Y.Doc({ gc: false })
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(doc))
  for (const update of updates) Y.applyUpdate(scratch, update)
  return scratch
}

function piecesIn(
  scratch: Y.Doc,
  client: ClientId,
  { clock, length, words }: Written,
): (Piece & { end: number })[] {
  const end = clock + length
  if (end > Y.getState(scratch.store, client)) {
    // Another epoch: its place is unknown here, its words are not.
    return words ? [{ block: null, text: words, ownBlock: false, what: 'typed', end }] : []
  }
  const structs = scratch.store.clients.get(client)!
  const out: (Piece & { end: number })[] = []
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const item = structs[i]!
    if (item.id.clock >= end) break
    if (!(item instanceof Y.Item) || item.deleted) continue
    const piece = pieceOf(scratch, client, item, clock, end)
    if (piece) out.push(piece)
  }
  return out
}

function pieceOf(
  scratch: Y.Doc,
  client: ClientId,
  item: Y.Item,
  from: number,
  to: number,
): (Piece & { end: number }) | null {
  const block = blockOfItem(scratch, item)
  if (item.content instanceof Y.ContentString && block) {
    const start = Math.max(0, from - item.id.clock)
    const stop = Math.min(item.length, to - item.id.clock)
    const text = item.content.str.slice(start, stop)
    const ownBlock = block._item?.id.client === client
    return { block: idOf(block), text, ownBlock, what: 'typed', end: item.id.clock + stop }
  }
  if (item.parent !== (proposalsOf(scratch) as unknown)) return null
  const kind = parseMarkKey(item.parentSub ?? '')?.kind
  const value = proposalsOf(scratch).get(item.parentSub ?? '')
  if (kind !== 'd' || !isRanges(value, limits.proposalRangesMax)) return null
  const struck = wordsAt(scratch, value)
  const end = item.id.clock + item.length
  return { block: struck.block, text: struck.text, ownBlock: false, what: 'struck', end }
}

function wordsAt(doc: Y.Doc, ranges: readonly IdRange[]): { block: string | null; text: string } {
  let text = ''
  let block: string | null = null
  for (const [client, clock, length] of ranges) {
    const structs = doc.store.clients.get(client)
    const end = Math.min(clock + length, Y.getState(doc.store, client))
    if (!structs || clock >= end) continue
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const item = structs[i]!
      if (item.id.clock >= end) break
      if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue
      text += item.content.str.slice(Math.max(0, clock - item.id.clock), end - item.id.clock)
      const home = blockOfItem(doc, item)
      if (block === null && home) block = idOf(home)
    }
  }
  return { block, text }
}

/** Letters typed one after the other are one piece. */
function joined(pieces: readonly (Piece & { end: number })[]): PlacedPiece[] {
  const out: (Piece & { end: number })[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    const goesOn =
      last?.what === 'typed' &&
      piece.what === 'typed' &&
      last.block === piece.block &&
      last.end === piece.end - piece.text.length
    if (goesOn) out[out.length - 1] = { ...last, text: last.text + piece.text, end: piece.end }
    else out.push(piece)
  }
  return out.map(({ end, ...piece }) => {
    const length = piece.what === 'typed' ? piece.text.length : 1
    return { ...piece, clock: end - length, length }
  })
}
