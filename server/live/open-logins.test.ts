// I8 for logins that end by themselves, and for those that end while their socket opens.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { limits } from '#shared/limits.ts'
import { createLogins } from '../auth/logins.ts'
import type { Asker } from '../hub-types.ts'
import { temporaryHub } from '../testing/temporary-hub.ts'
import type { Person, TemporaryHub } from '../testing/temporary-hub.ts'
import { createOpenLogins } from './open-logins.ts'
import type { OpenLogins } from './open-logins.ts'

let hub: TemporaryHub
let ana: Person
let openLogins: OpenLogins
const ended: string[] = []

beforeEach(async () => {
  hub = await temporaryHub()
  ana = await hub.seat('csm', 'delegate', 'BR')
  openLogins = createOpenLogins(hub.world, createLogins(hub.world, false))
  ended.length = 0
})
afterEach(() => hub.close())

const asker = async (): Promise<Asker> => {
  return { account: ana.account, login: await hub.loginOf(await hub.signedIn(ana)) }
}
const socket = (name: string) => () => void ended.push(name)

test('I8: an expired login’s sockets end with the next look', async () => {
  openLogins.open(await asker(), socket('old'))
  hub.later(limits.loginIdleMs - 1)
  openLogins.open(await asker(), socket('new'))
  await openLogins.check()
  expect(ended).toEqual([])
  hub.later(1)
  await openLogins.check()
  expect(ended).toEqual(['old'])
})

test('I8: a login that ended while its socket was opening ends it', async () => {
  const who = await asker()
  await hub.world.store.transaction(async (tx) => {
    await tx.deleteFrom('login').execute()
  })
  const { promise, resolve } = Promise.withResolvers<string>()
  openLogins.open(who, () => resolve('ended'))
  expect(await promise).toBe('ended')
})

test('ends all sockets of a login, of an account, and none that has closed', async () => {
  const [one, two] = [await asker(), await asker()]
  openLogins.open(one, socket('one'))
  openLogins.open(one, socket('one again'))
  const close = openLogins.open(two, socket('closed'))
  openLogins.open(two, socket('two'))
  close()
  hub.world.signals.emit('login-revoked', one.login)
  expect(ended).toEqual(['one', 'one again'])
  ended.length = 0
  hub.world.signals.emit('account-signed-out', ana.account)
  expect(ended).toEqual(['one', 'one again', 'two'])
  openLogins.stop()
  hub.world.signals.emit('login-revoked', two.login)
  expect(ended.length).toBe(3)
})
