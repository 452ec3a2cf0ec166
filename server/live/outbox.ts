// What must reach open pages: written with the act, sent after its commit. In: an open transaction,
// a topic, an event. Out: an outbox row. Keeps: I1 (nothing uncommitted leaves by this door either)
// and a bound on the table: the newest rows stay, so ids only grow.

import type { LiveEvent, Topic } from '#shared/live/events.ts'
import type { AccountId, ProcessId } from '#shared/ids.ts'
import type { Reader, Tx } from '../db/store.ts'

const rowsKept = 10_000

export const processTopic = (process: ProcessId): Topic => `process/${process}`
export const accountTopic = (account: AccountId): Topic => `account/${account}`

/** Sends `event` to `topic` once the transaction has committed (and `outbox` was signalled). */
export async function announce(tx: Tx, topic: Topic, event: LiveEvent, now: number): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({ topic, event: JSON.stringify(event), at: now })
    .execute()
}

/** The newest outbox id, 0 when there is none. */
export async function newestVersion(read: Reader): Promise<number> {
  const row = await read
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst()
  return row?.id ?? 0
}

/** Drops all but the newest rows. */
export async function pruneOutbox(tx: Tx): Promise<void> {
  const newest = await newestVersion(tx)
  await tx
    .deleteFrom('outbox')
    .where('id', '<=', newest - rowsKept)
    .execute()
}
