// A store that can be told to fail, around a real one. In: a store. Out: the same store with
// levers: commits held back, appends refused, answers lost. Keeps: what a lever says is what
// happens on disk: "failed" wrote nothing, "answer lost" wrote everything, reads tell the truth
// throughout.

import { StoreFailed, UnknownOutcome } from '../db/errors.ts'
import type { Journal, Store } from '../db/store.ts'

export interface FaultyStore extends Store {
  /** Every append waits this many milliseconds before the store under it sees it; 0 ends it. */
  holdCommits(ms: number): void
  /** Appends wait, before the store under it sees them, until `release`. */
  hold(): void
  release(): void
  /** How many appends wait now. */
  readonly held: number
  /** The next n appends fail for certain: StoreFailed, nothing written. */
  failAppends(n: number): void
  /** The next n appends are written, but their answer is lost: UnknownOutcome. */
  loseAnswers(n: number): void
  /** The next n appends are lost on the way: UnknownOutcome, nothing written. */
  loseAppends(n: number): void
  /** Nothing can be written at all: appends, transactions, snapshots and the probe fail. */
  failEverything(on: boolean): void
}

export function faulty(store: Store): FaultyStore {
  const waiting = waitingRoom()
  let dead = false
  const left = { failing: 0, answersLost: 0, appendsLost: 0 }

  const assertAlive = () => {
    if (dead) throw new StoreFailed('made to fail: nothing can be written')
  }
  const spend = (lever: keyof typeof left): boolean => {
    if (left[lever] === 0) return false
    left[lever] -= 1
    return true
  }

  const append: Journal['append'] = async (document, expected, rows, alongside) => {
    await waiting.wait()
    assertAlive()
    if (spend('failing')) throw new StoreFailed('made to fail: nothing was written')
    if (spend('appendsLost')) throw new UnknownOutcome('made to be lost on the way')
    const done = await store.journal.append(document, expected, rows, alongside)
    if (spend('answersLost')) throw new UnknownOutcome('made to lose its answer')
    return done
  }

  return {
    read: store.read,
    async transaction(story) {
      assertAlive()
      return store.transaction(story)
    },
    journal: {
      ...store.journal,
      append,
      async saveSnapshot(document, snapshot) {
        assertAlive()
        return store.journal.saveSnapshot(document, snapshot)
      },
    },
    async probe() {
      assertAlive()
      return store.probe()
    },
    async close() {
      waiting.holdCommits(0)
      waiting.release()
      return store.close()
    },
    get held() {
      return waiting.held()
    },
    holdCommits: waiting.holdCommits,
    hold: waiting.hold,
    release: waiting.release,
    failAppends: (n) => void (left.failing = n),
    loseAnswers: (n) => void (left.answersLost = n),
    loseAppends: (n) => void (left.appendsLost = n),
    failEverything: (on) => void (dead = on),
  }
}

/** Where appends wait: for a time, or for the gate, or for both. */
function waitingRoom() {
  let heldMs = 0
  let gate: PromiseWithResolvers<void> | null = null
  let held = 0
  return {
    held: () => held,
    async wait() {
      if (heldMs === 0 && !gate) return
      held += 1
      if (heldMs > 0) await new Promise((resolve) => setTimeout(resolve, heldMs))
      await gate?.promise
      held -= 1
    },
    holdCommits(ms: number) {
      heldMs = ms
    },
    hold() {
      gate ??= Promise.withResolvers<void>()
    },
    release() {
      gate?.resolve()
      gate = null
    },
  }
}
