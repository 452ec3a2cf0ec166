// One point of the fan-out measurement: so many people in one text, some of them typing. In: a hub,
// a stage, how many and how fast. Out: how long a letter takes to others, what the hub spends on
// it, what was delivered. Keeps: latency is measured per letter; an exhausted generator shows in
// the figures.

import type { WebSocket } from 'ws'
import { type MeasuredHub, sleep } from './measured.ts'
import type { Stage } from './stage.ts'
import { type Figures, quantile } from './statistics.ts'
import { eachClock, framed, freshClient, typing } from './typing.ts'
import { type BareLine, bareLine, readingLine } from './wire.ts'

export interface Load {
  readonly clients: number
  readonly writers: number
  /** Letters per second and writer. */
  readonly rate: number
  readonly seconds: number
}

interface Writer {
  readonly client: number
  readonly frames: readonly Buffer[]
  readonly sentAt: Float64Array
  readonly line: BareLine
  next: number
}

/** What the decoding readers have seen of letters sent after `from`. */
interface Seen {
  from: number
  readonly latencies: number[]
  frames: number
}

interface Crowd {
  readonly writers: readonly Writer[]
  readonly readers: readonly WebSocket[]
  readonly others: readonly BareLine[]
  readonly seen: Seen
}

const warmMs = 1_000
const drainMsMax = 1_500
const readersMax = 4

async function writersOf(stage: Stage, load: Load): Promise<Writer[]> {
  const count = Math.ceil((load.rate * (load.seconds * 1000 + warmMs)) / 1000) + 2
  const one = async (_: unknown, i: number): Promise<Writer> => {
    const client = freshClient()
    const frames = framed(typing(stage.state, client, i + 1, count))
    const line = await bareLine(stage.as(i))
    return { client, frames, sentAt: new Float64Array(count), line, next: 0 }
  }
  return Promise.all(Array.from({ length: load.writers }, one))
}

function reader(stage: Stage, i: number, writers: ReadonlyMap<number, Writer>, seen: Seen) {
  const reached = new Map<number, number>()
  return readingLine(stage.as(i), (frame) => {
    const now = performance.now()
    if (!frame) return
    if (now >= seen.from) seen.frames++
    eachClock(frame.update, (client, to) => {
      const writer = writers.get(client)
      if (!writer) return
      for (let clock = reached.get(client) ?? 0; clock < to; clock++) {
        const sent = writer.sentAt[clock]!
        if (sent >= seen.from) seen.latencies.push(now - sent)
      }
      reached.set(client, Math.max(to, reached.get(client) ?? 0))
    })
  })
}

async function gather(stage: Stage, load: Load): Promise<Crowd> {
  const writers = await writersOf(stage, load)
  const byClient = new Map(writers.map((writer) => [writer.client, writer]))
  const seen: Seen = { from: Number.POSITIVE_INFINITY, latencies: [], frames: 0 }
  const sampled = Math.min(readersMax, load.clients - load.writers)
  const readers: WebSocket[] = []
  const others: BareLine[] = []
  for (let i = load.writers; i < load.clients; i++) {
    if (readers.length < sampled) readers.push(await reader(stage, i, byClient, seen))
    else others.push(await bareLine(stage.as(i)))
  }
  await sleep(300)
  return { writers, readers, others, seen }
}

/** Sends what is due until `end`; due times are spread so that writers do not beat together. */
function type({ writers }: Crowd, rate: number, start: number, end: number): Promise<void> {
  return new Promise((resolve) => {
    const tick = () => {
      const now = performance.now()
      if (now >= end) return resolve()
      for (const [i, writer] of writers.entries()) {
        const elapsed = ((now - start) / 1000) * rate + i / writers.length
        const due = Math.min(writer.frames.length, Math.floor(elapsed))
        while (writer.next < due) {
          writer.sentAt[writer.next] = performance.now()
          writer.line.send(writer.frames[writer.next++]!)
        }
      }
      setTimeout(tick, 1)
    }
    tick()
  })
}

/** Ends all lines; how many were gone before. */
function disperse({ writers, readers, others }: Crowd): number {
  const lines = [...others, ...writers.map(({ line }) => line)]
  const gone =
    lines.filter((line) => line.closed()).length +
    readers.filter((socket) => socket.readyState !== socket.OPEN).length
  for (const line of lines) line.end()
  for (const socket of readers) socket.terminate()
  return gone
}

/** Measures one point. */
export async function point(hub: MeasuredHub, stage: Stage, load: Load): Promise<Figures> {
  const crowd = await gather(stage, load)
  const { writers, readers, others, seen } = crowd
  const bytesRead = () => others.reduce((total, line) => total + line.bytes(), 0)
  const lettersSent = () => writers.reduce((total, writer) => total + writer.next, 0)

  const start = performance.now() + 20
  const from = start + warmMs
  seen.from = from
  await type(crowd, load.rate, start, from)
  const before = {
    sent: lettersSent(),
    bytes: bytesRead(),
    cpu: hub.cpu(),
    own: process.cpuUsage(),
  }
  await type(crowd, load.rate, start, from + load.seconds * 1000)

  const own = process.cpuUsage(before.own)
  const memory = hub.memoryMb()
  const sent = lettersSent() - before.sent
  const until = performance.now() + drainMsMax
  while (performance.now() < until && seen.latencies.length < sent * readers.length) await sleep(20)
  const wallMs = performance.now() - from
  const cpu = hub.cpu() - before.cpu
  const bytes = bytesRead() - before.bytes
  const dropped = disperse(crowd)
  await sleep(200)
  return {
    clients: load.clients,
    'letters/s in': load.rate * load.writers,
    'p50 ms': quantile(seen.latencies, 0.5),
    'p95 ms': quantile(seen.latencies, 0.95),
    'p99 ms': quantile(seen.latencies, 0.99),
    'delivered %': Math.min(100, (100 * seen.latencies.length) / (sent * readers.length)),
    'cpu ms/letter': (cpu / sent) * 1000,
    'hub cpu %': (100_000 * cpu) / wallMs,
    'frames/letter': seen.frames / (sent * readers.length),
    'B/letter/reader': others.length ? bytes / others.length / sent : Number.NaN,
    'memory MB': memory,
    'generator cpu %': (own.user + own.system) / 10_000 / load.seconds,
    dropped,
  }
}
