// What the start page of a demonstration shows. In: a reader. Out: the processes, their people,
// the text to look at. Keeps: only the demo's made-up people are ever listed without a login.

import type { DocumentId, PartyCode, ProcessId } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Role } from '#shared/roles.ts'
import { demoPeoplePattern } from '../auth/demo-password.ts'
import type { Reader } from '../db/store.ts'
import { liveSymbol } from './documents.ts'
import { demoPeople } from './people.ts'

export interface DemoProcess {
  readonly process: {
    readonly id: ProcessId
    readonly names: Record<Language, string>
    readonly shortName: string
    readonly languages: Language[]
  }
  /** The text being negotiated, to link to. */
  readonly document: DocumentId | null
  readonly people: {
    readonly email: string
    readonly name: string
    readonly role: Role
    readonly party: PartyCode
    readonly speaks: boolean
  }[]
}

/** The text in which simulated delegates write. */
export async function liveDocument(read: Reader): Promise<DocumentId | null> {
  const row = await read
    .selectFrom('document')
    .innerJoin('work', 'work.id', 'document.work_id')
    .select('document.id')
    .where('work.symbol', '=', liveSymbol)
    .where('document.language', '=', 'es')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function people(read: Reader): Promise<DemoProcess[]> {
  const processes = await read.selectFrom('process').selectAll().orderBy('short_name').execute()
  const seats = await read
    .selectFrom('seat')
    .innerJoin('account', 'account.id', 'seat.account_id')
    .select(['seat.process_id as process', 'email', 'name', 'role', 'party', 'speaks'])
    .where('account.email', 'like', demoPeoplePattern)
    .where('seat.ended_at', 'is', null)
    .execute()
  const documents = await read
    .selectFrom('document')
    .select(['id', 'process_id as process'])
    .where('phase', '=', 'negotiating')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const live = await liveDocument(read)
  const place = new Map(demoPeople.map(({ email }, i) => [email, i]))
  const placeOf = ({ email }: { email: string }) => place.get(email) ?? Infinity
  return processes.map(({ id, names, short_name, languages }) => {
    const own = documents.filter(({ process }) => process === id).map((document) => document.id)
    const seated = seats.filter(({ process }) => process === id)
    return {
      process: {
        id,
        names: JSON.parse(names) as Record<Language, string>,
        shortName: short_name,
        languages: JSON.parse(languages) as Language[],
      },
      document: own.find((document) => document === live) ?? own[0] ?? null,
      people: seated
        .toSorted((a, b) => placeOf(a) - placeOf(b))
        .map(({ email, name, role, party, speaks }) => {
          return { email, name, role, party, speaks: speaks === 1 }
        }),
    }
  })
}
