// Contract of a store: transactions, values, reading. In: a store. Out: cases. Keeps: a story is
// whole or nothing, and no engine keeps a value that another would refuse or change.

import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { AccountId, DocumentId, PartyCode, SeatId } from '#shared/ids.ts'
import { refuse } from '#shared/refusal.ts'
import { plantDocument } from '../../testing/temporary-store.ts'
import { isDuplicate, StoreFailed } from '../errors.ts'
import { genesis } from '../store.ts'
import type { Store } from '../store.ts'
import { row, start } from './rows.contract.ts'
import type { Cases } from './rows.contract.ts'

const account = (id: string) => ({
  id: id as AccountId,
  email: `${id}@example.org`,
  name: id,
  password: null,
  language: 'en' as const,
  created_at: 1,
})

async function names(store: Store): Promise<string[]> {
  const found = await store.read.selectFrom('account').select('name').orderBy('name').execute()
  return found.map(({ name }) => name)
}

export const transactions: Cases = {
  'what a story wrote is there once it has resolved, and not before': async (store) => {
    await store.transaction(async (tx) => {
      await tx.insertInto('account').values(account('a')).execute()
      expect(await names(store)).toEqual([])
      expect(await tx.selectFrom('account').select('name').execute()).toEqual([{ name: 'a' }])
    })
    expect(await names(store)).toEqual(['a'])
  },

  'a refusal is passed on and leaves nothing': async (store) => {
    const result = await store.transaction(async (tx) => {
      await tx.insertInto('account').values(account('a')).execute()
      return refuse('address-taken', { email: 'a' })
    })
    expect(result).toEqual({ refused: 'address-taken', facts: { email: 'a' } })
    expect(await names(store)).toEqual([])
  },

  'an error is passed on and leaves nothing': async (store) => {
    const failing = store.transaction(async (tx) => {
      await tx.insertInto('account').values(account('a')).execute()
      throw new RangeError('on purpose')
    })
    await expect(failing).rejects.toThrow(RangeError)
    expect(await names(store)).toEqual([])
  },

  'a duplicate is named; catching it does not save the story': async (store) => {
    const story = store.transaction(async (tx) => {
      await tx.insertInto('account').values(account('a')).execute()
      const again = tx.insertInto('account').values(account('a')).execute()
      await expect(again).rejects.toSatisfy(isDuplicate)
      const next = tx.insertInto('account').values(account('b')).execute()
      await expect(next).rejects.toBeInstanceOf(StoreFailed)
    })
    await expect(story).rejects.toBeInstanceOf(StoreFailed)
    expect(await names(store)).toEqual([])
  },

  'a duplicate may be turned into a refusal': async (store) => {
    await store.transaction((tx) => tx.insertInto('account').values(account('a')).execute())
    const result = await store.transaction(async (tx) => {
      try {
        await tx.insertInto('account').values(account('a')).execute()
      } catch (error) {
        if (isDuplicate(error)) return refuse('address-taken')
        throw error
      }
      return null
    })
    expect(result).toEqual({ refused: 'address-taken' })
  },

  'foreign keys hold': async (store) => {
    const orphan = store.transaction((tx) =>
      tx
        .insertInto('head')
        .values({ document_id: 'none' as DocumentId, epoch: 'e', seq: 0, hash: genesis })
        .execute(),
    )
    await expect(orphan).rejects.toMatchObject({ reason: 'missing reference' })
  },

  'one active seat per account and process; an ended one does not count': async (store) => {
    const planted = await plantDocument(store)
    const sit = (seat: string, ended: number | null) =>
      store.transaction((tx) =>
        tx
          .insertInto('seat')
          .values({
            id: seat as SeatId,
            process_id: planted.process,
            account_id: planted.account,
            role: 'chair',
            party: 'CHAIR' as PartyCode,
            speaks: 1,
            writing_suspended_at: null,
            created_at: 1,
            ended_at: ended,
          })
          .execute(),
      )
    await sit('s1', 5)
    await sit('s2', null)
    await expect(sit('s3', null)).rejects.toSatisfy(isDuplicate)
  },

  'a write begun inside an open story crashes instead of waiting for ever': async (store) => {
    const { document } = await plantDocument(store)
    const nested = store.transaction(() => store.transaction(async () => 1))
    await expect(nested).rejects.toThrow('inside an open story')
    const append = store.transaction(() => store.journal.append(document, start(), [row()]))
    await expect(append).rejects.toThrow('inside an open story')
    expect(await store.transaction(async () => 'free again')).toBe('free again')
  },

  'a story that is over writes nothing more': async (store) => {
    const kept = await store.transaction(async (tx) => ({ tx }))
    const late = kept.tx.insertInto('account').values(account('late')).execute()
    await expect(late).rejects.toBeInstanceOf(StoreFailed)
    expect(await names(store)).toEqual([])
  },

  'values are kept exactly: empty, zero and pooled bytes, large numbers, text': async (store) => {
    const { document } = await plantDocument(store)
    const big = 4_294_967_295
    const pooled = Buffer.from('xxabcxx').subarray(2, 5)
    const text = 'Ñandú ã \u0301 Қазақстан 🌎 "\'\\\n\t'
    await store.transaction(async (tx) => {
      const snapshot = { document_id: document, epoch: text, hash: new Uint8Array(0) }
      await tx
        .insertInto('snapshot')
        .values([
          { ...snapshot, seq: big, state: pooled, at: Number.MAX_SAFE_INTEGER },
          { ...snapshot, seq: 2, state: new Uint8Array([0, 255, 0]), at: 0 },
        ])
        .execute()
    })
    const found = await store.read
      .selectFrom('snapshot')
      .select(['epoch', 'seq', 'state', 'hash', 'at'])
      .orderBy('seq')
      .execute()
    expect(found.map((s) => [s.epoch, s.seq, [...s.state], [...s.hash], s.at])).toEqual([
      [text, 2, [0, 255, 0], [], 0],
      [text, big, [97, 98, 99], [], Number.MAX_SAFE_INTEGER],
    ])
  },

  'counts, sums and maxima are numbers; counters count up': async (store) => {
    const event = { topic: 't', event: '{}', at: 5 }
    await store.transaction(async (tx) => {
      await tx.insertInto('outbox').values([event, event]).execute()
    })
    const facts = await store.read
      .selectFrom('outbox')
      .select(({ fn }) => [
        fn.countAll<number>().as('count'),
        fn.sum<number>('at').as('sum'),
        fn.max('id').as('last'),
      ])
      .executeTakeFirstOrThrow()
    expect(facts).toEqual({ count: 2, sum: 10, last: 2 })
    const added = await store.transaction((tx) =>
      tx.insertInto('outbox').values(event).returning('id').executeTakeFirstOrThrow(),
    )
    expect(added).toEqual({ id: 3 })
  },

  'how many rows a change touched is told': async (store) => {
    await store.transaction(async (tx) => {
      await tx
        .insertInto('account')
        .values([account('a'), account('b')])
        .execute()
      const changed = await tx.updateTable('account').set({ name: 'x' }).executeTakeFirst()
      expect(changed.numUpdatedRows).toBe(2n)
    })
  },

  'what no engine can keep is refused: NUL in text, undefined, true': async (store) => {
    const named = (name: unknown) =>
      store.transaction((tx) =>
        tx
          .insertInto('account')
          .values({ ...account('a'), name: name as string })
          .execute(),
      )
    await expect(named('a\0b')).rejects.toBeInstanceOf(StoreFailed)
    await expect(named(true)).rejects.toThrow('boolean')
    await expect(store.transaction((tx) => sql`select ${undefined}`.execute(tx))).rejects.toThrow(
      'undefined',
    )
    expect(await names(store)).toEqual([])
  },

  'reading never writes': async (store) => {
    const insert = store.read.insertInto('account').values(account('a')).execute()
    await expect(insert).rejects.toBeInstanceOf(Error)
    expect(await names(store)).toEqual([])
  },

  'the probe resolves while the store can write': async (store) => {
    await store.probe()
  },

  'a closed store takes nothing more, and closes twice': async (store) => {
    const { document } = await plantDocument(store)
    const underWay = store.transaction(async (tx) => {
      await pause(20)
      await tx.insertInto('account').values(account('a')).execute()
      return 'written'
    })
    await Promise.all([store.close(), store.close()])
    expect(await underWay).toBe('written')
    await expect(store.transaction(async () => 1)).rejects.toBeInstanceOf(StoreFailed)
    await expect(store.journal.append(document, start(), [row()])).rejects.toBeInstanceOf(
      StoreFailed,
    )
  },
}
