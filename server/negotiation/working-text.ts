// A room's text: what is committed, as bytes, and a document in which the next tick is tried. In:
// snapshot and journal rows. Out: bytes for joiners, a bench for admission. Keeps: joins, queries and
// snapshots read committed bytes only; a failed append leaves nothing in memory that is not on disk (I5).

import * as Y from 'yjs'
import { Accepted, type PartyOf } from '#shared/document/attribution.ts'
import { openRoots, proposalsOf, rulingsOf, textOf } from '#shared/document/roots.ts'
import { limits } from '#shared/limits.ts'
import type { Bench } from './admission/admission.ts'
import type { Text } from './admission/reading.ts'

export interface CommittedRow {
  readonly seq: number
  readonly payload: Uint8Array
}

/** An update that changes nothing: no structs, no deletions. */
export const emptyUpdate = new Uint8Array([0, 0])

export class WorkingText implements Bench {
  readonly #partyOf: PartyOf
  #base: CommittedRow
  #tail: CommittedRow[] = []
  #tailBytes = 0
  /** The last rows, also those the base already holds: for pages that come back. */
  readonly #recent: CommittedRow[] = []
  /** Built at the first edit: readers of a cold document are served from stored bytes. */
  #text: Text | null = null

  constructor(base: CommittedRow, tail: readonly CommittedRow[], partyOf: PartyOf) {
    this.#base = base
    this.#partyOf = partyOf
    for (const row of tail) this.committed(row)
  }

  /** State of the rows 1…base.seq; with `tail` it is the whole committed text. */
  get base(): CommittedRow {
    return this.#base
  }

  get tail(): readonly CommittedRow[] {
    return this.#tail
  }

  get text(): Text {
    this.#text ??= this.#build()
    return this.#text
  }

  /** Whether a document has been built: a cold text is served from stored bytes. */
  get hasDocument(): boolean {
    return this.#text !== null
  }

  /** A row is on disk. The document in hand already holds it, or does not exist. */
  committed(row: CommittedRow): void {
    this.#tail.push(row)
    this.#tailBytes += row.payload.length
    this.#recent.push(row)
    if (this.#recent.length > limits.joinTailRowsMax) this.#recent.shift()
    if (this.#text) this.#text.accepted.refresh(this.#text.doc)
  }

  /** Rows another hub wrote: the document in hand is behind, so it goes. */
  adopt(rows: readonly CommittedRow[]): void {
    this.discard()
    for (const row of rows) this.committed(row)
  }

  /** The rows behind `seq`, when they are at hand and lighter than the state; null otherwise. */
  since(seq: number): readonly CommittedRow[] | null {
    const last = this.#tail.at(-1)?.seq ?? this.#base.seq
    if (seq === last) return []
    const from = this.#recent.findIndex((row) => row.seq === seq + 1)
    if (from < 0) return null
    const rows = this.#recent.slice(from)
    const bytes = rows.reduce((sum, { payload }) => sum + payload.length, 0)
    return bytes < this.#base.payload.length ? rows : null
  }

  /** About what the whole committed text weighs, encoded. */
  get bytes(): number {
    return this.#base.payload.length + this.#tailBytes
  }

  get tailIsLong(): boolean {
    return (
      this.#tail.length > limits.joinTailRowsMax || this.#tailBytes > limits.snapshotTailBytesMax
    )
  }

  /** Folds the tail into the base. Only while the document in hand equals the committed state. */
  fold(): CommittedRow {
    const last = this.#tail.at(-1)
    if (last) {
      this.#base = { seq: last.seq, payload: Y.encodeStateAsUpdate(this.text.doc) }
      this.#tail = []
      this.#tailBytes = 0
    }
    return this.#base
  }

  rebuild(): void {
    this.discard()
    this.#text = this.#build()
  }

  /** Forgets whatever was tried and not committed. */
  discard(): void {
    this.#text?.doc.destroy()
    this.#text = null
  }

  #build(): Text {
    const doc = new Y.Doc()
    openRoots(doc)
    doc.transact(() => {
      Y.applyUpdate(doc, this.#base.payload, 'journal')
      for (const { payload } of this.#tail) Y.applyUpdate(doc, payload, 'journal')
    }, 'journal')
    return {
      doc,
      root: textOf(doc),
      proposals: proposalsOf(doc),
      rulings: rulingsOf(doc),
      accepted: new Accepted(doc),
      partyOf: this.#partyOf,
    }
  }
}
