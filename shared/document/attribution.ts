// Authorship is item identity (DESIGN §4). In: a Y.Doc, and who holds which clientID. Out: for every
// visible character its owner (a party's open words, or base), and the marks on it. Keeps: nothing in
// the text itself says who wrote it, so nothing there can be forged.

import * as Y from 'yjs'
import type { ClientId, Owner } from '../ids.ts'
import { attributesOf, textNodeOf, type BlockAttributes } from './blocks.ts'
import { MarkIndex, type Mark } from './marks.ts'
import { RangeIndex, type IdRange } from './ranges.ts'
import { rulingsOf } from './roots.ts'

/** Which party a clientID was leased for; base for the hub and the pen in drafting. */
export type PartyOf = (client: ClientId) => Owner

/** Words a ruling has accepted: base now, though who wrote them stays provable. */
export class Accepted {
  readonly #ranges = new RangeIndex<true>()
  readonly #taken = new Set<string>()

  constructor(doc: Y.Doc) {
    this.refresh(doc)
  }

  /** Rulings are only ever added: takes in those not seen yet. */
  refresh(doc: Y.Doc): void {
    for (const [key, value] of rulingsOf(doc)) {
      if (!key.startsWith('a/') || this.#taken.has(key)) continue
      this.#taken.add(key)
      for (const range of value as IdRange[]) this.#ranges.add(range, true)
    }
  }

  has(client: ClientId, clock: number): boolean {
    return this.#ranges.size > 0 && this.#ranges.has(client, clock)
  }

  /** The range cut where acceptance begins or ends. */
  cut(range: IdRange): { clock: number; length: number; accepted: boolean }[] {
    if (this.#ranges.size === 0) return [{ clock: range[1], length: range[2], accepted: false }]
    return this.#ranges
      .cut(range)
      .map(({ clock, length, value }) => ({ clock, length, accepted: value === true }))
  }
}

/** A visible run of one author and one owner. */
export interface Piece {
  /** Offset in the block's visible text, UTF-16 units. */
  readonly offset: number
  readonly length: number
  readonly client: ClientId
  readonly clock: number
  readonly words: string
  readonly owner: Owner
  readonly writtenBy: Owner
}

export interface View {
  readonly partyOf: PartyOf
  readonly accepted: Accepted
}

/** Visible pieces of a text between two offsets, cut where author or acceptance changes. */
export function piecesOf(text: Y.XmlText, view: View, from = 0, to = Infinity): Piece[] {
  const out: Piece[] = []
  let offset = 0
  for (let item = text._start; item && offset < to; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const end = offset + item.length
    if (end > from) cutItem(item, item.content.str, offset, view, from, to, out)
    offset = end
  }
  return out
}

function cutItem(
  item: Y.Item,
  words: string,
  offset: number,
  { partyOf, accepted }: View,
  from: number,
  to: number,
  out: Piece[],
): void {
  const { client, clock } = item.id
  const writtenBy = partyOf(client)
  const range: IdRange = [client, clock, item.length]
  const cuts =
    writtenBy === null ? [{ clock, length: item.length, accepted: false }] : accepted.cut(range)
  for (const part of cuts) {
    const start = Math.max(from, offset + part.clock - clock)
    const stop = Math.min(to, offset + part.clock - clock + part.length)
    if (stop <= start) continue
    out.push({
      offset: start,
      length: stop - start,
      client,
      clock: clock + start - offset,
      words: words.slice(start - offset, stop - offset),
      owner: part.accepted ? null : writtenBy,
      writtenBy,
    })
  }
}

/** A mark cut to the piece it lies on; offsets in the block's visible text. */
export interface PlacedMark {
  readonly key: string
  readonly party: string
  readonly from: number
  readonly to: number
}

export interface Run extends Piece {
  readonly deletions: readonly PlacedMark[]
  readonly brackets: readonly PlacedMark[]
}

/** What a reader is shown of one block: everything a decoration, a test or an oracle needs. */
export interface BlockView {
  readonly block: Y.XmlElement
  readonly attributes: BlockAttributes
  /** Parties that propose to delete the whole block. */
  readonly deletedBy: readonly string[]
  readonly runs: readonly Run[]
}

export function viewBlock(block: Y.XmlElement, view: View, marks: MarkIndex): BlockView {
  const text = textNodeOf(block)
  const runs = (text ? piecesOf(text, view) : []).map((piece) => {
    const range: IdRange = [piece.client, piece.clock, piece.length]
    const place = (mark: Mark) => ({
      key: mark.key,
      party: mark.party,
      from: piece.offset + Math.max(0, mark.clock - piece.clock),
      to: piece.offset + Math.min(piece.length, mark.clock + mark.length - piece.clock),
    })
    return {
      ...piece,
      deletions: marks.deletions(range).map(place),
      brackets: marks.brackets(range).map(place),
    }
  })
  return { block, attributes: attributesOf(block), deletedBy: marks.blockDeletions(block), runs }
}

/** The words of a block as they stand, proposals included. */
export const wordsOf = (block: Y.XmlElement): string => textNodeOf(block)?.toString() ?? ''
