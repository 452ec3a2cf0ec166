// The audit: one row per act, chained by hash, written in the transaction of the act itself. In: an
// open transaction and what happened, by ids. Out: a row. Keeps: no row can be changed or dropped
// without breaking the chain; names, addresses, secrets and draft words never stand in it, so that
// a person can be erased elsewhere without touching the chain.

import { createHash } from 'node:crypto'
import type { AccountId, ProcessId } from '#shared/ids.ts'
import type { RuleId } from '#shared/refusal.ts'
import { genesis } from '../db/store.ts'
import type { Reader, Tx } from '../db/store.ts'
import type { AuditTable } from '../db/schema.ts'

export interface AuditEntry {
  readonly at: number
  /** Who acted; null for the hub itself. */
  readonly by: AccountId | null
  readonly process?: ProcessId | null
  /** What was done, as a verb: `seat-given`, `speaks-changed`. */
  readonly act: string
  /** The id it was done to. */
  readonly target: string
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
  readonly rule?: RuleId | null
}

/**
 * Appends one row. The store runs one writing transaction at a time, so the last row is the last.
 */
export async function record(tx: Tx, entry: AuditEntry): Promise<void> {
  const last = await tx
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    account_id: entry.by,
    process_id: entry.process ?? null,
    act: entry.act,
    target: entry.target,
    detail: JSON.stringify(entry.detail ?? {}),
    rule: entry.rule ?? null,
  }
  const hash = hashOf(last?.hash ?? genesis, row)
  await tx
    .insertInto('audit')
    .values({ ...row, hash })
    .execute()
}

/** The number of the first row that does not follow from the one before it; null when all do. */
export async function firstBrokenRow(read: Reader): Promise<number | null> {
  let previous: Uint8Array = genesis
  let seq = 0
  for (;;) {
    const rows = await read
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(1000)
      .execute()
    if (rows.length === 0) return null
    for (const { hash, ...row } of rows) {
      const expected = hashOf(previous, row)
      if (row.seq !== seq + 1 || Buffer.compare(expected, hash) !== 0) return row.seq
      previous = expected
      seq = row.seq
    }
  }
}

function hashOf(previous: Uint8Array, row: Omit<AuditTable, 'hash'>): Uint8Array {
  const { seq, at, account_id, process_id, act, target, detail, rule } = row
  const text = JSON.stringify([seq, at, account_id, process_id, act, target, detail, rule])
  return new Uint8Array(createHash('sha256').update(previous).update(text).digest())
}
