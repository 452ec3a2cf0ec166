// A hub in trouble: what it says when its store cannot write, and what it does not say.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { pino } from 'pino'
import { StoreFailed } from '../db/errors.ts'
import type { Store } from '../db/store.ts'
import { temporaryHub } from '../testing/temporary-hub.ts'
import type { Person, TemporaryHub } from '../testing/temporary-hub.ts'

const logged: string[] = []
let hub: TemporaryHub
let ana: Person
let restore: () => void
const full = () => Promise.reject(new StoreFailed('the disk is full'))

/** The store of a running hub, broken in one place. */
function breaks(part: Partial<Store>): void {
  const store = hub.world.store as { -readonly [Name in keyof Store]: Store[Name] }
  const whole = { ...store }
  Object.assign(store, part)
  restore = () => void Object.assign(store, whole)
}

beforeEach(async () => {
  logged.length = 0
  const stream = { write: (line: string) => void logged.push(line) }
  hub = await temporaryHub({ log: pino({}, stream) })
  ana = await hub.seat('csm', 'delegate', 'BR')
})
afterEach(async () => {
  restore()
  await hub.close()
})

test('a store that cannot write: unhealthy, still reads, and commands say why', async () => {
  const cookie = await hub.signedIn(ana)
  breaks({ probe: full, transaction: full })
  expect((await fetch(`${hub.url}/healthz`)).status).toBe(503)
  expect((await hub.call('processes.list', 'query', undefined, cookie)).status).toBe(200)
  const answer = await hub.call('auth.setLanguage', 'mutation', { language: 'pt' }, cookie)
  expect(answer).toMatchObject({ status: 503, refused: 'cannot-write' })
  expect(logged.join('\n')).toContain('the disk is full')
})

test('an error nobody expected is logged under an id, and told by that id alone', async () => {
  const cookie = await hub.signedIn(ana)
  breaks({ transaction: () => Promise.reject(new TypeError('secret detail of ours')) })
  const headers = { cookie, 'content-type': 'application/json' }
  const body = JSON.stringify({ language: 'pt' })
  const url = `${hub.url}/trpc/auth.setLanguage`
  const reply = await fetch(url, { method: 'POST', headers, body })
  expect(reply.status).toBe(500)
  const text = await reply.text()
  expect(text).not.toMatch(/secret|TypeError|stack|\.ts/)
  const { error } = JSON.parse(text) as { error: { data: { id: string } } }
  expect(error.data.id).toMatch(/^[0-9a-z]{8}$/)
  expect(logged.join('\n')).toContain(error.data.id)
  expect(logged.join('\n')).toContain('secret detail of ours')
})
