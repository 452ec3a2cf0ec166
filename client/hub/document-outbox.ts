// What this page has written and the hub has not yet confirmed. In: Yjs updates, acknowledgements
// that count sync frames of a connection. Out: frames to send, in order. Keeps: an update leaves
// the list only when the hub has said that it is on disk; a new connection counts its frames from
// 1 again.

import * as Y from 'yjs'
import { limits } from '#shared/limits.ts'

interface Entry {
  readonly bytes: Uint8Array
  /** Its number on the present connection; null while it was not sent there. */
  frame: number | null
}

/** Neighbours are joined to this size once the list has grown past its bound (I9). */
const joinedBytesMax = limits.updateBytesMax / 4

export class Outbox {
  #entries: Entry[] = []
  #frames = 0

  /** Updates not yet acknowledged. */
  get size(): number {
    return this.#entries.length
  }

  get updates(): readonly Uint8Array[] {
    return this.#entries.map((entry) => entry.bytes)
  }

  add(bytes: Uint8Array): void {
    this.#entries.push({ bytes, frame: null })
    if (this.#entries.length > limits.keptUpdatesMax) this.#join()
  }

  /** Frames of the old connection are void: everything unacknowledged is to be sent again. */
  startConnection(): void {
    this.#frames = 0
    for (const entry of this.#entries) entry.frame = null
  }

  /** Sends, one by one and in order, what was not sent on this connection. */
  flush(send: (bytes: Uint8Array) => void): void {
    // Numbered first: a receipt may come while the last ones are still being sent.
    for (const entry of this.#entries.filter(({ frame }) => frame === null)) {
      entry.frame = ++this.#frames
      send(entry.bytes)
    }
  }

  /** All sync frames of this connection up to `upTo` are on disk. */
  acknowledge(upTo: number): void {
    let done = 0
    while (done < this.#entries.length) {
      const { frame } = this.#entries[done]!
      if (frame === null || frame > upTo) break
      done++
    }
    if (done > 0) this.#entries.splice(0, done)
  }

  #join(): void {
    const out: Entry[] = []
    for (const entry of this.#entries) {
      const last = out.at(-1)
      const small = last && last.bytes.length + entry.bytes.length <= joinedBytesMax
      if (small && last.frame === null && entry.frame === null) {
        out[out.length - 1] = { bytes: Y.mergeUpdates([last.bytes, entry.bytes]), frame: null }
      } else out.push(entry)
    }
    this.#entries = out
  }
}
