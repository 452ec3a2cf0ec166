// The program: `main.ts start` or `main.ts demo`. In: the environment and the mode. Out: a running
// hub that says where it is, or one clear sentence on stderr and exit code 1. Keeps: SIGTERM and
// SIGINT let nothing new in, drain (4503), close and exit with 0; a second signal ends at once.

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { pino } from 'pino'
import { demoPassword } from './auth/demo-password.ts'
import { readConfig } from './config.ts'
import type { Config } from './config.ts'
import { CannotStart } from './db/errors.ts'
import { openSqliteStore } from './db/sqlite-store.ts'
import { createHub, createWorld } from './hub.ts'
import type { Hub, HubParts } from './hub.ts'
import type { World } from './hub-types.ts'
import { createCollab } from './negotiation/collab.ts'
import { demoPeople, prepareDemo, prepareHub } from './start.ts'
import { appRouter, demoAppRouter } from './trpc/router.ts'

const clientDirectory = join(import.meta.dirname, '..', 'dist', 'client')
const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`)

async function run(mode: string | undefined, flags: readonly string[]): Promise<void> {
  if (mode !== 'start' && mode !== 'demo')
    throw new CannotStart('Say how: "main.ts start" or "main.ts demo".')
  const config = readConfig(process.env)
  const clock = { now: () => Date.now() }
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  const store = await openSqliteStore({ directory: config.dataDirectory, clock })
  const world = createWorld({ store, clock, random: (size) => randomBytes(size), log })
  await (mode === 'demo' ? runDemo(world, config, flags) : runHub(world, config))
}

async function runHub(world: World, config: Config): Promise<void> {
  const { setupPath } = await prepareHub(world)
  const { url } = await open(world, config, { demo: false, router: appRouter })
  const setUp = ['  Set it up (works once, for one day):', `  ${url}${setupPath}`, '']
  say('', `  Plenaria is running at ${url}`, '', ...(setupPath ? setUp : []))
}

async function runDemo(world: World, config: Config, flags: readonly string[]): Promise<void> {
  // Only here: what a demonstration needs is not loaded by a hub for real work.
  const { seedDemo } = await import('./demo/seed.ts')
  const { createAlive } = await import('./demo/alive.ts')
  await prepareDemo(world, seedDemo)
  const alive = createAlive(world)
  const parts = { demo: true, router: demoAppRouter(alive) }
  const { url, port } = await open(world, config, parts, () => alive.stop())
  alive.openAt(`http://${hostIn(config.host, '127.0.0.1')}:${port}`)
  const people = await demoPeople(world.store.read)
  const about = [
    '  A demonstration: all meetings and texts are fictitious. Everybody signs in with',
    `  the password ${demoPassword}`,
  ]
  say('', `  Plenaria is running at ${url}`, '', ...about, '', ...people, '')
  if (flags.includes('--alive')) await alive.start()
}

/** Opens the doors, and closes them on a signal, after `before`. */
async function open(
  world: World,
  config: Config,
  parts: Pick<HubParts, 'demo' | 'router'>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<{ url: string; port: number }> {
  const { publicOrigin } = config
  const collab = createCollab(world)
  const hub = await createHub({ world, collab, publicOrigin, clientDirectory, ...parts })
  const port = await listen(hub, config)
  const url = publicOrigin ?? `http://${hostIn(config.host, 'localhost')}:${port}`
  endOnSignal(hub, world, before)
  return { url, port }
}

async function listen(hub: Hub, { port, host }: Config): Promise<number> {
  try {
    return await hub.listen(port, host)
  } catch (error) {
    throw new CannotStart(whyNot(error as NodeJS.ErrnoException, port, host), { cause: error })
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  const other = 'stop the other program, or name another port in PORT.'
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is already in use: ${other}`
  if (code === 'EACCES') return `This user may not listen on port ${port}: name a higher PORT.`
  return `Plenaria cannot listen on ${host}:${port} (${code ?? message}): check HOST and PORT.`
}

/** As it stands in a URL: an address that means "everywhere" is reached at `here`. */
function hostIn(host: string, here: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return here
  return host.includes(':') ? `[${host}]` : host
}

function endOnSignal(hub: Hub, { store, log }: World, before: () => Promise<void>): void {
  let ending = false
  const end = async () => {
    if (ending) process.exit(1)
    ending = true
    try {
      await before()
      await hub.close()
      await store.close()
      process.exit(0)
    } catch (error) {
      log.fatal({ err: error }, 'the hub did not close cleanly')
      process.exit(1)
    }
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end())
}

try {
  await run(process.argv[2], process.argv.slice(3))
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
