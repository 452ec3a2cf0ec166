// Housekeeping by the clock. In: the parts that age. Out: nothing. Keeps: an expired login is out
// of its sockets within half a minute; expired logins and old outbox rows leave the tables.

import type { Logins } from '../auth/logins.ts'
import type { World } from '../hub-types.ts'
import type { Dispatch } from './dispatch.ts'
import type { OpenLogins } from './open-logins.ts'
import { pruneOutbox } from './outbox.ts'

const everyMs = 30_000
const pruneEvery = 20

export interface Sweep {
  run(): Promise<void>
  stop(): void
}

export function startSweep(
  world: World,
  parts: { logins: Logins; openLogins: OpenLogins; dispatch: Dispatch },
): Sweep {
  let rounds = 0
  async function run(): Promise<void> {
    await parts.openLogins.check()
    await parts.dispatch.run()
    rounds += 1
    if (rounds % pruneEvery !== 1) return
    try {
      await parts.logins.sweep()
      await world.store.transaction(pruneOutbox)
    } catch (error) {
      world.log.error({ err: error }, 'housekeeping failed')
    }
  }
  const timer = setInterval(() => void run(), everyMs)
  timer.unref()
  return { run, stop: () => clearInterval(timer) }
}
