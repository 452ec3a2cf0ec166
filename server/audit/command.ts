// The shape of every command: ONE transaction that calls acts and holds their rows, their audit and
// their outbox; open sockets hear of it after the commit (docs/LIFE_OF_A_COMMAND). In: the world,
// who asks, a story. Out: the story's value, or its refusal with nothing written. Keeps: I1, I6,
// I8.

import type { AccountId } from '#shared/ids.ts'
import { isRefusal } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { LiveEvent, Topic } from '#shared/live/events.ts'
import type { HubSignals, World } from '../hub-types.ts'
import type { Tx } from '../db/store.ts'
import { announce } from '../live/outbox.ts'
import { record } from './record.ts'
import type { AuditEntry } from './record.ts'

type Signal = { [Name in keyof HubSignals]: readonly [Name, ...HubSignals[Name]] }[keyof HubSignals]

/** What an act is given. */
export interface Act {
  readonly tx: Tx
  readonly now: number
  /** Who commands; null for the hub itself. */
  readonly by: AccountId | null
  record(entry: Omit<AuditEntry, 'at' | 'by'>): Promise<void>
  announce(topic: Topic, event: LiveEvent): Promise<void>
  /** Emitted after the commit, in order; never when the command is refused or fails. */
  signal(...signal: Signal): void
}

/** Runs a story in one transaction, then tells open sockets. A refusal writes nothing. */
export async function command<T>(
  world: Pick<World, 'store' | 'clock' | 'signals'>,
  by: AccountId | null,
  story: (act: Act) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const after: Signal[] = []
  const result = await world.store.transaction((tx) => {
    after.length = 0
    return story(actIn(tx, world.clock.now(), by, after))
  })
  if (isRefusal(result)) return result
  for (const signal of after) emit(world.signals, signal)
  return result
}

/** An act's tools in a transaction that is already open (for `journal.append(…, alongside)`). */
export function actIn(tx: Tx, now: number, by: AccountId | null, after: Signal[]): Act {
  return {
    tx,
    now,
    by,
    record: (entry) => record(tx, { ...entry, at: now, by }),
    async announce(topic, event) {
      await announce(tx, topic, event, now)
      if (!after.some(([name]) => name === 'outbox')) after.push(['outbox'])
    },
    signal: (...signal) => void after.push(signal),
  }
}

function emit(signals: World['signals'], [name, ...facts]: Signal): void {
  ;(signals.emit as (name: string, ...facts: readonly unknown[]) => boolean)(name, ...facts)
}
