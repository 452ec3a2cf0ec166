// The way to the disk: one row at a time, each behind the last. In: a row. Out: what became of it —
// committed, overtaken by another hub, refused, or to be tried again. Keeps: durable before visible
// (I1); a commit nobody knows the outcome of is looked up by its batch id, never guessed.

import { setTimeout as sleep } from 'node:timers/promises'
import type { DocumentId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { isRefusal, type Refusal } from '#shared/refusal.ts'
import { StatementFailed, StoreFailed, UnknownOutcome } from '../db/errors.ts'
import type { Appended, Head, NewRow, Tx } from '../db/store.ts'
import type { World } from '../hub-types.ts'

export type Outcome =
  | { readonly committed: Head }
  | { readonly overtaken: true }
  | { readonly refused: Refusal }
  /** Nothing was written: the store could not. */
  | { readonly failed: true }

type Alongside = (tx: Tx) => Promise<Refusal | void>

export class Writer {
  readonly #world: World
  readonly #document: DocumentId
  readonly #onTrouble: (stalled: boolean) => void
  head: Head
  #stalled = false

  constructor(world: World, document: DocumentId, head: Head, onTrouble: (s: boolean) => void) {
    this.#world = world
    this.#document = document
    this.head = head
    this.#onTrouble = onTrouble
  }

  get stalled(): boolean {
    return this.#stalled
  }

  async write(row: NewRow, alongside?: Alongside): Promise<Outcome> {
    let result: Appended | Refusal
    try {
      result = await this.#appendInTime(row, alongside)
    } catch (error) {
      this.#world.log.warn({ document: this.#document, error: nameOf(error) }, 'append failed')
      if (error instanceof StatementFailed || !isTheStores(error)) throw error
      this.#stall(true)
      return error instanceof UnknownOutcome ? await this.#lookUp(row) : { failed: true }
    }
    this.#stall(false)
    if (isRefusal(result)) return { refused: result }
    if ('conflict' in result) return { overtaken: true }
    this.head = result.head
    return { committed: result.head }
  }

  /** A commit that takes too long is not waited for: its outcome is unknown. */
  async #appendInTime(row: NewRow, alongside?: Alongside): Promise<Appended | Refusal> {
    const { journal } = this.#world.store
    const append = journal.append(this.#document, this.head, [row], alongside)
    const tooLate = new AbortController()
    const timeout = sleep(limits.appendTimeoutMs, null, { signal: tooLate.signal, ref: false })
    const late = timeout.then(
      () => Promise.reject(new UnknownOutcome('the commit takes too long')),
      () => append,
    )
    append.catch(() => {})
    late.catch(() => {})
    try {
      return await Promise.race([append, late])
    } finally {
      tooLate.abort()
    }
  }

  /** Asks until the store answers whether the row is there. */
  async #lookUp(row: NewRow): Promise<Outcome> {
    for (;;) {
      try {
        const found = await this.#world.store.journal.byBatch(this.#document, row.batch)
        if (!found) return { failed: true }
        this.#stall(false)
        this.head = { epoch: found.epoch, seq: found.seq, hash: found.hash }
        return { committed: this.head }
      } catch {
        await sleep(limits.appendRetryMs)
      }
    }
  }

  #stall(stalled: boolean): void {
    if (this.#stalled === stalled) return
    this.#stalled = stalled
    this.#onTrouble(stalled)
  }
}

/** The store could not; anything else is a bug of whoever wrote alongside, and crashes. */
const isTheStores = (error: unknown) =>
  error instanceof StoreFailed || error instanceof UnknownOutcome

/** Names of errors only: a message might hold a row's content. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
