// The people of a process: who is seated, who speaks, who is told, who learns names.

import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Hint } from '#shared/live/events.ts'
import { expectUnbroken } from '../testing/expect-unbroken.ts'
import { temporaryHub } from '../testing/temporary-hub.ts'
import type { Person, TemporaryHub } from '../testing/temporary-hub.ts'
import type { PersonView, ProcessView } from './views.ts'

let hub: TemporaryHub
let secretariat: Person
let focalPoint: Person
let br: Person
let cl: Person
const sockets: Socket[] = []

beforeEach(async () => {
  hub = await temporaryHub()
  secretariat = await hub.seat('csm', 'secretariat', 'CHAIR')
  focalPoint = await hub.seat('csm', 'focalPoint', 'BR')
  br = await hub.seat('csm', 'delegate', 'BR')
  cl = await hub.seat('csm', 'delegate', 'CL')
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close()
  await expectUnbroken(hub.world.store.read)
  await hub.close()
})

const act = async (who: Person, verb: string, more: object) => {
  const cookie = await hub.signedIn(who)
  return hub.call(`processes.${verb}`, 'mutation', { process: 'csm', ...more }, cookie)
}
const people = async (who: Person) => {
  const cookie = await hub.signedIn(who)
  const { value } = await hub.call('processes.people', 'query', { process: 'csm' }, cookie)
  return value as PersonView[]
}

/** A page that listens to a topic; `next` is the next hint it gets. */
async function listens(who: Person, topic: string) {
  const extraHeaders = { cookie: await hub.signedIn(who) }
  const socket = io(hub.url, { transports: ['websocket'], extraHeaders, forceNew: true })
  sockets.push(socket)
  const answer: unknown = await new Promise((resolve) => socket.emit('subscribe', topic, resolve))
  const hints: Hint[] = []
  socket.on('hint', (hint: Hint) => hints.push(hint))
  const next = async () => {
    while (hints.length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    return hints.shift()
  }
  return { answer, hints, next }
}

test('a process shows its dated members, organs and languages', async () => {
  const cookie = await hub.signedIn(br)
  const { value } = await hub.call('processes.get', 'query', { process: 'csm' }, cookie)
  const view = value as ProcessView
  expect(view.members.find(({ party }) => party === 'BR')).toMatchObject({ standing: 'member' })
  expect(view.members.every(({ source }) => source.length > 0)).toBe(true)
  expect(view.organs.length).toBeGreaterThan(1)
  expect(view.languages).toContain('pt')
  expect(view.seat).toMatchObject({ role: 'delegate', party: 'BR', speaks: true })
  const { value: mine } = await hub.call('processes.list', 'query', undefined, cookie)
  expect(mine).toMatchObject([{ id: 'csm' }])
})

const nameOf = (list: PersonView[], { seat }: Person) => list.find((p) => p.seat === seat)?.name

test('names go to one’s own delegation; addresses to the secretariat', async () => {
  const seen = await people(br)
  expect(nameOf(seen, focalPoint)).toBe('focalPoint BR')
  expect(nameOf(seen, secretariat)).toBe('secretariat CHAIR')
  expect(nameOf(seen, cl)).toBeNull()
  expect(seen.filter(({ email }) => email !== null).map(({ you }) => you)).toEqual([true])
  const all = await people(secretariat)
  expect(nameOf(all, cl)).toBe('delegate CL')
  expect(all.every(({ email, invitationPending }) => email !== null && invitationPending)).toBe(
    true,
  )
})

test('N6: the focal point says who speaks for its delegation, and all concerned hear', async () => {
  const page = await listens(br, 'process/csm')
  expect(page.answer).toEqual({ version: expect.any(Number) })
  const heard: unknown[] = []
  hub.world.signals.on('seat-changed', (...facts) => heard.push(facts))
  expect((await act(focalPoint, 'setSpeaks', { seat: br.seat, speaks: false })).status).toBe(200)
  expect(await page.next()).toMatchObject({
    topic: 'process/csm',
    event: { event: 'people-changed' },
  })
  expect(heard).toEqual([[br.seat, br.account]])
  expect((await people(br)).find(({ you }) => you)?.speaks).toBe(false)
  const other = await act(focalPoint, 'setSpeaks', { seat: cl.seat, speaks: false })
  expect(other.refused).toBe('not-allowed')
  const chairs = await act(secretariat, 'setSpeaks', { seat: cl.seat, speaks: false })
  expect(chairs.status).toBe(200)
  const observer = await hub.seat('csm', 'observer', 'MX')
  const never = await act(secretariat, 'setSpeaks', { seat: observer.seat, speaks: true })
  expect(never.refused).toBe('not-allowed')
})

test('I8: who lost the seat hears of it and of nothing more', async () => {
  const page = await listens(cl, 'process/csm')
  const own = await listens(cl, `account/${cl.account}`)
  expect((await act(secretariat, 'endSeat', { seat: cl.seat })).status).toBe(200)
  expect(await own.next()).toMatchObject({ event: { event: 'seats-changed' } })
  const witness = await listens(br, 'process/csm')
  page.hints.length = 0
  await act(focalPoint, 'setSpeaks', { seat: br.seat, speaks: false })
  await witness.next()
  expect(page.hints).toEqual([])
  expect((await listens(cl, 'process/csm')).answer).toEqual({ refused: 'not-found' })
  expect((await act(secretariat, 'endSeat', { seat: cl.seat })).refused).toBe('not-found')
})

test('nobody ends their own seat, and a process keeps a secretariat', async () => {
  expect((await act(secretariat, 'endSeat', { seat: secretariat.seat })).refused).toBe('own-seat')
  const second = await hub.seat('csm', 'secretariat', 'CHAIR')
  expect((await act(second, 'endSeat', { seat: secretariat.seat })).status).toBe(200)
  // An act on its own, as if two ended each other at the same moment.
  const after = await act(secretariat, 'endSeat', { seat: second.seat })
  expect(after.refused).toBe('not-found')
})

const seat = (role: string, party: string, email = `${role}.${party}@example.org`) =>
  act(secretariat, 'invite', { email, name: 'Somebody', role, party })

test('people are seated for members of the process, in a role that fits', async () => {
  expect((await seat('delegate', 'ZZ')).refused).toBe('party-unknown')
  expect((await seat('delegate', 'CHAIR')).refused).toBe('party-unknown')
  expect((await seat('chair', 'BR')).refused).toBe('party-unknown')
  expect((await seat('observer', 'br')).refused).toBe('party-unknown')
  expect((await seat('delegate', 'MX')).refused).toBe('party-unknown') // an observer State
  expect((await seat('observer', 'MX')).status).toBe(200)
  expect((await seat('chair', 'CHAIR')).status).toBe(200)
  expect((await seat('delegate', 'BR', 'no address')).refused).toBe('email-malformed')
  expect((await seat('delegate', 'BR', br.email)).refused).toBe('address-taken')
})

test('writing that was suspended is restored', async () => {
  await hub.world.store.transaction(async (tx) => {
    const at = { writing_suspended_at: 1 }
    await tx.updateTable('seat').set(at).where('id', '=', br.seat).execute()
  })
  expect((await people(secretariat)).find(({ seat }) => seat === br.seat)).toMatchObject({
    writingSuspendedAt: 1,
  })
  expect((await act(secretariat, 'restoreWriting', { seat: br.seat })).status).toBe(200)
  expect((await people(secretariat)).find(({ seat }) => seat === br.seat)).toMatchObject({
    writingSuspendedAt: null,
  })
})

test('a hint comes for what happened, in order, and only once it is committed', async () => {
  const page = await listens(br, 'process/csm')
  for (let i = 0; i < 20; i++)
    await act(focalPoint, 'setSpeaks', { seat: br.seat, speaks: i % 2 === 1 })
  const versions = []
  for (let i = 0; i < 20; i++) versions.push((await page.next())?.version ?? 0)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  expect(new Set(versions).size).toBe(20)
})
