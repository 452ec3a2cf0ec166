// Signing in, links and logins through the hub's own doors: what a person, a guesser and a thief of
// the database meet.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pino } from 'pino'
import { randomBytes } from 'node:crypto'
import { limits } from '#shared/limits.ts'
import { must } from '#shared/assert.ts'
import { expectUnbroken } from '../testing/expect-unbroken.ts'
import { temporaryHub } from '../testing/temporary-hub.ts'
import type { Answered, Person, TemporaryHub } from '../testing/temporary-hub.ts'
import type { LinkHandedOut } from './links.ts'
import { hashPassword } from './passwords.ts'
import type { LoginView, Me } from './views.ts'

const password = 'quatro palavras em linha'
const logged: string[] = []
let stored: string
let hub: TemporaryHub
let ana: Person
let secretariat: Person

beforeEach(async () => {
  stored ??= await hashPassword(password, randomBytes)
  const stream = { write: (line: string) => void logged.push(line) }
  hub = await temporaryHub({ log: pino({ level: 'trace' }, stream) })
  ana = await hub.seat('csm', 'delegate', 'BR', stored)
  secretariat = await hub.seat('csm', 'secretariat', 'CHAIR', stored)
})

afterEach(async () => {
  await expectUnbroken(hub.world.store.read)
  await hub.close()
})

const signIn = (email: string, word = password, cookie?: string) =>
  hub.call('auth.signIn', 'mutation', { email, password: word }, cookie)
const me = (cookie: string) => hub.call('auth.me', 'query', undefined, cookie)
const cookieOf = ({ headers }: Answered) =>
  must(headers.get('set-cookie')?.split(';')[0], 'a cookie')

describe('signing in', () => {
  test('sets a cookie whose token the database does not hold', async () => {
    const answer = await signIn(` ${ana.email.toUpperCase()} `)
    const cookie = answer.headers.get('set-cookie')
    expect(cookie).toMatch(
      /^plenaria_login=[\w-]{43}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/,
    )
    expect((answer.value as Me).account.email).toBe(ana.email)
    expect((answer.value as Me).seats[0]?.rights).toContain('propose for its delegation')
    const rows = await hub.world.store.read.selectFrom('login').selectAll().execute()
    const token = must(cookieOf(answer).split('=')[1], 'token')
    expect(rows.length).toBe(1)
    expect(JSON.stringify(rows)).not.toContain(token)
    // A stolen hash opens nothing.
    expect((await me(`plenaria_login=${rows[0]?.hash}`)).value).toBeNull()
    expect((await me(cookieOf(answer))).value).toMatchObject({ account: { id: ana.account } })
  })

  test('is Secure where the hub is reached by https', async () => {
    const secure = await temporaryHub({ publicOrigin: 'https://texts.example.org' })
    const bia = await secure.seat('csm', 'delegate', 'CL', stored)
    const input = { email: bia.email, password }
    const answer = await secure.call('auth.signIn', 'mutation', input)
    await secure.close()
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/)
    expect(answer.headers.get('strict-transport-security')).toContain('max-age')
  })

  test('an unknown address, a wrong password and a missing one get the same answer', async () => {
    const invited = await hub.seat('csm', 'delegate', 'CL', null)
    const answers = [
      await signIn('nobody@example.org'),
      await signIn(ana.email, 'not the password'),
      await signIn(invited.email),
    ].map(({ status, refused, facts, value }) => ({ status, refused, facts, value }))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401, refused: 'wrong-sign-in' })
  })

  test('grows slower with every failure, alike for known and unknown addresses', async () => {
    for (const email of [ana.email, 'nobody@example.org']) {
      const codes = []
      for (let i = 0; i < 4; i++) codes.push((await signIn(email, 'not the password')).refused)
      const wait = 'wait-to-sign-in'
      expect(codes).toEqual(['wrong-sign-in', 'wrong-sign-in', 'wrong-sign-in', wait])
    }
    expect(await signIn(ana.email)).toMatchObject({ status: 429, facts: { seconds: 1 } })
    hub.later(1_000)
    expect((await signIn(ana.email)).status).toBe(200)
    expect((await signIn(ana.email, 'not the password')).refused).toBe('wrong-sign-in')
  })

  test('ends what this browser showed before', async () => {
    const first = cookieOf(await signIn(ana.email))
    const second = cookieOf(await signIn(secretariat.email, password, first))
    expect((await me(first)).value).toBeNull()
    expect((await me(second)).value).toMatchObject({ account: { id: secretariat.account } })
    await hub.call('auth.signOut', 'mutation', undefined, second)
    expect((await me(second)).value).toBeNull()
  })

  test('writes no password, address or token to the log', async () => {
    const answer = await signIn(ana.email)
    await signIn('nobody@example.org', 'hunter2hunter2')
    const token = must(cookieOf(answer).split('=')[1], 'token')
    const text = logged.join('\n')
    for (const secret of [password, 'hunter2', ana.email, 'nobody@', token])
      expect(text).not.toContain(secret)
  })
})

describe('logins', () => {
  test('last an idle period from when they were seen, and not past their end', async () => {
    const cookie = await hub.signedIn(ana)
    const step = limits.loginIdleMs - 1_000
    for (let at = step; at < limits.loginAbsoluteMs; at += step) {
      hub.later(step)
      const answer = await me(cookie)
      expect(answer.value).not.toBeNull()
      expect(answer.headers.get('set-cookie')).toContain('plenaria_login=')
    }
    hub.later(step)
    expect((await me(cookie)).value).toBeNull()
    const other = await hub.signedIn(ana)
    hub.later(limits.loginIdleMs)
    expect((await me(other)).value).toBeNull()
  })

  test('are listed to their owner, and revoked one by one', async () => {
    const [mine, other] = [await hub.signedIn(ana), await hub.signedIn(ana)]
    const { value } = await hub.call('auth.logins', 'query', undefined, mine)
    const list = value as LoginView[]
    expect(list.map(({ current }) => current).toSorted()).toEqual([false, true])
    const hash = await hub.loginOf(other)
    expect(JSON.stringify(list)).not.toContain(hash)
    const { key } = must(
      list.find(({ current }) => !current),
      'the other login',
    )
    expect((await hub.call('auth.revokeLogin', 'mutation', { key }, mine)).status).toBe(200)
    expect((await me(other)).value).toBeNull()
    expect((await me(mine)).value).not.toBeNull()
    expect((await hub.call('auth.revokeLogin', 'mutation', { key }, mine)).status).toBe(404)
  })

  test('an account keeps its newest ones', async () => {
    const first = await hub.signedIn(ana)
    for (let i = 0; i < limits.loginsPerAccountMax; i++) {
      hub.later(1)
      await hub.signedIn(ana)
    }
    expect((await me(first)).value).toBeNull()
  })
})

const tokenIn = ({ path }: LinkHandedOut) => path.replace('/link/', '')
const use = (token: string, more = {}) =>
  hub.call('auth.useLink', 'mutation', { token, password, ...more })

describe('links', () => {
  const invitation = { process: 'csm', email: 'Bia@example.org', name: 'Bia', party: 'CL' }

  async function invite(role = 'delegate'): Promise<string> {
    const cookie = await hub.signedIn(secretariat)
    const answer = await hub.call('processes.invite', 'mutation', { ...invitation, role }, cookie)
    return tokenIn((answer.value as { link: LinkHandedOut }).link)
  }

  test('an invitation tells what it is for, works once, and signs in', async () => {
    const token = await invite()
    const rows = await hub.world.store.read.selectFrom('link').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    const about = await hub.call('auth.link', 'query', { token })
    expect(about.value).toEqual({ kind: 'invitation', name: 'Bia', email: 'bia@example.org' })
    const used = await use(token, { name: 'Beatriz' })
    expect(used.value).toMatchObject({ account: { name: 'Beatriz' }, seats: [{ party: 'CL' }] })
    expect((await me(cookieOf(used))).value).not.toBeNull()
    expect(await use(token)).toMatchObject({ status: 410, refused: 'link-used-or-expired' })
    expect((await hub.call('auth.link', 'query', { token })).refused).toBe('link-used-or-expired')
    expect((await signIn('bia@example.org')).status).toBe(200)
  })

  test('two who use it at the same moment: one gets in', async () => {
    const token = await invite()
    const both = await Promise.all([use(token), use(token)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410])
  })

  test('an invitation ends after a week, a newer one replaces it', async () => {
    const token = await invite()
    const cookie = await hub.signedIn(secretariat)
    const people = await hub.call('processes.people', 'query', { process: 'csm' }, cookie)
    const bia = must(
      (people.value as { seat: string; name: string }[]).find(({ name }) => name === 'Bia'),
      'Bia',
    )
    const again = { process: 'csm', seat: bia.seat }
    const newer = await hub.call('processes.newPasswordLink', 'mutation', again, cookie)
    expect((await use(token)).refused).toBe('link-used-or-expired')
    hub.later(limits.invitationMs)
    expect((await use(tokenIn(newer.value as LinkHandedOut))).refused).toBe('link-used-or-expired')
  })

  test('a refused password leaves the link as it was', async () => {
    const token = await invite()
    const passwords = {
      'too short': 'password-too-short',
      ['x'.repeat(257)]: 'password-too-long',
      'bia@example.org': 'password-unsafe',
      'plenaria-demo': 'password-unsafe',
      password1234: 'password-unsafe',
    }
    for (const [word, code] of Object.entries(passwords))
      expect((await use(token, { password: word })).refused).toBe(code)
    expect((await use(token)).status).toBe(200)
  })

  test('a new password ends every login of the account', async () => {
    const old = await hub.signedIn(ana)
    const cookie = await hub.signedIn(secretariat)
    const asked = { process: 'csm', seat: ana.seat }
    const link = await hub.call('processes.newPasswordLink', 'mutation', asked, cookie)
    const token = tokenIn(link.value as LinkHandedOut)
    expect((await hub.call('auth.link', 'query', { token })).value).toMatchObject({
      kind: 'password',
    })
    const fresh = 'cinco palavras novas em linha'
    const used = await use(token, { password: fresh, name: 'Someone else' })
    expect(used.value).toMatchObject({ account: { name: 'delegate BR' } })
    expect((await me(old)).value).toBeNull()
    expect((await signIn(ana.email)).refused).toBe('wrong-sign-in')
    expect((await signIn(ana.email, fresh)).status).toBe(200)
  })

  test('inviting somebody to one’s own process never opens their account', async () => {
    hub.later(1)
    const other = await hub.seat('midsa', 'secretariat', 'CHAIR')
    const cookie = await hub.signedIn(other)
    const { email } = secretariat
    const input = { process: 'midsa', email, name: 'X', role: 'secretariat', party: 'CHAIR' }
    const invited = await hub.call('processes.invite', 'mutation', input, cookie)
    expect(invited.value).toMatchObject({ link: null })
    const { seat } = invited.value as { seat: string }
    const asked = { process: 'midsa', seat }
    const link = await hub.call('processes.newPasswordLink', 'mutation', asked, cookie)
    expect(link.refused).toBe('not-allowed')
  })
})
