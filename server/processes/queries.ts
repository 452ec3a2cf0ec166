// Reads of processes and their people. In: a reader, who asks. Out: views. Keeps: one sees the
// processes one has a seat in; names and addresses of people go only to whom the matrix of
// shared/roles.ts lets.

import type { AccountId, ProcessId } from '#shared/ids.ts'
import { CHAIR } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { must } from '#shared/assert.ts'
import { may } from '#shared/roles.ts'
import { seatView } from '../auth/views.ts'
import type { ProcessTable } from '../db/schema.ts'
import type { Reader } from '../db/store.ts'
import { seatsOf } from './seats.ts'
import type { HeldSeat } from './seats.ts'
import type { PersonView, ProcessSummary, ProcessView } from './views.ts'

/** The processes this account has a live seat in, by name. */
export async function list(read: Reader, account: AccountId): Promise<ProcessSummary[]> {
  const seats = await seatsOf(read, account)
  if (seats.length === 0) return []
  const rows = await read
    .selectFrom('process')
    .selectAll()
    .where(
      'id',
      'in',
      seats.map(({ process }) => process),
    )
    .orderBy('short_name')
    .execute()
  const seatIn = new Map(seats.map((seat) => [seat.process, seat]))
  return rows.map((row) => summary(row, must(seatIn.get(row.id), 'seat of a listed process')))
}

/** A process as its seated people see it: members with their dated standing, organs, languages. */
export async function get(read: Reader, seat: HeldSeat): Promise<ProcessView> {
  const { process } = seat
  const row = await read
    .selectFrom('process')
    .selectAll()
    .where('id', '=', process)
    .executeTakeFirstOrThrow()
  const members = await read
    .selectFrom('member')
    .select(['party', 'standing', 'since', 'until', 'source'])
    .where('process_id', '=', process)
    .orderBy('standing')
    .orderBy('party')
    .execute()
  const organs = await read
    .selectFrom('organ')
    .select(['key', 'names', 'level'])
    .where('process_id', '=', process)
    .orderBy('position')
    .execute()
  return {
    ...summary(row, seat),
    description: parseNames(row.description),
    members,
    organs: organs.map(({ key, names, level }) => ({ key, names: parseNames(names), level })),
  }
}

/** Everyone seated in a process, as far as this reader may know. */
export async function people(
  read: Reader,
  reader: HeldSeat,
  process: ProcessId,
): Promise<PersonView[]> {
  const all = may(reader, 'see everyone by name')
  const rows = await read
    .selectFrom('seat')
    .innerJoin('account', 'account.id', 'seat.account_id')
    .select(['seat.id', 'account_id', 'role', 'party', 'speaks', 'writing_suspended_at'])
    .select(['name', 'email', 'password'])
    .where('process_id', '=', process)
    .where('ended_at', 'is', null)
    .orderBy('party')
    .orderBy('name')
    .orderBy('seat.id')
    .execute()
  return rows.map((row) => {
    const you = row.account_id === reader.account
    const named = all || row.party === reader.party || row.party === CHAIR
    return {
      seat: row.id,
      role: row.role,
      party: row.party,
      you,
      speaks: row.speaks === 1,
      name: named ? row.name : null,
      email: all || you ? row.email : null,
      writingSuspendedAt: all ? row.writing_suspended_at : null,
      invitationPending: all && row.password === null,
    }
  })
}

function summary(row: ProcessTable, seat: HeldSeat): ProcessSummary {
  return {
    id: row.id,
    names: parseNames(row.names),
    shortName: row.short_name,
    languages: JSON.parse(row.languages) as Language[],
    fictitious: row.fictitious === 1,
    seat: seatView(seat),
  }
}

const parseNames = (json: string) => JSON.parse(json) as Record<Language, string>
