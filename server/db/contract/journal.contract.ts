// Contract of a store: the journal and its chain. In: a store. Out: cases. Keeps: I2 and what an
// append promises: all or none, behind exactly the expected head, and one document never fails
// another.

import { expect } from 'vitest'
import type { BatchId, DocumentId } from '#shared/ids.ts'
import { refuse } from '#shared/refusal.ts'
import { plantDocument, testNow } from '../../testing/temporary-store.ts'
import { hashRow } from '../chain.ts'
import { JournalBroken, StoreFailed } from '../errors.ts'
import { genesis } from '../store.ts'
import type { Store } from '../store.ts'
import { begun, headOf, row, start } from './rows.contract.ts'
import type { Cases } from './rows.contract.ts'

const work = 'work-declaration'

async function titleOf(store: Store): Promise<string> {
  const found = await store.read.selectFrom('work').select('title').executeTakeFirstOrThrow()
  return found.title
}

/** Damages the journal as somebody with the database file could. */
function damage(
  store: Store,
  document: DocumentId,
  seq: number,
  change: { meta?: string; at?: number },
) {
  return store.transaction((tx) =>
    tx
      .updateTable('journal')
      .set(change)
      .where('document_id', '=', document)
      .where('seq', '=', seq)
      .execute(),
  )
}

export const journal: Cases = {
  'a journal begins at genesis and says where it stands': async (store) => {
    const { document } = await plantDocument(store)
    expect(await store.journal.head(document)).toBeNull()
    expect(await store.journal.rows(document, 0)).toEqual([])
    const first = row()
    const head = headOf(await store.journal.append(document, start(), [first]))
    expect(head).toEqual({ epoch: 'e1', seq: 1, hash: hashRow(genesis, 'e1', 1, first) })
    expect(await store.journal.head(document)).toEqual(head)
    expect(await store.journal.rows(document, 0)).toEqual([
      { ...first, epoch: 'e1', seq: 1, hash: head.hash },
    ])
  },

  'many rows go in one append, gapless, each on the one before': async (store) => {
    const { document } = await plantDocument(store)
    const rows = [row(), row(new Uint8Array(0)), row(Buffer.from('xxabc').subarray(2))]
    const head = headOf(await store.journal.append(document, start(), rows))
    expect(head.seq).toBe(3)
    const read = await store.journal.rows(document, 0)
    expect(read.map(({ seq, payload }) => `${seq}: ${payload}`)).toEqual([
      '1: 1,2,3',
      '2: ',
      '3: 97,98,99',
    ])
    expect((await store.journal.rows(document, 1)).map(({ seq }) => seq)).toEqual([2, 3])
    expect((await store.journal.rows(document, 0, 2)).map(({ seq }) => seq)).toEqual([1, 2])
    expect((await store.journal.rows(document, 1, 1)).map(({ seq }) => seq)).toEqual([2])
    expect(await store.journal.rows(document, 3)).toEqual([])
    expect(await store.journal.rows(document, 99)).toEqual([])
  },

  'a payload is kept as it was when append was called': async (store) => {
    const { document } = await plantDocument(store)
    const payload = new Uint8Array([0, 255, 0, 7])
    const append = store.journal.append(document, start(), [row(payload)])
    payload.fill(9)
    await append
    expect([...payload]).toEqual([9, 9, 9, 9])
    expect([...(await store.journal.rows(document, 0))[0]!.payload]).toEqual([0, 255, 0, 7])
  },

  'meta is kept and hashed byte for byte': async (store) => {
    const { document } = await plantDocument(store)
    const meta = '{"who": "Қазақстан 🌎", "e\u0301":1.0 , "nul":"\\u0000"}'
    await store.journal.append(document, start(), [row(undefined, meta)])
    expect((await store.journal.rows(document, 0))[0]!.meta).toBe(meta)
  },

  'only exactly the expected head is appended to': async (store) => {
    const { document } = await plantDocument(store)
    const head = await begun(store, document, 2)
    const wrong = [
      start(),
      start('e2'),
      { ...head, epoch: 'e2' },
      { ...head, seq: 1 },
      { ...head, seq: 3 },
      { ...head, hash: genesis },
    ]
    for (const expected of wrong) {
      const result = await store.journal.append(document, expected, [row()])
      expect(result).toEqual({ conflict: head })
    }
    expect((await store.journal.rows(document, 0)).length).toBe(2)
  },

  'a head that never was conflicts with nothing there': async (store) => {
    const { document } = await plantDocument(store)
    const result = await store.journal.append(document, { ...start(), seq: 4 }, [row()])
    expect(result).toEqual({ conflict: null })
    const begins = store.journal.append(
      document,
      { ...start(), hash: new Uint8Array(32).fill(1) },
      [],
    )
    await expect(begins).rejects.toThrow('genesis')
  },

  'of two who begin at once, one begins': async (store) => {
    const { document } = await plantDocument(store)
    const results = await Promise.all([
      store.journal.append(document, start('a'), [row()]),
      store.journal.append(document, start('b'), [row()]),
    ])
    expect(results.map((result) => Object.keys(result)[0]).sort()).toEqual(['conflict', 'head'])
    expect((await store.journal.rows(document, 0)).length).toBe(1)
  },

  'a new epoch goes on from the last row of the one before': async (store) => {
    const { document } = await plantDocument(store)
    const head = await begun(store, document, 2)
    await store.transaction((tx) => tx.updateTable('head').set({ epoch: 'e2' }).execute())
    headOf(await store.journal.append(document, { ...head, epoch: 'e2' }, [row()]))
    const rows = await store.journal.rows(document, 0)
    expect(rows.map(({ epoch, seq }) => `${epoch}:${seq}`)).toEqual(['e1:1', 'e1:2', 'e2:3'])
  },

  'what stands alongside is written with the rows, and seen with them': async (store) => {
    const { document } = await plantDocument(store)
    const result = await store.journal.append(document, start(), [row()], async (tx) => {
      const [inside] = await tx.selectFrom('head').selectAll().execute()
      expect(inside?.seq).toBe(1)
      await tx
        .updateTable('work')
        .set({ title: 'Agreed' })
        .where('id', '=', work as never)
        .execute()
      expect(await store.journal.head(document)).toBeNull()
      expect(await titleOf(store)).toBe('Declaration')
    })
    expect(headOf(result).seq).toBe(1)
    expect(await titleOf(store)).toBe('Agreed')
    expect((await store.journal.rows(document, 0)).length).toBe(1)
  },

  'a document that is not there yet may be written alongside, and then comes first': async (
    store,
  ) => {
    const { document } = await plantDocument(store)
    const fresh = 'fresh' as DocumentId
    const planted = await store.read.selectFrom('document').selectAll().executeTakeFirstOrThrow()
    const refused = await store.journal.append(fresh, start(), [row()], async (tx) => {
      await tx
        .insertInto('document')
        .values({ ...planted, id: fresh })
        .execute()
      return refuse('phase-passed')
    })
    expect(refused).toEqual({ refused: 'phase-passed' })
    expect(await store.journal.head(fresh)).toBeNull()
    const begun = await store.journal.append(fresh, start(), [row()], async (tx) => {
      await tx
        .insertInto('document')
        .values({ ...planted, id: fresh })
        .execute()
    })
    expect(headOf(begun).seq).toBe(1)
    expect(await store.journal.head(document)).toBeNull()
    expect((await store.journal.rows(fresh, 0)).length).toBe(1)
  },

  'a refusal or an error from alongside writes neither': async (store) => {
    const { document } = await plantDocument(store)
    const refused = await store.journal.append(document, start(), [row()], async (tx) => {
      await tx.updateTable('work').set({ title: 'Refused' }).execute()
      return refuse('phase-passed')
    })
    expect(refused).toEqual({ refused: 'phase-passed' })
    const failed = store.journal.append(document, start(), [row()], async (tx) => {
      await tx.updateTable('work').set({ title: 'Failed' }).execute()
      throw new RangeError('on purpose')
    })
    await expect(failed).rejects.toThrow(RangeError)
    expect(await titleOf(store)).toBe('Declaration')
    expect(await store.journal.head(document)).toBeNull()
    expect(await store.journal.rows(document, 0)).toEqual([])
    expect(headOf(await store.journal.append(document, start(), [row()])).seq).toBe(1)
  },

  'after a conflict nothing alongside runs': async (store) => {
    const { document } = await plantDocument(store)
    const head = await begun(store, document, 1)
    const result = await store.journal.append(document, start(), [row()], async () => {
      throw new RangeError('must not run')
    })
    expect(result).toEqual({ conflict: head })
  },

  'I2: a row changed, or gone, is noticed by whoever reads past it': async (store) => {
    const { document } = await plantDocument(store)
    await begun(store, document, 5)
    await damage(store, document, 3, { meta: '{"by":"somebody else"}' })
    await expect(store.journal.rows(document, 0)).rejects.toMatchObject({ document, seq: 3 })
    await expect(store.journal.rows(document, 2)).rejects.toBeInstanceOf(JournalBroken)
    expect((await store.journal.rows(document, 3)).length).toBe(2)
    await store.transaction((tx) => tx.deleteFrom('journal').where('seq', '=', 3).execute())
    await expect(store.journal.rows(document, 0)).rejects.toMatchObject({ seq: 3 })
    await expect(store.journal.rows(document, 3)).rejects.toMatchObject({ seq: 3 })
    await expect(store.journal.rows(document, 2)).rejects.toMatchObject({ seq: 3 })
  },

  'I2: a tail cut off, or a head set back, is noticed': async (store) => {
    const { document } = await plantDocument(store)
    const head = await begun(store, document, 3)
    await store.transaction((tx) => tx.deleteFrom('journal').where('seq', '=', 3).execute())
    await expect(store.journal.rows(document, 0)).rejects.toMatchObject({ seq: 3 })
    await store.transaction((tx) => tx.updateTable('head').set({ seq: 2 }).execute())
    await expect(store.journal.rows(document, 0)).rejects.toThrow('not the one of the head')
    expect(head.seq).toBe(3)
  },

  'a batch is found by its id, and only in its document': async (store) => {
    const { document } = await plantDocument(store)
    const other = await plantDocument(store, 'other')
    const sought = row()
    await store.journal.append(document, start(), [row(), sought])
    expect(await store.journal.byBatch(document, sought.batch)).toMatchObject({ ...sought, seq: 2 })
    expect(await store.journal.byBatch(other.document, sought.batch)).toBeNull()
    expect(await store.journal.byBatch(document, 'never' as BatchId)).toBeNull()
  },

  'a look-up waits for the append called before it': async (store) => {
    const { document } = await plantDocument(store)
    const sought = row()
    const append = store.journal.append(document, start(), [sought])
    const found = await store.journal.byBatch(document, sought.batch)
    expect(found?.seq).toBe(1)
    await append
  },

  'a batch written twice, or a document that is not there, fails alone': async (store) => {
    const { document } = await plantDocument(store)
    const first = row()
    const head = headOf(await store.journal.append(document, start(), [first]))
    const again = store.journal.append(document, head, [row(), first])
    await expect(again).rejects.toMatchObject({ reason: 'duplicate' })
    const nowhere = store.journal.append('nowhere' as DocumentId, start(), [row()])
    await expect(nowhere).rejects.toBeInstanceOf(StoreFailed)
    expect((await store.journal.rows(document, 0)).length).toBe(1)
    expect(headOf(await store.journal.append(document, head, [row()])).seq).toBe(2)
  },

  'among many appends at once, a conflict and an error spoil no other': async (store) => {
    const planted = []
    for (let i = 0; i < 12; i++) planted.push((await plantDocument(store, `d${i}`)).document)
    const conflicting = planted[5]!
    await begun(store, conflicting, 1)
    const attempts = planted.map((document) =>
      store.journal.append(document, start(), [row(), row()]),
    )
    const failing = store.journal.append('nowhere' as DocumentId, start(), [row()])
    const [settled] = await Promise.all([
      Promise.all(attempts),
      expect(failing).rejects.toBeInstanceOf(StoreFailed),
    ])
    for (const [i, result] of settled.entries()) {
      expect(Object.keys(result)).toEqual([planted[i] === conflicting ? 'conflict' : 'head'])
    }
    for (const document of planted) {
      const rows = await store.journal.rows(document, 0)
      expect(rows.length).toBe(document === conflicting ? 1 : 2)
    }
  },

  'text with a NUL is refused before anything is sent': async (store) => {
    const { document } = await plantDocument(store)
    await expect(store.journal.append(document, start(), [row(undefined, 'a\0b')])).rejects.toThrow(
      'NUL',
    )
    expect(await store.journal.head(document)).toBeNull()
  },

  'no rows and a true head change nothing, and let alongside be written': async (store) => {
    const { document } = await plantDocument(store)
    const head = await begun(store, document, 1)
    const result = await store.journal.append(document, head, [], async (tx) => {
      await tx.updateTable('work').set({ title: 'Renamed' }).execute()
    })
    expect(result).toEqual({ head })
    expect(await titleOf(store)).toBe('Renamed')
    expect(await store.journal.append(document, start(), [])).toEqual({ conflict: head })
  },
}

const state = (...bytes: number[]) => new Uint8Array(bytes)

export const snapshots: Cases = {
  'the newest snapshot is given back': async (store) => {
    const { document } = await plantDocument(store)
    await begun(store, document, 3)
    expect(await store.journal.snapshot(document)).toBeNull()
    await store.journal.saveSnapshot(document, { epoch: 'e1', seq: 1, state: state(1) })
    await store.journal.saveSnapshot(document, { epoch: 'e1', seq: 3, state: state(3) })
    await store.journal.saveSnapshot(document, { epoch: 'e1', seq: 2, state: state(2) })
    const newest = { epoch: 'e1', seq: 3, state: state(3) }
    expect(await store.journal.snapshot(document)).toEqual(newest)
    const kept = await store.read.selectFrom('snapshot').select('seq').orderBy('seq').execute()
    expect(kept.map(({ seq }) => seq)).toEqual([1, 2, 3])
  },

  'I5: a damaged one is passed over; saving it again mends it': async (store) => {
    const { document } = await plantDocument(store)
    await begun(store, document, 2)
    await store.journal.saveSnapshot(document, { epoch: 'e1', seq: 1, state: state(1) })
    await store.journal.saveSnapshot(document, { epoch: 'e1', seq: 2, state: state(2) })
    await store.transaction((tx) =>
      tx
        .updateTable('snapshot')
        .set({ state: state(9) })
        .where('seq', '=', 2)
        .execute(),
    )
    expect((await store.journal.snapshot(document))?.seq).toBe(1)
    await store.journal.saveSnapshot(document, { epoch: 'e1', seq: 2, state: state(2) })
    expect((await store.journal.snapshot(document))?.seq).toBe(2)
    await store.transaction((tx) =>
      tx
        .updateTable('snapshot')
        .set({ state: state(9) })
        .execute(),
    )
    expect(await store.journal.snapshot(document)).toBeNull()
  },

  'one of another epoch, or ahead of the journal, is of another history': async (store) => {
    const { document } = await plantDocument(store)
    await begun(store, document, 1)
    await store.journal.saveSnapshot(document, { epoch: 'e1', seq: 1, state: state(1) })
    await store.journal.saveSnapshot(document, { epoch: 'e1', seq: 2, state: state(2) })
    await store.journal.saveSnapshot(document, { epoch: 'e0', seq: 1, state: state(0) })
    expect((await store.journal.snapshot(document))?.seq).toBe(1)
  },

  'its time is the clock of the hub': async (store) => {
    const { document } = await plantDocument(store)
    await store.journal.saveSnapshot(document, { epoch: 'e1', seq: 0, state: state() })
    const found = await store.read.selectFrom('snapshot').select('at').executeTakeFirstOrThrow()
    expect(found.at).toBe(testNow)
  },
}
