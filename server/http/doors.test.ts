// I10: every door has an expected answer for every role of this and of another process, and gives
// it. A procedure, path or topic without a row in testing/doors-table.ts fails here.

import { Socket } from 'node:net'
import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BatchId } from '#shared/ids.ts'
import { closeCode, message } from '#shared/wire.ts'
import { genesis } from '../db/store.ts'
import { createAlive } from '../demo/alive.ts'
import { topicKinds } from '../live/subscribe.ts'
import { appRouter, demoAppRouter } from '../trpc/router.ts'
import * as table from '../testing/doors-table.ts'
import type { Expected, Knocker, Scene } from '../testing/doors-table.ts'
import { temporaryHub } from '../testing/temporary-hub.ts'
import type { TemporaryHub } from '../testing/temporary-hub.ts'
import { plantDocument, testNow } from '../testing/temporary-store.ts'
import { textWith } from '../testing/texts/text-with.ts'
import { createApp } from './app.ts'

const foreign = 'https://elsewhere.example'
const never = () => Promise.reject(new Error('not to be called'))
const called: string[] = []
const realConnect = Socket.prototype.connect
let hub: TemporaryHub
let people: Scene['people']
let document: string

beforeAll(async () => {
  Socket.prototype.connect = function connect(this: Socket, ...to: unknown[]) {
    called.push(
      JSON.stringify(to, (key, value: unknown) => (key === 'autoSelectFamily' ? '' : value)),
    )
    return Reflect.apply(realConnect, this, to) as Socket
  } as typeof realConnect
  hub = await temporaryHub({ routerFor: (world) => demoAppRouter(createAlive(world)) })
  people = {
    observer: await hub.seat('csm', 'observer', 'MX'),
    adviser: await hub.seat('csm', 'adviser', 'BR'),
    delegate: await hub.seat('csm', 'delegate', 'BR'),
    focalPoint: await hub.seat('csm', 'focalPoint', 'BR'),
    chair: await hub.seat('csm', 'chair', 'CHAIR'),
    secretariat: await hub.seat('csm', 'secretariat', 'CHAIR'),
    otherSecretariat: await hub.seat('midsa', 'secretariat', 'CHAIR'),
    otherDelegate: await hub.seat('midsa', 'delegate', 'ZA'),
  }
  document = (await plantDocument(hub.world.store)).document
  const row = { batch: 'first' as BatchId, payload: textWith(['Words.']), meta: '{"v":1}' }
  const head = { epoch: 'epoch1', seq: 0, hash: genesis }
  await hub.world.store.journal.append(document as never, head, [{ ...row, at: testNow }])
})

afterAll(async () => {
  Socket.prototype.connect = realConnect
  await hub.close()
})

const sceneOf = (who: Knocker): Scene => {
  return { hub, people, document, knocker: who === 'stranger' ? null : people[who] }
}
const cookieOf = ({ knocker }: Scene) => (knocker ? hub.signedIn(knocker) : null)

/** What everybody was answered, to be compared with a row at once. */
async function answers(knock: (scene: Scene, cookie: string | null) => Promise<string>) {
  const given: [Knocker, string][] = []
  for (const who of table.cast) {
    const scene = sceneOf(who)
    given.push([who, await knock(scene, await cookieOf(scene))])
  }
  return Object.fromEntries(given) as Expected
}

describe('procedures', () => {
  const names = Object.keys(demoAppRouter({ start: never })['_def'].procedures)

  test('I10: each has a row, and no row is left over', () => {
    expect(Object.keys(table.procedures).toSorted()).toEqual(names.toSorted())
  })

  test('I10: a hub for real work has no door of the demonstration', () => {
    const own = names.filter((name) => !name.startsWith('demo.'))
    expect(Object.keys(appRouter['_def'].procedures).toSorted()).toEqual(own.toSorted())
  })

  test.each(names)('I10: %s answers every role as expected', async (name) => {
    const row = table.procedures[name]
    if (!row) throw new Error(`no row for ${name}`)
    const given = await answers(async (scene, cookie) => {
      const input = await row.input?.(scene)
      const { refused } = await hub.call(name, row.kind, input, cookie)
      return refused ?? 'ok'
    })
    expect(given).toEqual(row.expected)
  })

  test('I10: what one has no seat in answers exactly as what does not exist', async () => {
    const cookie = await hub.signedIn(people.otherDelegate)
    const texts = ['csm', 'nowhere'].map(async (id) => {
      const input = encodeURIComponent(JSON.stringify({ process: id }))
      const url = `${hub.url}/trpc/processes.get?input=${input}`
      const reply = await fetch(url, { headers: { cookie } })
      return [reply.status, await reply.text()]
    })
    const [known, unknown] = await Promise.all(texts)
    expect(known).toEqual(unknown)
  })

  test('take JSON only, in small batches, of a bounded size, from our own pages', async () => {
    const post = async (headers: Record<string, string>, path = 'auth.signOut', body = '{}') => {
      const reply = await fetch(`${hub.url}/trpc/${path}`, { method: 'POST', headers, body })
      return reply.status
    }
    const json = { 'content-type': 'application/json' }
    expect(await post(json)).toBe(200)
    expect(await post({ 'content-type': 'text/plain' })).toBe(415)
    expect(await post({ 'content-type': 'application/x-www-form-urlencoded' })).toBe(415)
    expect(await post({ ...json, origin: foreign })).toBe(403)
    expect(await post({ ...json, origin: 'null' })).toBe(403)
    expect(await post({ ...json, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await post({ ...json, origin: hub.url })).toBe(200)
    const eleven = Array.from({ length: 11 }, () => 'auth.signOut').join('%2C')
    expect(await post(json, `${eleven}?batch=1`)).toBe(429)
    const large = JSON.stringify({ email: 'x'.repeat(5_000_000), password: 'x' })
    expect(await post(json, 'auth.signIn', large)).toBe(413)
  })
})

describe('paths', () => {
  test('I10: each has a row', () => {
    const router = appRouter
    const { world } = hub
    const parts = { world, router, demo: false, publicOrigin: null, isReady: () => true }
    const app = createApp({ ...parts, clientDirectory: '/', auth: null!, collab: null! })
    const doors = app.routes.filter(({ path }) => path !== '/*')
    const unknown = doors.map(({ method, path }) => `${method} ${path}`)
    expect(unknown.filter((door) => !table.paths[door])).toEqual([])
  })

  test.each(Object.entries(table.paths))('I10: %s answers everybody alike', async (_door, row) => {
    const given = await answers(async (_scene, cookie) => {
      const headers = cookie ? { cookie } : {}
      const reply = await fetch(hub.url + row.example, { method: row.method, headers })
      expect(reply.headers.get('content-security-policy')).toContain("script-src 'self';")
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
      await reply.body?.cancel()
      return String(reply.status)
    })
    expect(given).toEqual(table.all(String(row.status)))
  })

  test('a missing page is drawn by the client, a missing asset is not', async () => {
    const headers = { accept: 'text/html' }
    const page = await fetch(`${hub.url}/no-such-page`, { headers })
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('<title>')])
    const asset = await fetch(`${hub.url}/assets/missing.js`, { headers })
    expect([asset.status, await asset.text()]).toEqual([404, 'Not found'])
  })
})

describe('topics', () => {
  test('I10: each kind has a row', () => {
    const rows = new Set(Object.values(table.topics).map(({ kind }) => kind))
    expect(topicKinds.filter((kind) => !rows.has(kind))).toEqual([])
  })

  test.each(Object.entries(table.topics))('I10: %s answers every role', async (_name, row) => {
    const given = await answers(async (scene, cookie) => {
      return subscribe(cookie, await row.topic(scene))
    })
    expect(given).toEqual(row.expected)
  })

  test.each(['websocket', 'polling'])('a foreign page gets no socket by %s', async (transport) => {
    const cookie = await hub.signedIn(people.chair)
    expect(await subscribe(cookie, 'process/csm', transport, hub.url)).toBe('ok')
    expect(await subscribe(cookie, 'process/csm', transport, foreign)).not.toBe('ok')
  })
})

/** Opens a live socket and subscribes: `ok`, the refusal, or why there was no socket. */
function subscribe(
  cookie: string | null,
  topic: unknown,
  transport = 'websocket',
  origin?: string,
): Promise<string> {
  const extraHeaders = { ...(cookie && { cookie }), ...(origin && { origin }) }
  const options = { transports: [transport], extraHeaders, forceNew: true, reconnection: false }
  const socket = io(hub.url, options)
  return new Promise<string>((resolve) => {
    socket.on('connect_error', (error) => resolve(error.message))
    socket.on('connect', () => {
      socket.emit('subscribe', topic, (answer: { version?: number; refused?: string }) =>
        resolve(answer.refused ?? (typeof answer.version === 'number' ? 'ok' : 'no answer')),
      )
    })
  }).finally(() => socket.close())
}

describe('documents', () => {
  test.each(Object.entries(table.documents))('I10: %s answers every role', async (_name, row) => {
    const given = await answers((scene, cookie) => opens(`/collab/${row.name(scene)}`, { cookie }))
    expect(given).toEqual(row.expected)
  })

  test('a foreign page and a path that is no document get no handshake', async () => {
    const cookie = await hub.signedIn(people.chair)
    expect(await opens(`/collab/${document}`, { cookie, origin: hub.url })).toBe('ok')
    expect(await opens(`/collab/${document}`, { cookie, origin: foreign })).toBe('HTTP 403')
    expect(await opens(`/collab/${document}/more`, { cookie })).toBe('HTTP 404')
    expect(await opens('/elsewhere', { cookie })).toBe('HTTP 404')
  })
})

/** Opens a document socket: `ok` when HELLO comes, the close code, or the refused handshake. */
function opens(
  path: string,
  { cookie, origin }: { cookie: string | null; origin?: string },
): Promise<string> {
  const headers = cookie ? { cookie } : {}
  const url = `${hub.url.replace('http', 'ws')}${path}?v=1`
  const ws = new WebSocket(url, { headers, ...(origin && { origin }) })
  return new Promise<string>((resolve) => {
    ws.on('unexpected-response', (_request, { statusCode }) => resolve(`HTTP ${statusCode}`))
    ws.on('message', (data: Buffer) => data[0] === message.hello && resolve('ok'))
    ws.on('close', (code) => resolve(String(code)))
    ws.on('error', () => undefined)
  }).finally(() => ws.terminate())
}

test('I8: a revoked login is out of both kinds of socket within a second', async () => {
  const cookie = await hub.signedIn(people.delegate)
  const socket = io(hub.url, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
  })
  const ws = new WebSocket(`${hub.url.replace('http', 'ws')}/collab/${document}?v=1`, {
    headers: { cookie },
  })
  await Promise.all([
    new Promise((resolve) => socket.on('connect', () => resolve(null))),
    new Promise((resolve) => ws.once('message', resolve)),
  ])
  const ended = Promise.all([
    new Promise((resolve) => socket.on('signed-out', () => resolve('signed-out'))),
    new Promise((resolve) => socket.on('disconnect', resolve)),
    new Promise((resolve) => ws.on('close', resolve)),
  ])
  const began = performance.now()
  const other = await hub.signedIn(people.delegate)
  await hub.call('auth.revokeOtherLogins', 'mutation', undefined, other)
  const gone = ['signed-out', 'io server disconnect', closeCode.signedOut]
  expect(await ended).toEqual(gone)
  expect(performance.now() - began).toBeLessThan(1_000)
  socket.close()
})

test('the hub opens no outgoing connection', () => {
  const port = new URL(hub.url).port
  expect(called.length).toBeGreaterThan(100) // this test’s own calls are seen, so others would be
  expect(called.filter((to) => !to.includes(port))).toEqual([])
})
