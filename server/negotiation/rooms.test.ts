// What is on the disk and how it comes back: the journal, snapshots, leases, recorded acts.

import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isRefusal, refuse } from '#shared/refusal.ts'
import { closeCode } from '#shared/wire.ts'
import { wordsOf } from '#shared/document/attribution.ts'
import { blocksInOrder } from '#shared/document/blocks.ts'
import { metaOfAct, type RowMeta } from './meta.ts'
import { until } from '../testing/until.ts'
import { Table, type TableOptions } from '../testing/table.ts'
import { rebuilt } from '../testing/texts/text-with.ts'

let table: Table
const open = async (options?: TableOptions) => (table = await Table.open(options))
afterEach(() => table.close())

test('I2 every row names its writers and the leases it uses first; the chain verifies', async () => {
  await open()
  const [br, stock] = [await table.seat('BR'), await table.seat('CL', { stock: true })]
  br.types('a')
  await table.settle()
  br.types('b')
  stock.types('c')
  await until(() => br.sees('c'))
  await table.settle()
  const rows = await table.store.journal.rows(table.document, 1)
  const metas = rows.map(({ meta }) => JSON.parse(meta) as RowMeta)
  const own = br.hello!.lease!.client
  expect(metas[0]!.leases).toEqual([[own, 'BR', 'own', br.who.account]])
  expect(metas.flatMap(({ leases }) => leases).map(([client]) => client)).toEqual(
    expect.arrayContaining([own, stock.doc.clientID]),
  )
  expect(metas.flatMap(({ parts }) => parts).filter(([client]) => client === own)).toEqual([
    [own, 0, 1, 0, br.who.account, 'BR'],
    [own, 1, 2, 0, br.who.account, 'BR'],
  ])
})

test('I3 all replicas are equal, with the text a fresh hub reads from the disk', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  br.types('shall ').proposesBlock('Invites the States.')
  cl.types('may ', { block: 1 })
  await table.settle()
  br.erases({ at: 0, length: 2 })
  await table.settle()
  const disk = await table.onDisk()
  expect(blocksInOrder(disk).map(wordsOf)).toEqual(table.everyoneReads())
  expect(deletesOf(br.doc)).toBe(deletesOf(disk))
  expect(deletesOf(cl.doc)).toBe(deletesOf(disk))
})

test('I4 every visible character has an author who was seated when it was written', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL', { stock: true })]
  br.types('a')
  cl.types('b')
  await until(() => br.sees('b'))
  const disk = await table.onDisk()
  const leases = await table.store.read.selectFrom('lease').select(['client_id', 'party']).execute()
  const known = new Map(leases.map((lease) => [lease.client_id, lease.party]))
  const writers = [...disk.store.clients.keys()].filter((client) => client !== 1)
  expect(writers).toHaveLength(2)
  for (const client of writers) expect(known.get(client)).toMatch(/^(BR|CL)$/)
})

test('I5 a snapshot equals the journal prefix it covers, and a new hub starts from it', async () => {
  await open()
  const br = await table.seat('BR')
  br.types('one ')
  await table.settle()
  await table.collab.drain()
  expect(br.closedWith).toBe(closeCode.draining)
  const snapshot = (await table.store.journal.snapshot(table.document))!
  const rows = await table.store.journal.rows(table.document, 0)
  const prefix = rebuilt(rows.filter(({ seq }) => seq <= snapshot.seq))
  const restored = rebuilt([{ payload: snapshot.state }])
  expect(snapshot.seq).toBe(2)
  expect(Y.encodeStateVector(restored)).toEqual(Y.encodeStateVector(prefix))
  expect(blocksInOrder(restored).map(wordsOf)).toEqual(blocksInOrder(prefix).map(wordsOf))
  await table.restartHub()
  await br.connect()
  br.types('two ')
  await table.settle()
  expect(table.everyoneReads()[0]).toBe('two one The States affirm the need.')
})

test('a recorded act is one row together with what it writes, or nothing at all', async () => {
  await open()
  const br = await table.seat('BR')
  const meta = metaOfAct('phase', null, { from: 'drafting', to: 'negotiating' })
  const done = await table.collab.act(table.document, meta, async (tx) => {
    await tx.updateTable('document').set({ reading: 2 }).execute()
  })
  expect(done).toMatchObject({ seq: 2 })
  const refused = await table.collab.act(table.document, meta, async (tx) => {
    await tx.updateTable('document').set({ reading: 9 }).execute()
    return refuse('phase-passed')
  })
  expect(isRefusal(refused)).toBe(true)
  const { reading } = await table.store.read
    .selectFrom('document')
    .select('reading')
    .executeTakeFirstOrThrow()
  expect(reading).toBe(2)
  expect(br.closedWith).toBe(closeCode.standingChanged)
  await br.connect()
  br.types('still ')
  await table.settle()
  expect(br.seq).toBe(3)
})

test('N2 frames of a pen who has left do not outlive the drafting', async () => {
  await open({ phase: 'drafting' })
  const chair = await table.chair()
  table.store.holdCommits(60)
  chair.types('in time ')
  await new Promise((resolve) => setTimeout(resolve, 20))
  chair.types('too late ')
  chair.cut()
  const meta = metaOfAct('phase', null, { from: 'drafting', to: 'negotiating' })
  await table.collab.act(table.document, meta, async (tx) => {
    await tx.updateTable('document').set({ phase: 'negotiating' }).execute()
  })
  table.store.holdCommits(0)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const text = blocksInOrder(await table.onDisk())
    .map(wordsOf)
    .join()
  expect(text).toContain('in time')
  expect(text).not.toContain('too late')
})

test('an act whose own story is broken fails alone; the text goes on', async () => {
  await open()
  const br = await table.seat('BR')
  const broken = table.collab.act(table.document, metaOfAct('phase', null, {}), async () => {
    throw new TypeError('a bug')
  })
  await expect(broken).rejects.toThrow('a bug')
  br.types('still ')
  await table.settle()
  expect(br.acked).toBe(1)
})

test('N2 an act that was only slow is recognised when its row turns up', async () => {
  await open({ phase: 'drafting' })
  const chair = await table.chair()
  table.store.loseAnswers(1)
  const done = await table.collab.act(table.document, metaOfAct('phase', null, {}), async (tx) => {
    await tx.updateTable('document').set({ phase: 'negotiating' }).execute()
  })
  expect(done).toMatchObject({ seq: 2 })
  expect(chair.closedWith).toBe(closeCode.standingChanged)
})

test('N2 what the pen sent before the negotiation was opened counts only if it came first', async () => {
  await open({ phase: 'drafting' })
  const chair = await table.chair()
  expect(chair.hello!.writing).toBe('base')
  table.store.holdCommits(40)
  const meta = metaOfAct('phase', null, { from: 'drafting', to: 'negotiating' })
  const done = table.collab.act(table.document, meta, async (tx) => {
    await tx.updateTable('document').set({ phase: 'negotiating' }).execute()
  })
  await new Promise((resolve) => setTimeout(resolve, 15))
  chair.types('too late ')
  await done
  table.store.holdCommits(0)
  await chair.connect()
  expect(chair.hello!.writing).toBe('proposes')
  expect(chair.hello!.resumed).toBe(false)
  const disk = await table.onDisk()
  expect(blocksInOrder(disk).map(wordsOf).join()).not.toContain('too late')
})

test('another hub on the same store: its rows are taken in and the own words are judged again', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  br.types('a')
  await table.settle()
  const first = table.collab
  await table.restartHub()
  const other = table.collab
  await cl.connect()
  cl.types('from the other hub ', { block: 1 })
  await table.settle()
  table.collab = first
  await br.connect()
  br.types('b')
  await table.settle()
  expect(br.sees('from the other hub ')).toBe(true)
  const disk = await table.onDisk()
  expect(blocksInOrder(disk).map(wordsOf)).toEqual(br.reads())
  await other.drain()
})

test('many readers join at once while one writes', async () => {
  await open()
  const br = await table.seat('BR')
  const readers = await Promise.all(
    Array.from({ length: 30 }, () => table.seat('CL', { connect: false })),
  )
  await Promise.all(readers.map((reader) => reader.connect()))
  br.types('shall ')
  await table.settle()
  expect(table.everyoneReads()[0]).toBe('shall The States affirm the need.')
})

const deletesOf = (doc: Y.Doc): string =>
  JSON.stringify(
    [...Y.createDeleteSetFromStructStore(doc.store).clients].toSorted((a, b) => a[0] - b[0]),
  )
