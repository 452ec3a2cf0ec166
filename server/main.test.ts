// The program as an operator meets it: how it starts, how it says why not, how it ends.

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { mint } from '#shared/ids.ts'
import type { AccountId } from '#shared/ids.ts'
import { message } from '#shared/wire.ts'
import { demoPassword } from './auth/demo-password.ts'
import { hashPassword } from './auth/passwords.ts'
import { openSqliteStore } from './db/sqlite-store.ts'

interface Started {
  readonly child: ChildProcess
  /** What it has said so far. */
  readonly said: () => string
  readonly complained: () => string
  readonly ended: Promise<number | null>
}

/** Other tests may be running beside. */
const startingMsMax = 60_000
const children: ChildProcess[] = []
vi.setConfig({ testTimeout: 2 * startingMsMax })
let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plenaria-main-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

function start(mode: string, environment: Record<string, string> = {}): Started {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: join(directory, 'data') }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), mode], {
    env: { ...env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let [said, complained] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (complained += chunk.toString()))
  const ended = once(child, 'close').then(() => child.exitCode)
  return { child, said: () => said, complained: () => complained, ended }
}

/** Where it says it is, once it has said so. */
async function running(hub: Started): Promise<string> {
  const until = performance.now() + startingMsMax
  while (performance.now() < until && hub.child.exitCode === null) {
    const url = /running at (http:\S+)\n[^]*\n$/.exec(hub.said())?.[1]
    if (url) return url.replace('localhost', '127.0.0.1')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`it did not start: ${hub.said()}${hub.complained()}`)
}

/** It must not start: exit code 1 and nothing but these sentences. */
async function refusal(hub: Started): Promise<string> {
  expect(await hub.ended).toBe(1)
  expect(hub.said()).toBe('')
  expect(hub.complained()).not.toMatch(/\n {4}at |Error:/)
  return hub.complained()
}

async function post(url: string, procedure: string, input: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${url}/trpc/${procedure}`, { method: 'POST', headers, body: JSON.stringify(input) })
}

describe('npm start', () => {
  test('prints a setup link for the first secretariat, which works once', async () => {
    const first = start('start')
    const url = await running(first)
    const token = /\/link\/([\w-]{43})\n/.exec(first.said())?.[1]
    const person = { email: 'ana@example.org', name: 'Ana', language: 'pt' }
    const input = { token, password: 'quatro palavras em linha', ...person }
    const used = await post(url, 'auth.useLink', input)
    const me = (await used.json()) as { result: { data: { seats: { process: string }[] } } }
    expect(me.result.data.seats.map((seat) => seat.process).toSorted()).toEqual([
      'almaty',
      'csm',
      'midsa',
    ])
    expect((await post(url, 'auth.useLink', input)).status).toBe(410)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(first.complained()).not.toContain('Error')

    const again = start('start')
    await running(again)
    expect(again.said()).not.toContain('/link/')
  })

  test('refuses a directory with the demo password', async () => {
    const clock = { now: () => 1 }
    const store = await openSqliteStore({ directory: join(directory, 'data'), clock })
    const password = await hashPassword(demoPassword, (size) => randomBytes(size))
    const person = { email: 'chair@csm.demo', name: 'Chair', language: 'en', password } as const
    const id = mint<AccountId>((size) => randomBytes(size))
    await store.transaction(async (tx) => {
      await tx
        .insertInto('account')
        .values({ id, ...person, created_at: 1 })
        .execute()
    })
    await store.close()
    expect(await refusal(start('start'))).toMatch(/^This data directory holds demo people .*\n$/)
  })
})

describe('npm run demo', () => {
  test('prints its people; drains with 4503 and ends with 0', async () => {
    const hub = start('demo')
    const url = await running(hub)
    expect(hub.said()).toContain('chair@csm.demo')
    expect(hub.said()).toContain(demoPassword)
    const answer = await post(url, 'auth.signIn', { email: 'br@csm.demo', password: demoPassword })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const input = encodeURIComponent(JSON.stringify({ process: 'csm' }))
    const list = await fetch(`${url}/trpc/documents.list?input=${input}`, { headers: { cookie } })
    const body = (await list.json()) as { result: { data: { id: string }[] } }
    const id = body.result.data[0]?.id
    const ws = new WebSocket(`${url.replace('http', 'ws')}/collab/${id}?v=1`, {
      headers: { cookie },
    })
    const closed = once(ws, 'close')
    const [hello] = (await once(ws, 'message')) as [Buffer]
    expect(hello[0]).toBe(message.hello)
    hub.child.kill('SIGTERM')
    expect((await closed)[0]).toBe(4503)
    expect(await hub.ended).toBe(0)
  })

  test('refuses a directory with real people', async () => {
    const hub = start('start')
    const url = await running(hub)
    const token = /\/link\/([\w-]{43})\n/.exec(hub.said())?.[1]
    const person = { email: 'ana@example.org', name: 'Ana' }
    await post(url, 'auth.useLink', { token, password: 'quatro palavras em linha', ...person })
    hub.child.kill('SIGINT')
    expect(await hub.ended).toBe(0)
    expect(await refusal(start('demo'))).toMatch(/^This data directory holds a hub with real.*\n$/)
  })
})

describe('one clear sentence and exit code 1', () => {
  test('a busy port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const said = await refusal(start('start', { PORT: String(port) }))
    other.close()
    expect(said).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is already in use: .*\\n$`))
  })

  test('a second hub on the same directory', async () => {
    await running(start('start'))
    expect(await refusal(start('start'))).toMatch(/^Another Plenaria hub is already running .*\n$/)
  })

  test('a data directory that cannot be written', async () => {
    const file = join(directory, 'file')
    writeFileSync(file, '')
    const inFile = { DATA_DIR: join(file, 'data') }
    expect(await refusal(start('start', inFile))).toMatch(/^Plenaria cannot write in .*\n$/)
    if (process.getuid?.() === 0) return // root may write everywhere
    const closed = join(directory, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    const inClosed = { DATA_DIR: join(closed, 'data') }
    expect(await refusal(start('start', inClosed))).toMatch(/^Plenaria cannot write in .*\n$/)
  })

  test('a wrong environment, all mistakes at once', async () => {
    const said = await refusal(start('start', { PORT: 'x', PUBLIC_ORIGIN: 'y' }))
    expect(said).toMatch(/^PORT .*\nPUBLIC_ORIGIN .*\n$/)
  })

  test('an address that is not ours', async () => {
    const said = await refusal(start('start', { HOST: '203.0.113.1' }))
    expect(said).toMatch(/^Plenaria cannot listen on 203\.0\.113\.1.*\n$/)
  })
})
