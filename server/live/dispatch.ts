// Sends what the outbox holds, after its commit. In: the `outbox` signal, the outbox table. Out:
// hints, in the order of their ids. Keeps: I1: only committed rows are read; one run at a time, so
// versions never go backwards; a failed read is tried again with the next signal or sweep.

import type { Hint, LiveEvent, Topic } from '#shared/live/events.ts'
import type { World } from '../hub-types.ts'
import { newestVersion } from './outbox.ts'

const rowsAtATime = 500

export interface Dispatch {
  /** Sends what is new. Never throws. */
  run(): Promise<void>
  stop(): void
}

/** Starts behind the newest row: what is older was sent, or its readers have fetched since. */
export async function startDispatch(world: World, send: (hint: Hint) => void): Promise<Dispatch> {
  let last = await newestVersion(world.store.read)
  let running: Promise<void> | null = null
  let again = false

  async function sendNew(): Promise<void> {
    for (;;) {
      again = false
      const rows = await world.store.read
        .selectFrom('outbox')
        .selectAll()
        .where('id', '>', last)
        .orderBy('id')
        .limit(rowsAtATime)
        .execute()
      for (const { id, topic, event } of rows) {
        send({ topic: topic as Topic, version: id, event: JSON.parse(event) as LiveEvent })
        last = id
      }
      if (rows.length === 0 && !again) return
    }
  }

  function run(): Promise<void> {
    again = true
    running ??= sendNew()
      .catch((error: unknown) => world.log.error({ err: error }, 'hints could not be sent'))
      .finally(() => (running = null))
    return running
  }

  const onOutbox = () => void run()
  world.signals.on('outbox', onOutbox)
  return { run, stop: () => void world.signals.off('outbox', onOutbox) }
}
