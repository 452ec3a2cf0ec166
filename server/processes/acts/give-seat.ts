// Seats an account in a process. In: an act, who, where, in which role for which party. Out: the
// seat's id, or `address-taken` when the account already has one there. Keeps: one live seat per
// account and process; by default all delegates speak for their delegation and advisers draft
// privately (N6).

import { mint } from '#shared/ids.ts'
import type { AccountId, PartyCode, ProcessId, RandomBytes, SeatId } from '#shared/ids.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { mayEverSpeak } from '#shared/roles.ts'
import type { Role } from '#shared/roles.ts'
import type { Act } from '../../audit/command.ts'
import { accountTopic, processTopic } from '../../live/outbox.ts'
import { findSeat } from '../seats.ts'

export interface NewSeat {
  readonly process: ProcessId
  readonly account: AccountId
  readonly role: Role
  readonly party: PartyCode
}

export async function giveSeat(
  act: Act,
  { process, account, role, party }: NewSeat,
  random: RandomBytes,
): Promise<SeatId | Refusal> {
  if (await findSeat(act.tx, account, process)) return refuse('address-taken')
  const id = mint<SeatId>(random)
  await act.tx
    .insertInto('seat')
    .values({
      id,
      process_id: process,
      account_id: account,
      role,
      party,
      speaks: mayEverSpeak(role) ? 1 : 0,
      writing_suspended_at: null,
      created_at: act.now,
      ended_at: null,
    })
    .execute()
  await act.record({ process, act: 'seat-given', target: id, detail: { account, role, party } })
  await act.announce(processTopic(process), { event: 'people-changed' })
  await act.announce(accountTopic(account), { event: 'seats-changed' })
  act.signal('seat-changed', id, account)
  return id
}
