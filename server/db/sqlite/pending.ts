// Orders that wait for their answer. In: an order's size and how long it may wait. Out: its
// promise. Keeps: every order settles once: answered, timed out, or lost with its thread; their
// number and bytes are bounded; a commit nobody answered for is an unknown outcome, everything
// else a failure.

import { limits } from '#shared/limits.ts'
import { StoreFailed, UnknownOutcome } from '../errors.ts'
import { errorOf } from './failure.ts'
import type { Answer } from './protocol.ts'

interface Waiting {
  readonly bytes: number
  readonly unknownIfLost: boolean
  readonly timer: NodeJS.Timeout
  resolve(answer: unknown): void
  reject(error: Error): void
}

interface NewWait {
  readonly bytes: number
  readonly timeoutMs: number
  /** Its transaction ends with it: without an answer nobody knows. */
  readonly unknownIfLost: boolean
}

export interface Pending {
  /** Throws StoreFailed when too much is waiting already. */
  add(id: number, wait: NewWait): Promise<unknown>
  receive(answers: readonly Answer[]): void
  /** Nothing came of this order, for certain. */
  fail(id: number, error: StoreFailed): void
  /** The thread is gone, and every order with it. */
  lose(why: string): void
  /** Resolves when nothing waits. */
  idle(): Promise<void>
}

export function pendingOrders(): Pending {
  const waiting = new Map<number, Waiting>()
  let bytesWaiting = 0
  let onIdle: (() => void) | null = null

  function settle(id: number): Waiting | undefined {
    const found = waiting.get(id)
    if (!found) return undefined
    clearTimeout(found.timer)
    waiting.delete(id)
    bytesWaiting -= found.bytes
    if (waiting.size === 0) onIdle?.()
    return found
  }

  function lose(id: number, why: string): void {
    const found = settle(id)
    found?.reject(found.unknownIfLost ? new UnknownOutcome(why) : new StoreFailed(why))
  }

  return {
    add(id, { bytes, timeoutMs, unknownIfLost }) {
      const full = bytesWaiting + bytes > limits.storeQueueBytesMax
      if (full || waiting.size >= limits.storeQueueMax) {
        throw new StoreFailed('too many writes are waiting')
      }
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const timer = setTimeout(lose, timeoutMs, id, `no answer within ${timeoutMs} ms`)
      waiting.set(id, { bytes, unknownIfLost, timer, resolve, reject })
      bytesWaiting += bytes
      return promise
    },
    receive(answers) {
      for (const answer of answers) {
        const found = settle(answer.id)
        if ('failure' in answer) found?.reject(errorOf(answer.failure))
        else found?.resolve(answer.answer)
      }
    },
    fail: (id, error) => settle(id)?.reject(error),
    lose(why) {
      for (const id of waiting.keys()) lose(id, why)
    },
    async idle() {
      if (waiting.size > 0) await new Promise<void>((resolve) => (onIdle = resolve))
    },
  }
}
