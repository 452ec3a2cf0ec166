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
import type { Hub } from './hub.ts'
import type { World } from './hub-types.ts'
import { createCollab } from './negotiation/collab.ts'
import { demoPeople, prepareDemo, prepareHub } from './start.ts'

const clientDirectory = join(import.meta.dirname, '..', 'dist', 'client')
const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`)

async function run(mode: string | undefined): Promise<void> {
  if (mode !== 'start' && mode !== 'demo')
    throw new CannotStart('Say how: "main.ts start" or "main.ts demo".')
  const demo = mode === 'demo'
  const config = readConfig(process.env)
  const clock = { now: () => Date.now() }
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  const store = await openSqliteStore({ directory: config.dataDirectory, clock })
  const world = createWorld({ store, clock, random: (size) => randomBytes(size), log })

  const setupPath = demo ? await seeded(world) : (await prepareHub(world)).setupPath
  const hub = await createHub({
    world,
    collab: createCollab(world),
    demo,
    publicOrigin: config.publicOrigin,
    clientDirectory,
  })
  const url = addressOf(config, await listen(hub, config))
  endOnSignal(hub, world)
  say('', `  Plenaria is running at ${url}`, '')
  if (demo) await tellPeople(world)
  else if (setupPath) say('  Set it up (works once, for one day):', `  ${url}${setupPath}`, '')
}

async function seeded(world: World): Promise<null> {
  const { seedDemo } = await import('./demo/seed.ts')
  await prepareDemo(world, seedDemo)
  return null
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

function addressOf({ host, publicOrigin }: Config, port: number): string {
  const local = host === '127.0.0.1' || host === '0.0.0.0' || host === '::'
  return publicOrigin ?? `http://${local ? 'localhost' : host}:${port}`
}

async function tellPeople({ store }: World): Promise<void> {
  say('  A demonstration: all meetings and texts are fictitious. Everybody signs in with')
  say(`  the password ${demoPassword}`, '', ...(await demoPeople(store.read)), '')
}

function endOnSignal(hub: Hub, { store, log }: World): void {
  let ending = false
  const end = async () => {
    if (ending) process.exit(1)
    ending = true
    try {
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
  await run(process.argv[2])
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
