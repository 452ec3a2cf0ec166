// Fan-out: committed frames to everyone who joined. In: one pre-encoded frame per row. Out: socket
// writes. Keeps: frames are never dropped singly — a reader that cannot keep up gets nothing for a
// while and is then caught up from what is committed, or closed; the hub never grows with it (I9).

import * as Y from 'yjs'
import { limits } from '#shared/limits.ts'
import { closeCode, encodeSync, syncStep2, syncUpdate } from '#shared/wire.ts'
import type { Clock } from '../../hub-types.ts'
import type { Connection } from '../connection.ts'
import { binaryFrame } from '../frames.ts'
import { emptyUpdate, type CommittedRow, type WorkingText } from '../working-text.ts'

export const updateFrame = ({ payload, seq }: CommittedRow): Buffer =>
  binaryFrame(encodeSync(syncUpdate, payload, seq))

export class Readers {
  readonly #clock: Clock
  readonly #joined = new Set<Connection>()
  readonly #behind = new Set<Connection>()
  #baseVector: { readonly of: CommittedRow; readonly vector: Uint8Array } | null = null
  #baseFrame: { readonly of: CommittedRow; readonly frame: Buffer } | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get size(): number {
    return this.#joined.size
  }

  [Symbol.iterator](): IterableIterator<Connection> {
    return this.#joined.values()
  }

  remove(connection: Connection): void {
    this.#joined.delete(connection)
    this.#behind.delete(connection)
  }

  /** A stock client is shown rows before it has asked for the text they build on. */
  follow(connection: Connection, seq: number): void {
    connection.sentSeq = seq
    connection.joined = true
    this.#joined.add(connection)
  }

  /** The state vector of the base: what a stock client may leave out of its step 2. */
  vector({ base }: WorkingText): Uint8Array {
    if (this.#baseVector?.of !== base) {
      this.#baseVector = { of: base, vector: Y.encodeStateVectorFromUpdate(base.payload) }
    }
    return this.#baseVector.vector
  }

  /** A page that comes back is sent what it missed, when that is less; false when it is not. */
  catchUp(connection: Connection, text: WorkingText, seen: number): boolean {
    const missed = text.since(seen)
    if (!missed) return false
    connection.stateBytes = text.base.payload.length
    connection.send(encodeSync(syncStep2, emptyUpdate, seen))
    if (missed.length > 0) connection.write(Buffer.concat(missed.map(updateFrame)))
    this.follow(connection, missed.at(-1)?.seq ?? seen)
    return true
  }

  /** Sends the whole committed text; every later row follows. */
  join(connection: Connection, text: WorkingText): void {
    const { base, tail } = text
    connection.stateBytes = base.payload.length
    if (connection.joined && connection.unsentBytes > limits.slowReaderSoftBytes) {
      // It asks again before it has read what it was sent: it is caught up when it has.
      connection.sentSeq = 0
      this.#fallBehind(connection)
      return
    }
    if (this.#baseFrame?.of !== base) {
      const message = encodeSync(syncStep2, base.payload, base.seq)
      this.#baseFrame = { of: base, frame: binaryFrame(message) }
    }
    connection.write(this.#baseFrame.frame)
    if (tail.length > 0) connection.write(Buffer.concat(tail.map(updateFrame)))
    this.follow(connection, tail.at(-1)?.seq ?? base.seq)
  }

  /** A row is committed: shows it to all who keep up. */
  show(row: CommittedRow): void {
    const frame = updateFrame(row)
    for (const connection of this.#joined) {
      if (connection.behindSince !== null) continue
      if (connection.unsentBytes > limits.slowReaderSoftBytes) {
        this.#fallBehind(connection)
        continue
      }
      connection.write(frame)
      connection.sentSeq = row.seq
    }
  }

  #fallBehind(connection: Connection): void {
    connection.behindSince ??= this.#clock.now()
    this.#behind.add(connection)
  }

  /** Catches up those who have room again; closes those who read nothing for too long. */
  mend(text: WorkingText): void {
    for (const connection of this.#behind) {
      const lag = this.#clock.now() - connection.behindSince!
      if (connection.unsentBytes < limits.slowReaderSoftBytes / 4) {
        this.#behind.delete(connection)
        connection.behindSince = null
        const missed = text.since(connection.sentSeq)
        if (!missed) this.join(connection, text)
        else if (missed.length > 0) connection.write(Buffer.concat(missed.map(updateFrame)))
        connection.sentSeq = text.tail.at(-1)?.seq ?? text.base.seq
      } else if (
        connection.unsentBytes > limits.slowReaderHardBytes + text.base.payload.length ||
        lag > limits.slowReaderLagMsMax
      ) {
        connection.close(closeCode.tooSlow, 'reads too slowly')
        connection.terminate()
      }
    }
  }

  get anyBehind(): boolean {
    return this.#behind.size > 0
  }
}
