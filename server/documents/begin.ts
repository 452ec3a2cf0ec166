// Begins a document: its rows and its first words, in ONE transaction. In: facts, blocks, perhaps
// a check inside the transaction. Out: the document and its work on disk, or a refusal with
// nothing written. Keeps: no document without journal row 1, no journal without its document (I1,
// I2).

import { assert } from '#shared/assert.ts'
import type { ImportedBlock } from '#shared/document/import.ts'
import { mint } from '#shared/ids.ts'
import type { AccountId, BatchId, DocumentId, WorkId } from '#shared/ids.ts'
import { isRefusal } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { actIn } from '../audit/command.ts'
import type { Act } from '../audit/command.ts'
import { genesis } from '../db/store.ts'
import type { World } from '../hub-types.ts'
import { createDocument } from './acts/create.ts'
import type { NewDocument } from './acts/create.ts'
import { firstUpdate, metaOfCreation } from './initial.ts'

export interface Begun {
  readonly document: DocumentId
  readonly work: WorkId
}

/** `by`: null for the hub itself (a seed). */
export async function beginDocument(
  world: World,
  by: AccountId | null,
  facts: Omit<NewDocument, 'id'>,
  blocks: readonly ImportedBlock[],
  check?: (act: Act) => Promise<Refusal | void>,
): Promise<Begun | Refusal> {
  const { store, random, clock, signals } = world
  const document = mint<DocumentId>(random)
  const epoch = mint<string>(random)
  const at = clock.now()
  const payload = firstUpdate(blocks)
  const row = { batch: mint<BatchId>(random), payload, meta: metaOfCreation(by), at }
  let work: WorkId | null = null
  const head = { epoch, seq: 0, hash: genesis }
  const appended = await store.journal.append(document, head, [row], async (tx) => {
    const act = actIn(tx, at, by, [])
    const refused = await check?.(act)
    if (refused) return refused
    const made = await createDocument(act, { id: document, ...facts }, random)
    if (isRefusal(made)) return made
    work = made
  })
  if (isRefusal(appended)) return appended
  assert('head' in appended && work, 'a journal of a minted id begins')
  signals.emit('outbox')
  return { document, work }
}
