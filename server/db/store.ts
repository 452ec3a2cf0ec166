// What the house needs of a store, whichever engine is behind it. In: stories (functions that run
// in one transaction) and journal rows. Out: values, heads, conflicts. Keeps: I1 (resolved means
// on disk), I2 (the chain), one document's conflict never fails another's batch. The contract
// suite (store.contract.ts) is run against every implementation.

import type { Kysely, Transaction } from 'kysely'
import type { BatchId, DocumentId } from '#shared/ids.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Schema } from './schema.ts'

export type Tx = Transaction<Schema>
export type Reader = Kysely<Schema>

/** Where a document's journal stands: `seq` rows, the last of them with this hash. */
export interface Head {
  readonly epoch: string
  readonly seq: number
  readonly hash: Uint8Array
}

export interface NewRow {
  readonly batch: BatchId
  /** One Yjs update (v1) as the room's own document emitted it; may be empty of changes. */
  readonly payload: Uint8Array
  /** JSON text: who, with which hand, which leases first used, which rule. Hashed byte for byte. */
  readonly meta: string
  readonly at: number
}

export interface Row extends NewRow {
  readonly epoch: string
  readonly seq: number
  readonly hash: Uint8Array
}

export interface Snapshot {
  readonly epoch: string
  readonly seq: number
  /** Y.encodeStateAsUpdate of exactly the rows 1…seq (I5). */
  readonly state: Uint8Array
}

export type Appended = { readonly head: Head } | { readonly conflict: Head | null }

export interface Journal {
  /**
   * Appends rows behind `expected`, all or none, together with what `alongside` writes; resolves
   * only when they are on disk. `expected.seq === 0` begins a journal with that epoch. A conflict
   * tells the head that stands instead, and writes nothing. A refusal from `alongside` rolls
   * everything back and is passed on. Throws when the store cannot write, or when the outcome is
   * unknown.
   * A document that does not exist yet may be written by `alongside`, which then runs first.
   */
  append(
    document: DocumentId,
    expected: Head,
    rows: readonly NewRow[],
    alongside?: (tx: Tx) => Promise<Refusal | void>,
  ): Promise<Appended | Refusal>
  head(document: DocumentId): Promise<Head | null>
  /**
   * Rows with seq > `after`, in order; verifies the hash chain as it reads, and throws if it is
   * broken.
   */
  rows(document: DocumentId, after: number, limit?: number): Promise<Row[]>
  /** For an append whose outcome is unknown. */
  byBatch(document: DocumentId, batch: BatchId): Promise<Row | null>
  /** The newest snapshot that verifies; null when there is none. */
  snapshot(document: DocumentId): Promise<Snapshot | null>
  /** Writes, reads back and compares; keeps the previous ones. */
  saveSnapshot(document: DocumentId, snapshot: Snapshot): Promise<void>
}

export interface Store {
  /** Committed rows only; never writes. */
  readonly read: Reader
  /** One whole transaction. A story that returns a refusal is rolled back. */
  transaction<T>(story: (tx: Tx) => Promise<T>): Promise<T>
  readonly journal: Journal
  /** Resolves when a commit went through just now; throws otherwise (`/healthz`). */
  probe(): Promise<void>
  close(): Promise<void>
}

/** The hash before row 1; a later epoch goes on from the last row of the one before. */
export const genesis = new Uint8Array(32)
