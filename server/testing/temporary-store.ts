// A real store in a fresh temporary directory, for tests. In: perhaps a clock. Out: a store that
// removes its directory when it is closed; a document planted with what it hangs on. Keeps: no
// test shares data with another.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountId, DocumentId, ProcessId, WorkId } from '#shared/ids.ts'
import { openSqliteStore } from '../db/sqlite-store.ts'
import type { SqliteStore, SqliteStoreOptions } from '../db/sqlite-store.ts'
import type { Store } from '../db/store.ts'

/** 1 January 2026, 00:00 UTC, in milliseconds: when tests happen unless they say otherwise. */
export const testNow = 1_767_225_600_000

export interface TemporaryStore extends SqliteStore {
  readonly directory: string
}

export async function temporaryStore(
  options: Partial<Omit<SqliteStoreOptions, 'directory'>> = {},
): Promise<TemporaryStore> {
  const directory = mkdtempSync(join(tmpdir(), 'plenaria-store-'))
  const clock = { now: () => testNow }
  const store = await openSqliteStore({ clock, ...options, directory })
  return {
    ...store,
    directory,
    async close() {
      await store.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export interface Planted {
  readonly document: DocumentId
  readonly process: ProcessId
  readonly account: AccountId
}

/**
 * A negotiating document `id` of process `csm` (created when missing), and an account to act with.
 */
export async function plantDocument(store: Store, id = 'declaration'): Promise<Planted> {
  const planted = {
    document: id as DocumentId,
    process: 'csm' as ProcessId,
    account: 'planter' as AccountId,
  }
  await store.transaction(async (tx) => {
    await tx
      .insertInto('account')
      .values({
        id: planted.account,
        email: 'planter@example.org',
        name: 'Planter',
        password: null,
        language: 'en',
        created_at: testNow,
      })
      .onConflict((on) => on.doNothing())
      .execute()
    await tx
      .insertInto('process')
      .values({
        id: planted.process,
        names: '{"en":"South American Conference on Migration"}',
        short_name: 'SACM',
        languages: '["es","pt"]',
        description: '{}',
        fictitious: 0,
        created_at: testNow,
      })
      .onConflict((on) => on.doNothing())
      .execute()
    await plantText(tx, planted)
  })
  return planted
}

async function plantText(tx: Parameters<Parameters<Store['transaction']>[0]>[0], planted: Planted) {
  const work = `work-${planted.document}` as WorkId
  await tx
    .insertInto('work')
    .values({
      id: work,
      process_id: planted.process,
      kind: 'declaration',
      title: 'Declaration',
      symbol: '',
      fictitious: 1,
      created_by: planted.account,
      created_at: testNow,
    })
    .onConflict((on) => on.doNothing())
    .execute()
  await tx
    .insertInto('document')
    .values({
      id: planted.document,
      work_id: work,
      process_id: planted.process,
      title: 'Declaración',
      language: 'es',
      phase: 'negotiating',
      reading: 1,
      writing: 'together',
      shared: 1,
      open_to_observers: 0,
      created_at: testNow,
      changed_at: testNow,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}
