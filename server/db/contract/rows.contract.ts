// What the contract's cases share: rows, heads, beginnings. In: counts and bytes. Out: journals
// begun in a planted document. Keeps: every batch id is used once.

import { expect } from 'vitest'
import type { BatchId, DocumentId } from '#shared/ids.ts'
import { testNow } from '../../testing/temporary-store.ts'
import { genesis } from '../store.ts'
import type { Head, NewRow, Store } from '../store.ts'

/** What must hold → how it is tried, on a store of its own. */
export type Cases = Record<string, (store: Store) => Promise<void>>

let batches = 0

/** A row with a batch of its own. */
export function row(payload: Uint8Array = new Uint8Array([1, 2, 3]), meta = '{"by":"x"}'): NewRow {
  batches += 1
  return { batch: `batch-${batches}` as BatchId, payload, meta, at: testNow }
}

export const start = (epoch = 'e1'): Head => ({ epoch, seq: 0, hash: genesis })

/** The head after an append that must have gone through. */
export function headOf(result: unknown): Head {
  expect(result).toHaveProperty('head')
  return (result as { head: Head }).head
}

/** Appends `count` rows one after the other from the beginning. */
export async function begun(store: Store, document: DocumentId, count: number): Promise<Head> {
  let head = start()
  for (let i = 0; i < count; i++) {
    head = headOf(await store.journal.append(document, head, [row(new Uint8Array([i]))]))
  }
  return head
}
