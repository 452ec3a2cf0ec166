// Pieces of unconfirmed writing against what the hub has. In: a piece kept or given back, a document
// as committed. Out: the part of it that is missing there. Keeps: nobody is offered words that did
// reach the text after all.

import * as Y from 'yjs'
import type { Piece } from './kept-words.ts'

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
