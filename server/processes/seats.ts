// Whose seat is it: reads the live seat of an account in a process. In: a reader (or an open
// transaction), ids. Out: the seat, or null for a stranger. Keeps: an account has at most one live
// seat in a process; ended seats count for nothing.

import type { AccountId, ProcessId, SeatId } from '#shared/ids.ts'
import type { Seat } from '#shared/roles.ts'
import type { SeatTable } from '../db/schema.ts'
import type { Reader } from '../db/store.ts'

/** A seat with the account that has it. */
export interface HeldSeat extends Seat {
  readonly account: AccountId
  /** When too many refusals suspended its writing; null when it may write. */
  readonly writingSuspendedAt: number | null
}

const columns = [
  'id',
  'process_id',
  'account_id',
  'role',
  'party',
  'speaks',
  'writing_suspended_at',
] as const

/** The live seat of this account in this process. */
export async function findSeat(
  read: Reader,
  account: AccountId,
  process: ProcessId,
): Promise<HeldSeat | null> {
  const row = await read
    .selectFrom('seat')
    .select(columns)
    .where('process_id', '=', process)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? asSeat(row) : null
}

/** A live seat of this process by its id. */
export async function findSeatById(
  read: Reader,
  process: ProcessId,
  seat: SeatId,
): Promise<HeldSeat | null> {
  const row = await read
    .selectFrom('seat')
    .select(columns)
    .where('id', '=', seat)
    .where('process_id', '=', process)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? asSeat(row) : null
}

/** All live seats of an account, oldest first. */
export async function seatsOf(read: Reader, account: AccountId): Promise<HeldSeat[]> {
  const rows = await read
    .selectFrom('seat')
    .select(columns)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(asSeat)
}

function asSeat(row: Pick<SeatTable, (typeof columns)[number]>): HeldSeat {
  return {
    id: row.id,
    process: row.process_id,
    account: row.account_id,
    role: row.role,
    party: row.party,
    speaks: row.speaks === 1,
    writingSuspendedAt: row.writing_suspended_at,
  }
}
