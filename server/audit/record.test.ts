// The audit chain: it follows, and a changed or missing row shows.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { EventEmitter } from 'node:events'
import { refuse } from '#shared/refusal.ts'
import type { AccountId } from '#shared/ids.ts'
import type { HubSignals } from '../hub-types.ts'
import { accountTopic } from '../live/outbox.ts'
import { temporaryStore, testNow } from '../testing/temporary-store.ts'
import type { TemporaryStore } from '../testing/temporary-store.ts'
import { command } from './command.ts'
import { firstBrokenRow, record } from './record.ts'

let store: TemporaryStore

beforeEach(async () => {
  store = await temporaryStore()
  await store.transaction(async (tx) => {
    for (const act of ['one', 'two', 'three'])
      await record(tx, { at: 1, by: null, act, target: 't' })
  })
})
afterEach(() => store.close())

const counts = async () => [
  (await store.read.selectFrom('audit').select('seq').execute()).length,
  (await store.read.selectFrom('outbox').select('id').execute()).length,
]

test('rows follow from one another', async () => {
  const rows = await store.read.selectFrom('audit').select('seq').execute()
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(await firstBrokenRow(store.read)).toBeNull()
})

test('a changed row shows', async () => {
  await store.transaction(async (tx) => {
    await tx.updateTable('audit').set({ target: 'x' }).where('seq', '=', 2).execute()
  })
  expect(await firstBrokenRow(store.read)).toBe(2)
})

test('a row taken out shows', async () => {
  await store.transaction(async (tx) => {
    await tx.deleteFrom('audit').where('seq', '=', 2).execute()
  })
  expect(await firstBrokenRow(store.read)).toBe(3)
})

test('a refused command leaves nothing and is not heard of, a done one is', async () => {
  const signals = new EventEmitter<HubSignals>()
  const heard: string[] = []
  const clock = { now: () => testNow }
  const ana = 'ana' as AccountId
  signals.on('outbox', () => heard.push('outbox'))
  signals.on('account-signed-out', () => heard.push('signed-out'))
  const run = (refused: boolean) =>
    command({ store, clock, signals }, ana, async (act) => {
      await act.record({ act: 'four', target: 't' })
      await act.announce(accountTopic(ana), { event: 'logins-changed' })
      act.signal('account-signed-out', ana)
      expect(heard).toEqual([])
      if (refused) return refuse('not-allowed')
      return 'done'
    })
  expect(await run(true)).toEqual({ refused: 'not-allowed' })
  expect([heard, await counts()]).toEqual([[], [3, 0]])
  expect(await run(false)).toBe('done')
  expect([heard, await counts()]).toEqual([
    ['outbox', 'signed-out'],
    [4, 1],
  ])
})
