// Writes a document and, unless it is a version of one, its work. In: an act, the facts. Out:
// rows, an audit entry, an event. Keeps: a work's language versions share its symbol; the words
// themselves are journal row 1, appended in the same transaction (begin.ts).

import type { DocumentId, ProcessId, RandomBytes, WorkId } from '#shared/ids.ts'
import { mint } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Act } from '../../audit/command.ts'
import type { WorkKind } from '../../db/schema.ts'
import { processTopic } from '../../live/outbox.ts'

export interface NewDocument {
  readonly id: DocumentId
  readonly process: ProcessId
  /** Clean, in the document's own language. */
  readonly title: string
  readonly language: Language
  readonly phase: 'drafting' | 'negotiating'
  readonly shared: boolean
  /** The work it is a version of, or what kind of work it begins. */
  readonly work: WorkId | { readonly kind: WorkKind; readonly symbol?: string }
}

/** Refuses with `bad-input` when the process does not work in that language. */
export async function createDocument(
  act: Act,
  document: NewDocument,
  random: RandomBytes,
): Promise<WorkId | Refusal> {
  const { id, process, title, language, phase } = document
  const home = await act.tx
    .selectFrom('process')
    .select(['languages', 'short_name', 'fictitious'])
    .where('id', '=', process)
    .executeTakeFirst()
  if (!home) return refuse('not-found')
  if (!(JSON.parse(home.languages) as Language[]).includes(language)) {
    return refuse('bad-input', { field: 'language' })
  }
  const work = await workOf(act, document, home, random)
  await act.tx
    .insertInto('document')
    .values({
      id,
      work_id: work,
      process_id: process,
      title,
      language,
      phase,
      reading: 1,
      writing: 'together',
      shared: document.shared ? 1 : 0,
      open_to_observers: 0,
      created_at: act.now,
      changed_at: act.now,
    })
    .execute()
  const detail = { work, language, phase, shared: document.shared }
  await act.record({ process, act: 'document-created', target: id, detail })
  await act.announce(processTopic(process), { event: 'documents-changed', document: id })
  return work
}

async function workOf(
  act: Act,
  { process, title, work }: NewDocument,
  home: { short_name: string; fictitious: 0 | 1 },
  random: RandomBytes,
): Promise<WorkId> {
  if (typeof work === 'string') return work
  const id = mint<WorkId>(random)
  await act.tx
    .insertInto('work')
    .values({
      id,
      process_id: process,
      kind: work.kind,
      title,
      symbol: work.symbol ?? (await nextSymbol(act, process, home.short_name)),
      fictitious: home.fictitious,
      created_by: act.by,
      created_at: act.now,
    })
    .execute()
  return id
}

/** The next L. document of the process (DOMAIN §2.1): `CSM/L.4`. */
async function nextSymbol(act: Act, process: ProcessId, shortName: string): Promise<string> {
  const rows = await act.tx
    .selectFrom('work')
    .select('symbol')
    .where('process_id', '=', process)
    .execute()
  const taken = rows.map(({ symbol }) => Number(/\/L\.(\d+)$/.exec(symbol)?.[1] ?? 0))
  return `${shortName.toUpperCase()}/L.${Math.max(0, ...taken) + 1}`
}
