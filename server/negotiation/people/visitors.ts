// Who stands at the door of a document. In: an account and the name in the path. Out: what they may do
// there, or the refusal a stranger gets. Keeps: N1, N6; "not found" is the same for what does not exist
// and for what one may not know of (I10). Decided anew at every opening, from committed rows.

import type { AccountId, DocumentId, LoginHash } from '#shared/ids.ts'
import { standingOf } from '#shared/law/standing.ts'
import { isRefusal, refuse, type Refusal } from '#shared/refusal.ts'
import { may, type Seat } from '#shared/roles.ts'
import type { Reader } from '../../db/store.ts'
import type { Audience } from './audience.ts'
import type { Visitor } from '../connection.ts'

export async function visitorAt(
  read: Reader,
  account: AccountId,
  login: LoginHash,
  document: DocumentId,
): Promise<Visitor | Refusal> {
  const row = await read
    .selectFrom('document')
    .innerJoin('seat', 'seat.process_id', 'document.process_id')
    .innerJoin('account', 'account.id', 'seat.account_id')
    .where('document.id', '=', document)
    .where('seat.account_id', '=', account)
    .where('seat.ended_at', 'is', null)
    .select([
      'document.process_id as process',
      'document.phase',
      'document.shared',
      'document.open_to_observers',
      'seat.id',
      'seat.role',
      'seat.party',
      'seat.speaks',
      'seat.writing_suspended_at',
      'account.name',
    ])
    .executeTakeFirst()
  if (!row) return refuse('not-seated')
  const seat: Seat = {
    id: row.id,
    process: row.process,
    role: row.role,
    party: row.party,
    speaks: row.speaks === 1,
  }
  const facts = {
    phase: row.phase,
    shared: row.shared === 1,
    openToObservers: row.open_to_observers === 1,
  }
  const suspended = row.writing_suspended_at !== null
  const standing = standingOf({ ...seat, suspended }, facts)
  if (isRefusal(standing)) return standing
  const person = { party: seat.party, name: row.name }
  return { account, login, process: row.process, person, audience: audienceOf(seat), standing }
}

function audienceOf(seat: Seat): Audience {
  if (may(seat, 'see everyone by name')) return 'secretariat'
  return may(seat, 'read drafts') ? seat.party : 'others'
}
