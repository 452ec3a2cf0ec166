// A real hub for the end-to-end tests: a process of its own, in demo mode, with a data directory
// that is thrown away. In: nothing, or a directory to start on again. Out: its address, and ways to
// kill it and bring it back. Keeps: no test touches a running demo; every started process is ended.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const startingMsMax = 60_000
const pollMs = 50

export interface Hub {
  readonly url: string
  readonly data: string
  readonly pid: () => number
  /** What it has printed so far; for a failing test to show. */
  readonly printed: () => string
  /** Ends the process at once (kill -9), as a power cut would, and waits until it is gone. */
  readonly dies: () => Promise<void>
  /** Asks it to drain (SIGTERM); resolves with its exit code. */
  readonly drains: () => Promise<number | null>
  /** The same hub again: same address, same data. */
  readonly comesBack: () => Promise<void>
  /** Ends it and removes its data. */
  readonly end: () => Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function answers(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  const until = Date.now() + startingMsMax
  while (Date.now() < until) {
    if (child.exitCode !== null) break
    const reply = await fetch(`${url}/healthz`).catch(() => null)
    if (reply?.ok) return
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  throw new Error(`the hub did not start:\n${printed()}`)
}

async function gone(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

export interface HubOptions {
  readonly mode?: 'demo' | 'start'
  /** A data directory to copy, instead of an empty one. */
  readonly from?: string
  readonly env?: Readonly<Record<string, string>>
}

export async function startHub({ mode = 'demo', from, env = {} }: HubOptions = {}): Promise<Hub> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const data = mkdtempSync(join(tmpdir(), 'plenaria-e2e-'))
  if (from && existsSync(from)) cpSync(from, data, { recursive: true })
  let text = ''
  let child: ChildProcess
  const start = async () => {
    child = spawn(process.execPath, [join(root, 'server', 'main.ts'), mode], {
      cwd: root,
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: data, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
    }
    await answers(url, child, () => text)
  }
  await start()
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return gone(child)
  }
  return {
    url,
    data,
    pid: () => child.pid ?? 0,
    printed: () => text,
    dies: async () => void (await end('SIGKILL')),
    drains: () => end('SIGTERM'),
    comesBack: start,
    end: async () => {
      await end('SIGKILL')
      rmSync(data, { recursive: true, force: true })
    },
  }
}
