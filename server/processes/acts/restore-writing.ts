// Lets a person write again whom too many refusals made a reader (DESIGN §4). In: an act, the seat.
// Out: a row. Keeps: the refusals stay on record; only the suspension ends.

import type { Act } from '../../audit/command.ts'
import { accountTopic, processTopic } from '../../live/outbox.ts'
import type { HeldSeat } from '../seats.ts'

export async function restoreWriting(act: Act, seat: HeldSeat): Promise<void> {
  if (seat.writingSuspendedAt === null) return
  await act.tx
    .updateTable('seat')
    .set({ writing_suspended_at: null })
    .where('id', '=', seat.id)
    .execute()
  await act.record({ process: seat.process, act: 'writing-restored', target: seat.id })
  await act.announce(processTopic(seat.process), { event: 'people-changed' })
  await act.announce(accountTopic(seat.account), { event: 'seats-changed' })
  act.signal('seat-changed', seat.id, seat.account)
}
