// The room's heartbeat: at once when it was idle, else at most every tick. In: work to beat. Out: one
// beat at a time. Keeps: two beats never overlap; ticks grow only while the event loop lags (DESIGN §8).

import { limits } from '#shared/limits.ts'

type Beat = () => Promise<boolean>

export class Pulse {
  readonly #beat: Beat
  readonly #onFailure: (error: unknown) => void
  #timer: ReturnType<typeof setTimeout> | ReturnType<typeof setImmediate> | null = null
  #beating = false
  #stopped = false
  #lastStart = -Infinity
  #restUntil = -Infinity
  #tickMs: number = limits.tickMsMax
  #waiters: (() => void)[] = []

  constructor(beat: Beat, onFailure: (error: unknown) => void) {
    this.#beat = beat
    this.#onFailure = onFailure
  }

  get beating(): boolean {
    return this.#beating
  }

  start(): void {
    if (this.#beating || this.#timer || this.#stopped) return
    const due = Math.max(this.#lastStart + this.#tickMs, this.#restUntil)
    const wait = due - performance.now()
    if (wait <= 0) this.#timer = setImmediate(() => void this.#run())
    else this.#timer = setTimeout(() => void this.#run(due), wait)
  }

  /** Not before so many milliseconds from now: the store could not write. */
  rest(ms: number): void {
    this.#restUntil = performance.now() + ms
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) {
      clearTimeout(this.#timer as NodeJS.Timeout)
      clearImmediate(this.#timer as NodeJS.Immediate)
    }
    this.#wake()
  }

  /** Resolves when nothing beats and `done` holds. */
  async quiet(done: () => boolean): Promise<void> {
    while (!this.#stopped && !done()) {
      await new Promise<void>((resolve) => this.#waiters.push(resolve))
    }
  }

  async #run(due?: number): Promise<void> {
    this.#timer = null
    if (this.#stopped) return
    const now = performance.now()
    const late = due !== undefined && now - due > limits.loopLagMsForLongTick
    this.#tickMs = late ? limits.tickMsWhenLagging : limits.tickMsMax
    this.#lastStart = now
    this.#beating = true
    let more = false
    try {
      more = await this.#beat()
    } catch (error) {
      this.#onFailure(error)
      return
    } finally {
      this.#beating = false
      this.#wake()
    }
    if (more) this.start()
  }

  #wake(): void {
    const waiters = this.#waiters
    this.#waiters = []
    for (const wake of waiters) wake()
  }
}
