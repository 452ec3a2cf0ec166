// Reads of documents. In: a reader, the asker's seat, ids. Out: facts and views. Keeps: N1: what a
// seat may not read does not exist for it; the words are never read here.

import type { AccountId, DocumentId } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { mayRead, standingOf } from '#shared/law/standing.ts'
import { isRefusal, refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { may } from '#shared/roles.ts'
import type { DocumentTable, WorkTable } from '../db/schema.ts'
import type { Reader } from '../db/store.ts'
import { findSeat } from '../processes/seats.ts'
import type { HeldSeat } from '../processes/seats.ts'
import type { DocumentFacts, DocumentVersion, DocumentView } from './views.ts'

/** A document, and the seat of who may read it. */
export interface Readable {
  readonly document: DocumentFacts
  readonly seat: HeldSeat
}

/** The documents of the seat's process this seat may read, last changed first. */
export async function list(read: Reader, seat: HeldSeat): Promise<DocumentFacts[]> {
  const rows = await selectFacts(read)
    .where('document.process_id', '=', seat.process)
    .orderBy('document.changed_at', 'desc')
    .orderBy('document.id')
    .execute()
  return rows.map(factsOf).filter((facts) => mayRead(seat, facts))
}

/**
 * The document as this account may know it; `not-found` for a stranger as for what is not there.
 */
export async function findReadable(
  read: Reader,
  account: AccountId,
  document: DocumentId,
): Promise<Readable | Refusal> {
  const row = await selectFacts(read).where('document.id', '=', document).executeTakeFirst()
  if (!row) return refuse('not-found')
  const seat = await findSeat(read, account, row.process)
  const facts = factsOf(row)
  return seat && mayRead(seat, facts) ? { document: facts, seat } : refuse('not-found')
}

/** `today`: an ISO date; membership is dated by day. */
export async function get(
  read: Reader,
  account: AccountId,
  id: DocumentId,
  today: string,
): Promise<DocumentView | Refusal> {
  const found = await findReadable(read, account, id)
  if (isRefusal(found)) return found
  const { document, seat } = found
  const standing = standingOf({ ...seat, suspended: seat.writingSuspendedAt !== null }, document)
  if (isRefusal(standing)) return refuse('not-found')
  const { role, party, speaks } = seat
  const isDrafted = document.phase === 'drafting'
  return {
    document,
    versions: await versionsOf(read, found),
    process: await processOf(read, document, today),
    seat: { id: seat.id, role, party, speaks },
    writing: standing.writing,
    readsBecause: standing.readsBecause,
    mayOpenNegotiation: isDrafted && may(seat, 'open the negotiation'),
  }
}

async function versionsOf(read: Reader, { document, seat }: Readable): Promise<DocumentVersion[]> {
  const rows = await selectFacts(read)
    .where('document.work_id', '=', document.work)
    .orderBy('document.created_at')
    .orderBy('document.id')
    .execute()
  const readable = rows.map(factsOf).filter((facts) => mayRead(seat, facts))
  return readable.map(({ id, language, title }) => ({ document: id, language, title }))
}

async function processOf(
  read: Reader,
  { process }: DocumentFacts,
  today: string,
): Promise<DocumentView['process']> {
  const row = await read
    .selectFrom('process')
    .select(['id', 'names', 'short_name', 'languages'])
    .where('id', '=', process)
    .executeTakeFirstOrThrow()
  const members = await read
    .selectFrom('member')
    .select(['party', 'standing', 'since', 'until'])
    .where('process_id', '=', process)
    .orderBy('party')
    .execute()
  // A source may give a year or a month only; then the whole of it counts.
  const present = members.filter(({ since, until }) => {
    const isOver = until !== null && until < today.slice(0, until.length)
    return (since === null || since <= today) && !isOver
  })
  return {
    id: row.id,
    names: JSON.parse(row.names) as Record<Language, string>,
    shortName: row.short_name,
    languages: JSON.parse(row.languages) as Language[],
    members: present.map(({ party, standing }) => ({ party, standing })),
  }
}

type FactsRow = Omit<DocumentTable, 'work_id' | 'process_id'> &
  Pick<WorkTable, 'kind' | 'symbol' | 'fictitious'> & {
    work: WorkTable['id']
    process: WorkTable['process_id']
  }

function selectFacts(read: Reader) {
  return read
    .selectFrom('document')
    .innerJoin('work', 'work.id', 'document.work_id')
    .select(['document.id', 'document.title', 'document.language', 'document.phase'])
    .select(['document.reading', 'document.writing', 'document.shared'])
    .select(['document.open_to_observers', 'document.created_at', 'document.changed_at'])
    .select(['document.work_id as work', 'document.process_id as process'])
    .select(['work.kind', 'work.symbol', 'work.fictitious'])
}

function factsOf(row: FactsRow): DocumentFacts {
  return {
    id: row.id,
    work: row.work,
    process: row.process,
    title: row.title,
    symbol: row.symbol,
    kind: row.kind,
    language: row.language,
    phase: row.phase,
    reading: row.reading,
    writing: row.writing,
    shared: row.shared === 1,
    openToObservers: row.open_to_observers === 1,
    fictitious: row.fictitious === 1,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}
