// Says whether a person speaks for their delegation (N6). In: an act, the seat of who decides and
// the seat decided about. Out: a row, or a refusal. Keeps: N6: the focal point decides for its own
// delegation only; changeable at once, open documents hear of it.

import { CHAIR } from '#shared/ids.ts'
import { mayEverSpeak } from '#shared/roles.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Act } from '../../audit/command.ts'
import { accountTopic, processTopic } from '../../live/outbox.ts'
import type { HeldSeat } from '../seats.ts'

export async function setSpeaks(
  act: Act,
  by: HeldSeat,
  seat: HeldSeat,
  speaks: boolean,
): Promise<void | Refusal> {
  const decides = by.party === CHAIR || by.party === seat.party
  if (!decides) return refuse('not-allowed')
  if (!mayEverSpeak(seat.role)) return refuse('not-allowed')
  if (seat.speaks === speaks) return
  await act.tx
    .updateTable('seat')
    .set({ speaks: speaks ? 1 : 0 })
    .where('id', '=', seat.id)
    .execute()
  const { process, id } = seat
  await act.record({ process, act: 'speaks-changed', target: id, detail: { speaks }, rule: 'N6' })
  await act.announce(processTopic(process), { event: 'people-changed' })
  await act.announce(accountTopic(seat.account), { event: 'seats-changed' })
  act.signal('seat-changed', id, seat.account)
}
