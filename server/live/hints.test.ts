// I6: a page that fetches again whenever it is told, and only then, shows what a fresh page shows, after
// every command that changes what it shows.

import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryHub } from '../testing/temporary-hub.ts'
import type { Person, TemporaryHub } from '../testing/temporary-hub.ts'

let hub: TemporaryHub
let secretariat: Person
let watcher: Person
let delegate: Person
let socket: Socket
let cookie: string
let shown: Record<string, unknown>
let refetched = () => {}

const queries = {
  'processes.people': { process: 'csm' },
  'processes.get': { process: 'csm' },
  'documents.list': { process: 'csm' },
}

async function fetchAll(): Promise<Record<string, unknown>> {
  const out: Record<string, unknown> = {}
  for (const [name, input] of Object.entries(queries)) {
    out[name] = (await hub.call(name, 'query', input, cookie)).value
  }
  return out
}

beforeEach(async () => {
  hub = await temporaryHub()
  secretariat = await hub.seat('csm', 'secretariat', 'CHAIR')
  watcher = await hub.seat('csm', 'chair', 'CHAIR')
  delegate = await hub.seat('csm', 'delegate', 'BR')
  cookie = await hub.signedIn(watcher)
  socket = io(hub.url, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true })
  await new Promise((resolve) => socket.emit('subscribe', 'process/csm', resolve))
  shown = await fetchAll()
  socket.on('hint', async () => {
    shown = await fetchAll()
    refetched()
  })
})
afterEach(async () => {
  socket.close()
  await hub.close()
})

async function command(name: string, more: object): Promise<unknown> {
  const next = new Promise<void>((resolve) => (refetched = resolve))
  const answered = await hub.call(name, 'mutation', more, await hub.signedIn(secretariat))
  expect(answered.refused).toBeUndefined()
  await next
  return answered.value
}

test('I6 live state equals refetched state after every command', async () => {
  const process = 'csm'
  const words = { title: 'Declaración', kind: 'declaration', language: 'es' }
  const text = 'DECLARACIÓN\n\nReafirmando los derechos,\n\n1. Acuerdan reunirse.'
  const commands: [string, object | ((last: unknown) => object)][] = [
    [
      'processes.invite',
      { process, email: 'new@example.org', name: 'New Person', role: 'delegate', party: 'CL' },
    ],
    ['processes.setSpeaks', { process, seat: delegate.seat, speaks: false }],
    ['documents.create', { process, ...words, phase: 'drafting', shared: true, from: { text } }],
    [
      'documents.openNegotiation',
      (last) => ({ document: (last as { document: string }).document }),
    ],
    ['processes.endSeat', { process, seat: delegate.seat }],
  ]
  let last: unknown
  for (const [name, input] of commands) {
    const stale = JSON.stringify(shown)
    last = await command(name, typeof input === 'function' ? input(last) : input)
    expect([name, JSON.stringify(shown)]).not.toEqual([name, stale])
    const fresh = await fetchAll()
    expect({ after: name, ...shown }).toEqual({ after: name, ...fresh })
  }
})
