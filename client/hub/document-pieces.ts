// Pieces of unconfirmed writing against what the hub has. In: pieces kept or given back, a document as
// committed. Out: what is to be offered, and the part of it that is missing there. Keeps: nobody is offered words that did
// reach the text after all.

import * as Y from 'yjs'
import type { KeptRecord, Offer, Piece } from './kept-words.ts'

/** The piece, its missing end, or null when the hub has all of it. */
export function stillMissing(piece: Piece, committed: Y.Doc): Piece | null {
  const known = Y.getState(committed.store, piece.client) - piece.clock
  if (known <= 0) return piece
  if (known >= piece.length) return null
  if (piece.what !== 'words') return piece
  return {
    ...piece,
    clock: piece.clock + known,
    length: piece.length - known,
    words: piece.words.slice(known),
  }
}

export const idOf = (piece: Piece): string => `${piece.client}.${piece.clock}.${piece.what}`

/** What earlier pages had not sent, after what they had already been given back; each once. */
export function offersOf(records: readonly KeptRecord[], own: readonly Offer[]): Offer[] {
  const all = new Map<string, Offer>()
  for (const record of records) {
    for (const offer of record.offers) all.set(offer.id, offer)
    for (const piece of record.unsent) {
      const id = idOf(piece)
      if (!all.has(id)) all.set(id, { id, why: null, at: record.at, piece })
    }
  }
  for (const offer of own) all.set(offer.id, offer)
  return [...all.values()].toSorted((a, b) => a.at - b.at)
}
