// Words a person typed that the hub has not acknowledged, for the drawer. In: the updates that were
// sent or kept, the document as this page or a fresh one has it. Out: pieces of words with their
// blocks. Keeps: nothing is sent again by itself; what its author deleted since is not offered
// back.

import * as Y from 'yjs'
import { attribute, idOf } from '#shared/document/blocks.ts'
import { parseMarkKey } from '#shared/document/marks.ts'
import { isRanges, type IdRange } from '#shared/document/ranges.ts'
import { proposalsOf } from '#shared/document/roots.ts'
import type { ClientId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { blockOfItem } from './writing/mark-places.ts'

export interface UnsentPiece {
  /** Typed words; words of a new block that is lost with them; words proposed for deletion. */
  readonly what: 'words' | 'paragraph' | 'deletion'
  /** Id of the block, or of the one a lost block followed; null where it is unknown. */
  readonly block: string | null
  /** The block is this writer's own new one. */
  readonly ownBlock: boolean
  readonly words: string
  readonly client: ClientId
  /** Where the words begin in what this clientID wrote, and how much of it they are. */
  readonly clock: number
  readonly length: number
}

interface Written {
  readonly clock: number
  readonly length: number
  readonly words: string | null
}

/** The document with the updates in it, and which of the writer's clocks are unacknowledged. */
interface Search {
  readonly scratch: Y.Doc
  readonly client: ClientId
  readonly clocks: ReadonlySet<number>
}

/**
 * What `clientId` wrote in `updates`, in the order it was written. `doc` may be the page's own
 * document or a fresh one from the hub: it is only read.
 */
export function unacknowledged(
  updates: readonly Uint8Array[],
  doc: Y.Doc,
  clientId: ClientId,
): UnsentPiece[] {
  const written = updates
    .flatMap((update) => writtenIn(update, clientId))
    .toSorted((a, b) => a.clock - b.clock)
  if (written.length === 0) return []
  const clocks = new Set(written.map(({ clock }) => clock))
  const last = written.at(-1)!
  // A page asks about its own document several times a second: no need to copy what holds it all.
  const isWhole = last.clock + last.length <= Y.getState(doc.store, clientId)
  const scratch = isWhole ? doc : together(doc, updates)
  const search = { scratch, client: clientId, clocks }
  const pieces: UnsentPiece[] = []
  let end = 0
  for (const one of written) {
    // An update kept twice tells the same twice.
    if (one.clock < end) continue
    end = one.clock + one.length
    pieces.push(...piecesIn(search, one))
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

function piecesIn({ scratch, client, clocks }: Search, one: Written): UnsentPiece[] {
  const { clock, length, words } = one
  if (clock + length > Y.getState(scratch.store, client)) {
    // Of another epoch: its place is unknown here, its words are not.
    if (!words) return []
    const nowhere = { what: 'words', block: null, ownBlock: false } as const
    return [{ ...nowhere, words, client, clock, length }]
  }
  const out: UnsentPiece[] = []
  for (const { item, from, to } of itemsIn(scratch, [client, clock, length])) {
    if (item.deleted) continue
    const { content } = item
    const block = blockOfItem(scratch, item)
    if (content instanceof Y.ContentString && block) {
      const lost = block._item?.id.client === client && clocks.has(block._item.id.clock)
      out.push({
        what: lost ? 'paragraph' : 'words',
        block: lost ? ((attribute(block, 'after') as string | undefined) ?? null) : idOf(block),
        ownBlock: block._item?.id.client === client,
        words: content.str.slice(from - item.id.clock, to - item.id.clock),
        client,
        clock: from,
        length: to - from,
      })
    } else if (item.parent === (proposalsOf(scratch) as unknown)) {
      out.push(...deletionIn(scratch, item))
    }
  }
  return out
}

function deletionIn(scratch: Y.Doc, item: Y.Item): UnsentPiece[] {
  const key = item.parentSub ?? ''
  const value = proposalsOf(scratch).get(key)
  if (parseMarkKey(key)?.kind !== 'd' || !isRanges(value, limits.proposalRangesMax)) return []
  const { client, clock } = item.id
  const own = { ownBlock: false, client, clock, length: 1 } as const
  return [{ what: 'deletion', ...wordsAt(scratch, value), ...own }]
}

function wordsAt(doc: Y.Doc, ranges: readonly IdRange[]): { block: string | null; words: string } {
  let words = ''
  let block: string | null = null
  for (const { item, from, to } of ranges.flatMap((range) => itemsIn(doc, range))) {
    if (!(item.content instanceof Y.ContentString)) continue
    words += item.content.str.slice(from - item.id.clock, to - item.id.clock)
    const home = blockOfItem(doc, item)
    if (block === null && home) block = idOf(home)
  }
  return { block, words }
}

/** The items that hold a range, each with the part of the range it holds. */
function itemsIn(
  doc: Y.Doc,
  [client, clock, length]: IdRange,
): { item: Y.Item; from: number; to: number }[] {
  const structs = doc.store.clients.get(client)
  const end = Math.min(clock + length, Y.getState(doc.store, client))
  const out: { item: Y.Item; from: number; to: number }[] = []
  if (!structs || clock >= end) return out
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const item = structs[i]!
    const start = item.id.clock
    if (start >= end) break
    if (!(item instanceof Y.Item)) continue
    out.push({ item, from: Math.max(clock, start), to: Math.min(end, start + item.length) })
  }
  return out
}

/** Letters typed one after the other are one piece. */
function joined(pieces: readonly UnsentPiece[]): UnsentPiece[] {
  const out: UnsentPiece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    const goesOn =
      last !== undefined &&
      piece.what !== 'deletion' &&
      last.what === piece.what &&
      last.block === piece.block &&
      last.clock + last.length === piece.clock
    if (!goesOn) out.push(piece)
    else {
      const words = last.words + piece.words
      out[out.length - 1] = { ...last, words, length: last.length + piece.length }
    }
  }
  return out
}
