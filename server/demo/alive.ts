// A text being negotiated, for who looks at it alone: brings in simulated delegates for a few
// minutes. In: a store to find the text, the hub's own address once it listens. Out: a run, or
// `too-many` while one is under way. Keeps: one run at a time; it stops by itself; it ends with
// the hub.

import { demoPassword } from '../auth/demo-password.ts'
import type { DocumentId, PartyCode } from '#shared/ids.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { World } from '../hub-types.ts'
import { liveDocument } from './queries.ts'
import { createRhythm } from './rhythm.ts'
import { script } from './script.ts'
import type { Part } from './script.ts'
import { SimulatedDelegate } from './simulated-delegate.ts'

export interface AliveRun {
  readonly document: DocumentId
  readonly delegations: readonly PartyCode[]
  /** When it ends at the latest: milliseconds since 1970. */
  readonly until: number
}

export interface Alive {
  /** Where the hub listens; before this, nothing can be started. */
  openAt(url: string): void
  start(): Promise<AliveRun | Refusal>
  /** Ends the run under way, if any, and waits until everybody has left. */
  stop(): Promise<void>
  /** Resolves when the run under way is over. */
  finished(): Promise<void>
}

const runMs = 3 * 60_000

/** `pace` 1 is human; tests are faster. */
export function createAlive(world: World, { pace = 1 }: { readonly pace?: number } = {}): Alive {
  let url: string | null = null
  let run: { readonly ends: AbortController; readonly over: Promise<void> } | null = null
  let starting = false

  async function begin(): Promise<AliveRun | Refusal> {
    if (!url) return refuse('busy')
    const document = await liveDocument(world.store.read)
    if (!document) return refuse('not-found')
    const ends = new AbortController()
    const door = { url, document, password: demoPassword }
    const timer = setTimeout(() => ends.abort(), runMs)
    timer.unref()
    const parts = script.map((part) => play(world, door, part, ends.signal, pace))
    run = { ends, over: everybodyLeft(parts, timer) }
    const delegations = script.map(({ party }) => party as PartyCode)
    return { document, delegations, until: world.clock.now() + runMs }
  }

  async function everybodyLeft(parts: Promise<void>[], timer: NodeJS.Timeout): Promise<void> {
    await Promise.all(parts)
    clearTimeout(timer)
    run = null
  }

  return {
    openAt(address) {
      url = address
    },
    async start() {
      if (run || starting) return refuse('too-many')
      starting = true
      try {
        return await begin()
      } finally {
        starting = false
      }
    },
    async stop() {
      run?.ends.abort()
      await run?.over
    },
    async finished() {
      await run?.over
    },
  }
}

/** One delegate from the door to the door. What goes wrong ends this delegate, not the hub. */
async function play(
  world: World,
  door: ConstructorParameters<typeof SimulatedDelegate>[0],
  part: Part,
  signal: AbortSignal,
  pace: number,
): Promise<void> {
  const delegate = new SimulatedDelegate(door, part, createRhythm(world.random, pace, signal))
  try {
    await delegate.enter(signal)
    await delegate.work()
  } catch (error) {
    if (!signal.aborted) {
      const stack = error instanceof Error ? error.stack : String(error)
      world.log.warn({ party: part.party, stack }, 'a simulated delegate left')
    }
  } finally {
    await delegate.leave()
  }
}
