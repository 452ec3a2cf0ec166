// A narrow gate: so many tasks at once, so many in line, the rest are told `busy`. In: tasks. Out:
// their results, or a refusal. Keeps: I9 for work that is expensive by design.

import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'

export interface Gate {
  run<T>(task: () => Promise<T>): Promise<T | Refusal>
}

/** At most `atOnce` run and `waitingMax` wait, in the order they came. */
export function createGate(atOnce: number, waitingMax: number): Gate {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    async run(task) {
      if (running >= atOnce) {
        if (waiting.length >= waitingMax) return refuse('busy')
        // The one who leaves passes its place on, so nobody slips in between.
        await new Promise<void>((resolve) => waiting.push(resolve))
      } else running += 1
      try {
        return await task()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
