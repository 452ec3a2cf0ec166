// Ends a seat. In: an act, the seat, who ends it. Out: a dated row, or a refusal. Keeps: nobody
// ends their own seat by a slip; a process never loses its last secretariat; the person is out of
// every socket of this process within a second (I8).

import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Act } from '../../audit/command.ts'
import { accountTopic, processTopic } from '../../live/outbox.ts'
import type { HeldSeat } from '../seats.ts'

export async function endSeat(act: Act, seat: HeldSeat): Promise<void | Refusal> {
  if (seat.account === act.by) return refuse('own-seat')
  if (seat.role === 'secretariat' && !(await hasAnotherSecretariat(act, seat)))
    return refuse('last-secretariat')
  await act.tx.updateTable('seat').set({ ended_at: act.now }).where('id', '=', seat.id).execute()
  await act.record({ process: seat.process, act: 'seat-ended', target: seat.id })
  await act.announce(processTopic(seat.process), { event: 'people-changed' })
  await act.announce(accountTopic(seat.account), { event: 'seats-changed' })
  act.signal('seat-changed', seat.id, seat.account)
}

async function hasAnotherSecretariat(act: Act, seat: HeldSeat): Promise<boolean> {
  const other = await act.tx
    .selectFrom('seat')
    .select('id')
    .where('process_id', '=', seat.process)
    .where('role', '=', 'secretariat')
    .where('id', '!=', seat.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Boolean(other)
}
