// What the main thread and the writing thread say to each other. In: nothing. Out: types. Keeps:
// every order has exactly one answer, told by its id; answers of one commit travel together; bytes
// travel as copies that own their buffer (a pooled Buffer would carry its whole pool along).

import type { SqlValue } from '../parameters.ts'
import type { StatementReason } from '../errors.ts'
import type { Appended, Head, NewRow, Row } from '../store.ts'

export interface AppendOrder {
  readonly document: string
  readonly expected: Head
  readonly rows: readonly NewRow[]
  /** The story it belongs to; null: any commit will do. */
  readonly story: number | null
}

interface StatementResult {
  readonly rows: Record<string, SqlValue>[]
  readonly changes: number
  readonly lastId: number
}

/** What the writing connection says about itself; tests read it. */
export interface WriterFacts {
  /** 2 is FULL. */
  readonly synchronous: number
  readonly journalMode: string
  readonly foreignKeys: number
  /** Transactions committed since this thread began. */
  readonly commits: number
}

export interface Orders {
  append: { input: AppendOrder; answer: Appended }
  byBatch: { input: { document: string; batch: string }; answer: Row | null }
  /** Answered when the story has the floor: it alone writes until commit or rollback. */
  begin: { input: { story: number }; answer: null }
  statement: {
    input: { story: number; sql: string; parameters: SqlValue[] }
    answer: StatementResult
  }
  commit: { input: { story: number }; answer: null }
  rollback: { input: { story: number }; answer: null }
  facts: { input: null; answer: WriterFacts }
  close: { input: null; answer: null }
}

export type What = keyof Orders
export type Order<K extends What = What> = K extends What
  ? { readonly id: number; readonly what: K; readonly input: Orders[K]['input'] }
  : never

export interface Failure {
  /** `failed`: nothing was written. `unknown`: the commit itself failed. */
  readonly kind: 'failed' | 'unknown' | 'statement'
  readonly reason: StatementReason
  readonly message: string
}

export type Answer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: Failure }

/** The writing thread is open and its pragmas hold. */
export const ready = 'ready'

/** A copy that owns its buffer and may be transferred. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
