// The commands of documents: begin one, look at an import before it is one, open the negotiation.
// In: parsed input, who asks. Out: values or refusals. Keeps: what the asker's seat allows is read
// again inside the transaction, so that a seat ended a moment ago decides nothing.

import { cleanText } from '#shared/document/plain-text.ts'
import type { Kind } from '#shared/document/blocks.ts'
import { importText } from '#shared/document/import.ts'
import type { ImportedBlock, ImportedText } from '#shared/document/import.ts'
import { templateKeys, templateOf } from '#shared/document/templates.ts'
import type { TemplateKey } from '#shared/document/templates.ts'
import type { AccountId, DocumentId } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { limits } from '#shared/limits.ts'
import { isRefusal, refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { may } from '#shared/roles.ts'
import { actIn } from '../audit/command.ts'
import type { WorkKind } from '../db/schema.ts'
import type { Head, Tx } from '../db/store.ts'
import type { World } from '../hub-types.ts'
import { findSeat } from '../processes/seats.ts'
import type { HeldSeat } from '../processes/seats.ts'
import { changePhase } from './acts/change-phase.ts'
import { beginDocument } from './begin.ts'
import { metaOfPhase } from './initial.ts'
import { findReadable } from './queries.ts'
import type { ImportPreview, TemplateView } from './views.ts'

export interface DocumentPlan {
  readonly title: string
  readonly kind: WorkKind
  readonly language: Language
  readonly phase: 'drafting' | 'negotiating'
  /** Delegations may read it while it is drafted. */
  readonly shared: boolean
  readonly from: { readonly template: TemplateKey } | { readonly text: string }
}

/** Appends an act to a document's journal, in the document's own queue (negotiation). */
export type AppendAct = (
  document: DocumentId,
  meta: string,
  alongside: (tx: Tx) => Promise<Refusal | void>,
) => Promise<Head | Refusal>

/** Begins a document in the process of the asker's seat. */
export async function create(
  world: World,
  asker: HeldSeat,
  plan: DocumentPlan,
): Promise<{ document: DocumentId } | Refusal> {
  const title = cleanTitle(plan.title)
  if (isRefusal(title)) return title
  const blocks = blocksOf(plan, title)
  if (isRefusal(blocks)) return blocks
  const { process, account } = asker
  const { kind, language, phase, shared } = plan
  const facts = { process, title, language, phase, shared, work: { kind } }
  const begun = await beginDocument(world, account, facts, blocks, async ({ tx }) => {
    const seat = await findSeat(tx, account, process)
    if (!seat) return refuse('not-found')
    if (!may(seat, 'create documents')) return refuse('not-allowed')
  })
  return isRefusal(begun) ? begun : { document: begun.document }
}

function cleanTitle(raw: string): string | Refusal {
  const title = cleanText(raw.normalize('NFC')).replaceAll(/\s+/g, ' ').trim()
  if (title === '') return refuse('title-missing')
  const max = limits.titleCharactersMax
  return title.length > max ? refuse('text-too-long', { max }) : title
}

/** The words it begins with; the title among them. */
function blocksOf(
  { from, kind, language }: DocumentPlan,
  title: string,
): readonly ImportedBlock[] | Refusal {
  const own: ImportedBlock = { kind: 'title', level: 1, words: title }
  if ('template' in from) {
    const { blocks } = templateOf(from.template, language)
    return [own, ...blocks.filter((block) => block.kind !== 'title')]
  }
  const imported = importAs(from.text, kind)
  if (isRefusal(imported)) return imported
  const isTitled = imported.blocks.some((block) => block.kind === 'title')
  return isTitled ? imported.blocks : [own, ...imported.blocks]
}

function importAs(text: string, kind: WorkKind): ImportedText | Refusal {
  return importText(text, kind === 'declaration' ? { as: 'declaration' } : {})
}

/** What `create` would make of a text. */
export function previewImport(text: string, kind: WorkKind): ImportPreview | Refusal {
  const imported = importAs(text, kind)
  if (isRefusal(imported)) return imported
  const counts: Partial<Record<Kind, number>> = {}
  for (const block of imported.blocks) counts[block.kind] = (counts[block.kind] ?? 0) + 1
  return { ...imported, counts }
}

const kindOfTemplate: Record<TemplateKey, WorkKind> = {
  declaration: 'declaration',
  statement: 'declaration',
  recommendations: 'recommendations',
  blank: 'declaration',
}

export function templates(language: Language): TemplateView[] {
  return templateKeys.map((key) => {
    const { name, description, blocks } = templateOf(key, language)
    return { key, name, description, kind: kindOfTemplate[key], blocks }
  })
}

/** drafting → negotiating: from now on everybody proposes (DESIGN §4). */
export async function openNegotiation(
  world: World,
  appendAct: AppendAct,
  account: AccountId,
  document: DocumentId,
): Promise<{ phase: 'negotiating' } | Refusal> {
  const found = await findReadable(world.store.read, account, document)
  if (isRefusal(found)) return found
  if (!may(found.seat, 'open the negotiation')) return refuse('not-allowed')
  if (found.document.phase !== 'drafting') return refuse('phase-passed')
  const meta = metaOfPhase(account, 'drafting', 'negotiating')
  const head = await appendAct(document, meta, async (tx) => {
    const seat = await findSeat(tx, account, found.document.process)
    if (!may(seat, 'open the negotiation')) return refuse('not-allowed')
    return changePhase(
      actIn(tx, world.clock.now(), account, []),
      document,
      'drafting',
      'negotiating',
    )
  })
  if (isRefusal(head)) return head
  world.signals.emit('document-changed', document)
  world.signals.emit('outbox')
  return { phase: 'negotiating' }
}
