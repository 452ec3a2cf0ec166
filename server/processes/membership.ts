// Who can be seated for whom. In: a process' members, a role, a party, the time. Out: yes or no.
// Keeps: the chair and the secretariat sit for the meeting (`CHAIR`), delegates for a present
// member, observers for a member or an observer of the process.

import { CHAIR } from '#shared/ids.ts'
import type { PartyCode, ProcessId } from '#shared/ids.ts'
import { may } from '#shared/roles.ts'
import type { Role } from '#shared/roles.ts'
import type { Reader } from '../db/store.ts'

/** `now` in milliseconds; membership is dated by day. */
export async function mayBeSeated(
  read: Reader,
  process: ProcessId,
  role: Role,
  party: PartyCode,
  now: number,
): Promise<boolean> {
  if (may({ role, speaks: true }, 'hold the pen')) return party === CHAIR
  const member = await read
    .selectFrom('member')
    .select(['standing', 'since', 'until'])
    .where('process_id', '=', process)
    .where('party', '=', party)
    .executeTakeFirst()
  if (!member) return false
  const today = new Date(now).toISOString().slice(0, 10)
  // A source may give a year or a month only; then the whole of it counts.
  const begun = member.since === null || member.since <= today
  const over = member.until !== null && member.until < today.slice(0, member.until.length)
  if (!begun || over) return false
  return member.standing === 'member' || !may({ role, speaks: true }, 'read drafts')
}
