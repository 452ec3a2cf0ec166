// The operator's commands, as typed: starting, setting up, stopping, and what goes wrong at the
// start. Keeps: one clear sentence and exit code 1 for what an operator can mend; SIGTERM through
// npm's own chain of processes reaches the hub, and it drains.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { dict } from '#shared/i18n/en.ts'
import { freePort } from './hub.ts'

const root = join(import.meta.dirname, '..')

interface Run {
  readonly child: ChildProcess
  readonly said: () => string
  readonly complained: () => string
  readonly ended: Promise<number | null>
}

/** `npm start`, without npm's own banner. */
function bootstrap(task: string, env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['server/bootstrap.mjs', task], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, said: () => said, complained: () => complained, ended }
}

let data: string
test.beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'plenaria-start-'))
})
test.afterEach(() => rmSync(data, { recursive: true, force: true }))

test('npm start prints a setup link that makes the first account, once; SIGTERM ends it with 0', async ({
  page,
}) => {
  const port = await freePort()
  const run = bootstrap('start', { PORT: String(port), DATA_DIR: data })
  await expect.poll(run.said, { timeout: 30_000 }).toMatch(/\/link\/\S+/)
  const link = /http:\S+\/link\/\S+/.exec(run.said())![0]

  const { pages } = dict
  await page.goto(link)
  await page.getByLabel(pages.link.yourName).fill('Ana Exemplo')
  await page.getByLabel(pages.signIn.email).fill('ana@example.org')
  await page.getByLabel(pages.signIn.password, { exact: true }).fill('four words in a row')
  await page.getByRole('button', { name: pages.link.do, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pages.home.title)

  await page.context().clearCookies()
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText(pages.link.unusable)

  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(0)
})

test('a busy port: one sentence, exit code 1', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const run = bootstrap('start', { PORT: String(port), DATA_DIR: data })
  expect(await run.ended).toBe(1)
  expect(run.complained().trim().split('\n')).toHaveLength(1)
  expect(run.complained()).toContain(`Port ${port}`)
  other.close()
})

test('a second hub on the same directory: one sentence, exit code 1, the first goes on', async () => {
  const port = await freePort()
  const first = bootstrap('start', { PORT: String(port), DATA_DIR: data })
  await expect.poll(first.said, { timeout: 30_000 }).toContain('running at')
  const second = bootstrap('start', { PORT: String(await freePort()), DATA_DIR: data })
  expect(await second.ended).toBe(1)
  expect(second.complained().trim().split('\n')).toHaveLength(1)
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test('a directory that cannot be written: one sentence, exit code 1', async () => {
  // A file where the directory should be: also root cannot write there.
  const run = bootstrap('start', {
    PORT: String(await freePort()),
    DATA_DIR: join(root, 'package.json'),
  })
  expect(await run.ended).toBe(1)
  expect(run.complained().trim().split('\n')).toHaveLength(1)
})

test('a demonstration’s directory does not start as a real hub', async () => {
  const demo = bootstrap('demo', { PORT: String(await freePort()), DATA_DIR: data })
  await expect.poll(demo.said, { timeout: 60_000 }).toContain('plenaria-demo')
  expect(demo.said()).toContain('br@csm.demo')
  demo.child.kill('SIGTERM')
  expect(await demo.ended).toBe(0)
  const real = bootstrap('start', { PORT: String(await freePort()), DATA_DIR: data })
  expect(await real.ended).toBe(1)
  expect(real.complained()).toContain('plenaria-demo')
})
