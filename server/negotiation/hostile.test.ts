// Hostile clients at the door of a room: frames that are none, forged presence, floods. The offender is
// closed, the others never notice, memory stays bounded.

import { afterEach, expect, test } from 'vitest'
import * as encoding from 'lib0/encoding'
import { limits } from '#shared/limits.ts'
import { closeCode, encodeAwareness, encodeHand, encodeSync, syncUpdate } from '#shared/wire.ts'
import { must } from '#shared/assert.ts'
import type { Delegate } from '../testing/delegate.ts'
import { seededBytes, seededRandom } from '../testing/random.ts'
import { until } from '../testing/until.ts'
import { Table, type TableOptions } from '../testing/table.ts'

let table: Table
const open = async (options?: TableOptions) => (table = await Table.open(options))
afterEach(() => table.close())

const frames: Record<string, Uint8Array> = {
  'an empty frame': new Uint8Array(0),
  'a truncated frame': encodeSync(syncUpdate, new Uint8Array(40)).subarray(0, 9),
  'a lying length': new Uint8Array([0, 2, 255, 255, 255, 255, 15, 1]),
  'a sync message nobody knows': new Uint8Array([0, 9, 0]),
  'a message nobody knows': new Uint8Array([77, 1, 2, 3]),
  'a hand that is not its own': encodeHand(4_242),
  'random bytes': seededBytes(seededRandom(7))(400),
}

for (const [name, frame] of Object.entries(frames)) {
  test(`${name} closes who sent it, and nobody else`, async () => {
    await open()
    const [bad, cl] = [await table.seat('BR'), await table.seat('CL')]
    bad.send(frame)
    expect(bad.closedWith).not.toBeNull()
    cl.types('shall')
    await table.settle()
    expect(cl.acked).toBe(1)
  })
}

test('N9 an update that is none is refused by its rule, and its author starts anew', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  br.send(encodeSync(syncUpdate, new Uint8Array([9, 9, 200, 1, 3, 255, 255, 7])))
  await until(() => br.closedWith !== null)
  expect(br.closedWith).toBe(closeCode.refused)
  expect(br.nacks).toEqual([expect.objectContaining({ frame: 1, code: 'not-whole', rule: 'N9' })])
  await br.reload()
  br.types('again ')
  await table.settle()
  expect(cl.sees('again ')).toBe(true)
})

test('what follows a refused update of a page does not count', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  br.erases({ at: 0, length: 3 })
  br.types('later ')
  await until(() => br.closedWith !== null)
  expect(cl.reads()[0]).toBe('The States affirm the need.')
  expect(br.nacks).toHaveLength(1)
})

test('after three refusals in ten minutes the account only reads, and the secretariat restores it', async () => {
  await open()
  const br = await table.seat('BR')
  for (let i = 0; i < 3; i++) {
    br.erases({ at: 0, length: 3 })
    await until(() => br.closedWith !== null)
    await until(() => recorded(i + 1))
    await br.reload()
  }
  await until(async () => {
    if (br.hello!.writing !== null) await br.reload()
    return br.hello!.writing === null
  })
  expect(br.hello).toMatchObject({ writing: null, readsBecause: 'writing-suspended' })
  await table.store.transaction((tx) =>
    tx.updateTable('seat').set({ writing_suspended_at: null }).execute(),
  )
  await br.reload()
  expect(br.hello!.writing).toBe('proposes')
})

test('N5 presence carries the identity the hub stamped; forged and foreign states go nowhere', async () => {
  await open()
  const [br, cl, br2] = [await table.seat('BR'), await table.seat('CL'), await table.seat('BR')]
  const victim = must(cl.hello!.lease, 'lease').client
  br.send(presence([[77, 1, { user: { party: 'CL', name: 'Somebody' }, cursor: { block: 'b0' } }]]))
  br.send(presence([[victim, 99, { user: { party: 'CL' }, cursor: { block: 'FORGED' } }]]))
  await until(() => texts(cl).includes('"block":"b0"') && texts(br2).includes('of BR'))
  const seen = texts(cl)
  expect(seen).toContain('"party":"BR"')
  expect(seen).toContain('"block":"b0"')
  expect(seen).not.toContain('Somebody')
  expect(seen).not.toContain('FORGED')
  expect(seen).not.toContain('of BR')
  expect(texts(br2)).toContain('of BR')
})

test('I1 a cursor behind words that are not on disk is not shown', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  table.store.hold()
  br.types('shall')
  br.send(presence([[1, 1, { cursor: { block: 'b0', left: ['SECRET', 4] } }]]))
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(texts(cl)).not.toContain('SECRET')
  table.store.release()
  await until(() => texts(cl).includes('SECRET'))
})

test('I9 twenty thousand awareness ids close who sent them', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  const many = Array.from({ length: 20_000 }, (_, i) => [i, 1, {}] as const)
  br.send(presence(many))
  expect(br.closedWith).toBe(closeCode.malformed)
  expect(cl.isOpen).toBe(true)
})

test('I9 who asks for the whole text again and again is not sent it before it has read', async () => {
  await open()
  const br = await table.seat('BR')
  br.socket.reading = false
  const step1 = encodeSync(0, new Uint8Array([0]))
  for (let i = 0; i < 40_000 && br.socket.closedWith === null; i++) br.send(step1)
  expect(br.socket.writableLength).toBeLessThan(2 * limits.slowReaderSoftBytes)
})

test('I9 marks that repeat a range cost nobody anything: they are refused', async () => {
  await open()
  const br = await table.seat('BR')
  const { client, clock } = br.text(0)._start!.id
  br.sets(
    'k/BR/1',
    Array.from({ length: 2_000 }, () => [client, clock, 20]),
  )
  await until(() => br.closedWith !== null)
  expect(br.nacks[0]).toMatchObject({ code: 'not-whole' })
})

test('a store that cannot write turns pages away, and lets them in again when it can', async () => {
  await open()
  table.store.failEverything(true)
  const br = await table.seat('BR', { connect: false }).catch(() => null)
  expect(br).toBeNull()
  table.store.failEverything(false)
  const cl = await table.seat('CL', { connect: false })
  table.store.failEverything(true)
  for (let i = 0; i < 20; i++) {
    await cl.connect()
    expect(cl.closedWith).toBe(closeCode.roomFailed)
  }
  table.store.failEverything(false)
  await cl.connect()
  cl.types('in again ')
  await table.settle()
  expect(cl.acked).toBe(1)
})

test('N5 nobody takes the clientID of another as its caret', async () => {
  await open()
  const [br, fr, cl] = [await table.seat('BR'), await table.seat('FR'), await table.seat('CL')]
  const id = must(br.hello!.lease, 'lease').client
  br.cut()
  fr.send(presence([[id, 1, { cursor: { block: 'SQUATTED' } }]]))
  await br.connect()
  br.send(presence([[id, 1, { cursor: { block: 'MINE' } }]]))
  await until(() => texts(cl).includes('MINE'))
  expect(texts(cl)).not.toContain('SQUATTED')
})

test('a paragraph another delegation has filled does not count against who types in it', async () => {
  await open()
  const [br, fr] = [await table.seat('BR'), await table.seat('FR')]
  fr.types('x'.repeat(limits.blockCharactersMax - 30))
  await table.settle()
  for (let i = 0; i < 4; i++) {
    br.types('shall ')
    await until(() => br.closedWith !== null)
    await br.reload()
  }
  expect(br.hello!.writing).toBe('proposes')
})

test('I9 a flood is slowed by not reading it; nothing is refused, nothing is lost', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  table.store.holdCommits(20)
  const many = limits.pendingFramesPerConnectionMax * 2
  for (let i = 0; i < many; i++) br.types('x')
  table.store.holdCommits(0)
  await table.settle()
  expect(cl.reads()[0]!.startsWith('x'.repeat(many))).toBe(true)
  expect(br.nacks).toEqual([])
})

test('N1 an observer is refused; opened to observers, one reads and cannot write', async () => {
  await open()
  const observer = await table.seat('MX', { role: 'observer' })
  expect(observer.closedWith).toBe(closeCode.notFound)
  await table.store.transaction((tx) =>
    tx.updateTable('document').set({ open_to_observers: 1 }).execute(),
  )
  await observer.connect()
  expect(observer.hello).toMatchObject({ writing: null, readsBecause: 'reads-only', lease: null })
  expect(observer.sees('The States')).toBe(true)
  const cl = await table.seat('CL')
  observer.types('x')
  await until(() => observer.closedWith !== null)
  expect(observer.closedWith).toBe(closeCode.notAllowed)
  expect(cl.reads()[0]).toBe('The States affirm the need.')
})

test('N6 an adviser reads; the focal point gives the word and it counts at once', async () => {
  await open()
  const adviser = await table.seat('BR', { speaks: 0 })
  expect(adviser.hello).toMatchObject({ writing: null, readsBecause: 'does-not-speak' })
  await table.store.transaction((tx) => tx.updateTable('seat').set({ speaks: 1 }).execute())
  table.world.signals.emit('seat-changed', 'seat1' as never, adviser.who.account)
  expect(adviser.closedWith).toBe(closeCode.standingChanged)
  await adviser.connect()
  expect(adviser.hello!.writing).toBe('proposes')
})

test('I8 a revoked login is out of the document at once', async () => {
  await open()
  const [br, cl] = [await table.seat('BR'), await table.seat('CL')]
  table.world.signals.emit('login-revoked', br.who.login)
  expect(br.closedWith).toBe(closeCode.signedOut)
  expect(cl.isOpen).toBe(true)
})

test('no draft word and no name of a person is ever logged', async () => {
  await open()
  const br = await table.seat('BR')
  br.types('confidential wording ')
  br.erases({ at: 30, length: 2 })
  await until(() => br.closedWith !== null)
  await until(() => table.log.join('').includes('base-words'))
  expect(table.log.join('')).not.toContain('confidential')
  expect(table.log.join('')).not.toContain('Person')
})

/** Are so many refusals on record? */
async function recorded(many: number): Promise<boolean> {
  const rows = await table.store.read.selectFrom('refusal').select('id').execute()
  return rows.length >= many
}

function presence(entries: readonly (readonly [number, number, object])[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  }
  return encodeAwareness(encoding.toUint8Array(encoder))
}

const texts = (delegate: Delegate): string =>
  delegate.awareness.map((bytes) => new TextDecoder().decode(bytes)).join('\n')
