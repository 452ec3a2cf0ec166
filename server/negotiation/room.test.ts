// The pipe at a small table: two delegations and the chair. Durable before visible, ACK as receipt,
// leases, presence, readers that do not read.

import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { limits } from '#shared/limits.ts'
import { closeCode, encodeSync, syncStep2, syncUpdate } from '#shared/wire.ts'
import { until } from '../testing/until.ts'
import { Table, type TableOptions } from '../testing/table.ts'

let table: Table
const open = async (options?: TableOptions) => (table = await Table.open(options))
afterEach(() => table.close())

test('two delegations type at once and all read the same', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  for (const letter of 'abc') {
    br.types(letter, { at: 3 })
    cl.types(letter.toUpperCase(), { at: 10 })
  }
  await table.settle()
  const [first] = table.everyoneReads()
  expect([...first!].toSorted().join('')).toContain('ABC')
  expect(first).toContain('cba')
})

test('I1: a commit held back shows no letter to anyone, in any way', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  table.store.hold()
  br.types('shall')
  await new Promise((resolve) => setTimeout(resolve, 120))
  expect(cl.sees('shall')).toBe(false)
  expect(br.acked).toBe(0)
  const late = await table.seat('PE')
  expect(late.sees('shall')).toBe(false)
  table.store.release()
  await table.settle()
  expect(table.everyoneReads()[0]).toMatch(/^shall/)
  expect(br.acked).toBe(1)
})

test('I5: a failed append leaves nothing behind, and what waited is written when the store can', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  table.store.failAppends(2)
  br.types('shall')
  await table.settle()
  expect(cl.sees('shall')).toBe(true)
  expect((await table.store.journal.rows(table.document, 0)).length).toBe(2)
})

test('while the store cannot write the page is told, and told again when it can', async () => {
  await open()
  const br = await table.seat('BR')
  table.store.failEverything(true)
  br.types('shall')
  await until(() => br.stalled)
  expect(br.acked).toBe(0)
  table.store.failEverything(false)
  await table.settle()
  expect(br.stalled).toBe(false)
  expect(br.acked).toBe(1)
})

test('an append whose answer was lost is looked up, not repeated', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  table.store.loseAnswers(1)
  br.types('shall')
  await table.settle()
  expect(cl.reads()[0]).toBe('shallThe States affirm the need.')
  expect((await table.store.journal.rows(table.document, 0)).length).toBe(2)
})

test('the append fails, then the last client leaves: its words are still written', async () => {
  await open()
  const br = await table.seat('BR')
  table.store.failAppends(1)
  br.types('shall')
  await new Promise((resolve) => setTimeout(resolve, 30))
  br.cut()
  const cl = await table.seat('CL')
  await until(() => cl.sees('shall'))
  expect(cl.reads()[0]).toBe('shallThe States affirm the need.')
})

test('a hub that dies keeps every letter anyone has seen; the page goes on under its lease', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  br.types('before ')
  await table.settle()
  await table.restartHub()
  br.types('offline ')
  await br.connect()
  await cl.connect()
  expect(br.hello!.resumed).toBe(true)
  await table.settle()
  expect(table.everyoneReads()[0]).toBe('offline before The States affirm the need.')
})

test('N9: a lease that passed on to a newer page is not taken up by the old one', async () => {
  await open()
  const br = await table.seat('BR')
  br.types('one ')
  await table.settle()
  const old = br.hello!.lease!
  const address = `&epoch=epoch1&client=${old.client}&lease=${old.token}`
  await br.reload(address)
  expect(br.hello!.lease!.client).toBe(old.client)
  br.types('two ')
  await table.settle()
  await br.reload(address)
  expect(br.hello!.resumed).toBe(false)
  expect(br.hello!.lease!.client).not.toBe(old.client)
})

test('a page opened twice with one lease: the older one is closed and its frames count no more', async () => {
  await open()
  const br = await table.seat('BR')
  const first = br.socket
  const { client, token } = br.hello!.lease!
  const twin = await table.seat('BR', { connect: false })
  Object.assign(twin, { who: br.who })
  await twin.connect(`&epoch=epoch1&client=${client}&lease=${token}`)
  expect(first.closedWith).toBe(closeCode.leasePassedOn)
  expect(twin.hello!.resumed).toBe(true)
})

test('a stock y-websocket client writes under its own clientID, and again after it comes back', async () => {
  await open()
  const [stock, cl] = [await table.seat('BR', { stock: true }), await table.seat('CL')]
  stock.types('shall ')
  await until(() => cl.sees('shall '))
  await stock.connect()
  stock.types('we ')
  await until(() => cl.sees('we '))
  expect(cl.leases.get(stock.doc.clientID)?.party).toBe('BR')
  expect(cl.reads()[0]).toBe('we shall The States affirm the need.')
})

test('a stock client whose newest letters come before its step 2 is not refused', async () => {
  await open()
  const [stock, cl] = [await table.seat('BR', { stock: true }), await table.seat('CL')]
  const before: Uint8Array[] = []
  stock.doc.on('update', (update: Uint8Array) => before.push(update))
  stock.cut()
  stock.types('offline ').types('newest ')
  await stock.connect()
  stock.send(encodeSync(syncUpdate, before[1]!))
  stock.send(encodeSync(syncStep2, Y.encodeStateAsUpdate(stock.doc)))
  stock.types('after ')
  await until(() => cl.sees('after newest offline '))
  expect(stock.closedWith).toBeNull()
})

test('who leaves right after its last letters has still written them, and may come back', async () => {
  await open()
  const [stock, cl] = [await table.seat('BR', { stock: true }), await table.seat('CL')]
  stock.types('last words ')
  stock.cut()
  await until(() => cl.sees('last words '))
  await stock.connect()
  stock.types('back ')
  await until(() => cl.sees('back '))
  expect(stock.closedWith).toBeNull()
})

test('I3 a page opened anew waits for what its old one had sent: nothing is mangled', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  const { client, token } = br.hello!.lease!
  table.store.holdCommits(80)
  br.types('A')
  await new Promise((resolve) => setTimeout(resolve, 20))
  br.types('old ')
  await br.reload(`&epoch=epoch1&client=${client}&lease=${token}`)
  table.store.holdCommits(0)
  expect(br.hello!.resumed).toBe(true)
  br.types('new ')
  await table.settle()
  expect(table.everyoneReads()[0]).toBe('new old AThe States affirm the need.')
  expect(cl.seq).toBe(br.seq)
})

test('pages opened without a word share one lease, and two lost HELLOs do not cost it', async () => {
  await open()
  const br = await table.seat('BR')
  const lease = br.hello!.lease!
  for (let i = 0; i < 5; i++) {
    br.cut()
    table.now += limits.leaseGraceMs
    await br.reload('&fresh')
  }
  expect(br.hello!.lease!.client).toBe(lease.client)
  br.types('mine ')
  await table.settle()
  const { client, token } = br.hello!.lease!
  const address = `&epoch=epoch1&client=${client}&lease=${token}`
  for (let i = 0; i < 3; i++) await br.reload(address)
  expect(br.hello!.resumed).toBe(true)
})

test('a stock client is back on another network before its old socket was known to be dead', async () => {
  await open()
  const [stock, cl] = [await table.seat('BR', { stock: true }), await table.seat('CL')]
  stock.types('one ')
  await until(() => cl.sees('one '))
  const old = stock.socket
  Object.assign(stock, { cut: () => {} })
  await stock.connect()
  stock.types('two ')
  await until(() => cl.sees('two one '))
  expect(old.closedWith).toBe(closeCode.leasePassedOn)
})

test('a page that comes back is sent what it missed, not the whole text again', async () => {
  await open({ blocks: ['x'.repeat(5_000)] })
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  br.cut()
  cl.types('one ')
  await table.settle()
  br.updates.length = 0
  await br.connect()
  expect(br.updates.reduce((sum, update) => sum + update.length, 0)).toBeLessThan(200)
  expect(table.everyoneReads()[0]!.startsWith('one ')).toBe(true)
  for (let i = 0; i < 130; i++) {
    cl.types('y')
    if (i % 20 === 0) await table.settle()
  }
  br.types('offline ')
  await table.settle()
  expect(table.everyoneReads()[0]).toContain('offline ')
})

test('I9: a reader that never reads does not grow the hub and is closed', async () => {
  await open()
  const [br, deaf] = [await table.seat('BR'), await table.seat('CL')]
  deaf.socket.reading = false
  for (let i = 0; i < 60; i++) {
    br.types('x'.repeat(300), { block: i % 2 })
    if (i % 10 === 0) await table.settle()
  }
  deaf.socket.writableLength = 300 * 1024
  br.types('y')
  await until(() => br.unacknowledged.length === 0)
  const before = deaf.socket.writableLength
  br.types('z')
  await until(() => br.unacknowledged.length === 0)
  expect(deaf.socket.writableLength).toBeLessThan(before + 1_000)
  table.now += 60_000
  await until(() => deaf.closedWith !== null)
  expect(deaf.closedWith).toBe(closeCode.tooSlow)
})
