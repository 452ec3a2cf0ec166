// A hub under measurement: on a core of its own where the machine has two, with what it uses read
// from /proc. In: a data directory or none. Out: the hub with its processor time and memory. Keeps:
// figures of another system than Linux are absent, not wrong.

import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { type Hub, type HubOptions, startHub } from '../hub.ts'

export interface MeasuredHub extends Hub {
  /** Processor seconds of all its threads so far. */
  readonly cpu: () => number
  readonly memoryMb: () => number
}

const pin = (pid: number, core: number) => {
  if (availableParallelism() < 2 || process.platform !== 'linux') return
  spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)], { stdio: 'ignore' })
}

function cpuSeconds(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'))
      .reduce((sum, line) => sum + Number(line.split(' ')[0]) / 1e9, 0)
  } catch {
    return Number.NaN
  }
}

function memoryMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/** The hub on the first core, this generator on the second. */
export async function measuredHub(options: HubOptions = {}): Promise<MeasuredHub> {
  const hub = await startHub(options)
  pin(hub.pid(), 0)
  pin(process.pid, 1)
  return {
    ...hub,
    comesBack: async () => {
      await hub.comesBack()
      pin(hub.pid(), 0)
    },
    cpu: () => cpuSeconds(hub.pid()),
    memoryMb: () => memoryMb(hub.pid()),
  }
}

export const machine = (): string =>
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))
