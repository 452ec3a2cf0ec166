// A real hub over a real store on a free port, peopled like a small world, for tests. In: perhaps a
// client directory or demo mode. Out: the hub, people by role in two processes, and calls as a
// browser makes them. Keeps: nothing is mocked but the clock; no test shares data with another.

import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { mint } from '#shared/ids.ts'
import type { AccountId, LoginHash, PartyCode, ProcessId, SeatId } from '#shared/ids.ts'
import type { Role } from '#shared/roles.ts'
import { must } from '#shared/assert.ts'
import { isRefusal } from '#shared/refusal.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import { command } from '../audit/command.ts'
import { createAccount } from '../auth/acts/create-account.ts'
import { createLogins, loginCookie } from '../auth/logins.ts'
import { createHub, createWorld } from '../hub.ts'
import type { Hub, HubParts } from '../hub.ts'
import type { World } from '../hub-types.ts'
import { createCollab } from '../negotiation/collab.ts'
import { appRouter } from '../trpc/router.ts'
import { giveSeat } from '../processes/acts/give-seat.ts'
import { openProcess } from '../processes/acts/open.ts'
import { knownProcesses } from '#shared/processes/known.ts'
import { temporaryStore, testNow } from './temporary-store.ts'

export interface Person {
  readonly account: AccountId
  readonly seat: SeatId
  readonly email: string
  readonly role: Role
  readonly party: PartyCode
  readonly process: ProcessId
}

/** An answer of `/trpc`: the value, or the refusal's code. */
export interface Answered {
  readonly status: number
  readonly value?: unknown
  readonly refused?: RefusalCode
  readonly facts?: Readonly<Record<string, string | number>>
  readonly headers: Headers
}

export interface TemporaryHub {
  readonly url: string
  readonly world: World
  readonly hub: Hub
  /** Moves the hub's clock. */
  later(ms: number): void
  /** Seats a new account. */
  seat(process: string, role: Role, party: string, password?: string | null): Promise<Person>
  /** A fresh login of this person, as a Cookie header. */
  signedIn(person: Person): Promise<string>
  loginOf(cookie: string): Promise<LoginHash>
  /** Calls a procedure as a page does. */
  call(
    procedure: string,
    kind: 'query' | 'mutation',
    input?: unknown,
    cookie?: string | null,
  ): Promise<Answered>
  close(): Promise<void>
}

const random = (size: number) => randomBytes(size)

export async function temporaryHub(
  options: Partial<Pick<HubParts, 'demo' | 'publicOrigin' | 'collab'>> & {
    log?: Logger
    routerFor?: (world: World) => HubParts['router']
  } = {},
): Promise<TemporaryHub> {
  let now = testNow
  const clock = { now: () => now }
  const store = await temporaryStore({ clock })
  const log = options.log ?? pino({ level: 'silent' })
  const world = createWorld({ store, clock, random, log })
  const opened = await command(world, null, async (act) => {
    for (const known of knownProcesses) await openProcess(act, known, true)
  })
  if (isRefusal(opened)) throw new Error(opened.refused)
  const clientDirectory = temporaryClient()
  const hub = await createHub({
    world,
    collab: createCollab(world),
    router: options.routerFor?.(world) ?? appRouter,
    demo: false,
    publicOrigin: null,
    ...options,
    clientDirectory,
  })
  const url = `http://127.0.0.1:${await hub.listen(0, '127.0.0.1')}`
  return {
    url,
    world,
    hub,
    later: (ms) => void (now += ms),
    seat: (...seat) => seatPerson(world, ...seat),
    signedIn: (person) => beginLogin(world, person.account),
    async loginOf(cookie) {
      const known = await createLogins(world, false).verify(cookie)
      return must(known, 'the login of a test').login
    },
    call: (...asked) => call(url, ...asked),
    async close() {
      await hub.close()
      await store.close()
      rmSync(clientDirectory, { recursive: true, force: true })
    },
  }
}

/** As Vite leaves it: a page and a hashed asset. */
function temporaryClient(): string {
  const directory = mkdtempSync(join(tmpdir(), 'plenaria-client-'))
  mkdirSync(join(directory, 'assets'))
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>Plenaria</title>')
  writeFileSync(join(directory, 'assets', 'app-1a2b3c.js'), 'export {}')
  writeFileSync(join(directory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  return directory
}

async function seatPerson(
  world: World,
  inProcess: string,
  role: Role,
  party: string,
  password: string | null = null,
): Promise<Person> {
  const account = mint<AccountId>(world.random)
  const email = `${account}@example.org`
  const about = { role, party: party as PartyCode, process: inProcess as ProcessId }
  const seat = await command(world, null, async (act) => {
    const name = `${role} ${party}`
    await createAccount(act, { id: account, email, name, language: 'en', password })
    return giveSeat(act, { account, ...about }, world.random)
  })
  if (isRefusal(seat)) throw new Error(`no seat: ${seat.refused}`)
  return { account, seat, email, ...about }
}

async function beginLogin(world: World, account: AccountId): Promise<string> {
  const logins = createLogins(world, false)
  const from = { agent: 'test', address: '127.0.0.1' }
  const { cookie } = await world.store.transaction((tx) => logins.issue(tx, account, from))
  return must(cookie.split(';')[0], loginCookie)
}

async function call(
  url: string,
  procedure: string,
  kind: 'query' | 'mutation',
  input?: unknown,
  cookie?: string | null,
): Promise<Answered> {
  const headers = { ...(cookie && { cookie }), 'content-type': 'application/json' }
  const text = input === undefined ? undefined : JSON.stringify(input)
  const asked = text === undefined ? '' : `?input=${encodeURIComponent(text)}`
  const reply =
    kind === 'query'
      ? await fetch(`${url}/trpc/${procedure}${asked}`, { headers })
      : await fetch(`${url}/trpc/${procedure}`, { method: 'POST', headers, body: text ?? null })
  const body = (await reply.json()) as {
    result?: { data: unknown }
    error?: { data: { refusal?: { code: RefusalCode; facts?: Answered['facts'] } } }
  }
  const { status, headers: given } = reply
  if (body.result) return { status, value: body.result.data, headers: given }
  const refusal = body.error?.data.refusal
  if (!refusal) throw new Error(`${procedure} failed: ${JSON.stringify(body)}`)
  const { code, facts } = refusal
  return { status, refused: code, headers: given, ...(facts && { facts }) }
}
