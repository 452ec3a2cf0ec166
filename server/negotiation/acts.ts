// Recorded acts without words (a change of phase), waiting for their turn in a room. In: what they
// write. Out: one at a time, and what became of each. Keeps: an act is one row with one batch id for all
// its tries, so that a commit that was only slow is recognised and never repeated.

import type { Refusal } from '#shared/refusal.ts'
import type { Head, NewRow, Row, Tx } from '../db/store.ts'

export type Alongside = (tx: Tx) => Promise<Refusal | void>

export interface Act {
  readonly row: NewRow
  readonly alongside: Alongside
  readonly done: (result: Head | Refusal) => void
  readonly failed: (error: unknown) => void
}

export class Acts {
  readonly #waiting: Act[] = []

  get size(): number {
    return this.#waiting.length
  }

  get next(): Act | undefined {
    return this.#waiting[0]
  }

  add(row: NewRow, alongside: Alongside): Promise<Head | Refusal> {
    return new Promise((done, failed) => {
      this.#waiting.push({ row, alongside, done, failed })
    })
  }

  finish(act: Act): void {
    this.#waiting.splice(this.#waiting.indexOf(act), 1)
  }

  /** Rows turned up on the disk: an act of ours among them is done. */
  recognise(rows: readonly Row[], head: Head): void {
    const own = this.#waiting.find((act) => rows.some(({ batch }) => batch === act.row.batch))
    if (!own) return
    this.finish(own)
    own.done(head)
  }

  /** The room is closed: whoever waits is told. */
  failAll(reason: string): void {
    for (const act of this.#waiting.splice(0)) act.failed(new Error(reason))
  }
}
