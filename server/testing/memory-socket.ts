// A socket without a network. In: messages a client sends. Out: what the hub wrote, frame by frame.
// Keeps: the hub's side looks like `ws` and its raw socket: pause holds messages back, close is told to
// both ends, bytes it writes are parsed as RFC 6455 frames.

import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

export class MemorySocket extends EventEmitter {
  /** What the hub has written and the client has not read: the raw socket's queue. */
  writableLength = 0
  writable = true
  closedWith: number | null = null
  /** A client that reads nothing leaves the bytes in the hub's queue. */
  reading = true
  readonly #onMessage: (message: Uint8Array) => void
  readonly #onClose: (code: number) => void
  readonly #held: Uint8Array[] = []
  #paused = false
  #partial: Buffer = Buffer.alloc(0)

  constructor(onMessage: (message: Uint8Array) => void, onClose: (code: number) => void) {
    super()
    this.#onMessage = onMessage
    this.#onClose = onClose
  }

  get asWebSocket(): WebSocket {
    return this as unknown as WebSocket
  }

  get asRaw(): Socket {
    return this as unknown as Socket
  }

  /** The client sends. */
  receive(message: Uint8Array): void {
    if (this.closedWith !== null) return
    if (this.#paused) this.#held.push(message)
    else this.emit('message', Buffer.from(message), true)
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    while (!this.#paused && this.#held.length > 0) {
      this.emit('message', Buffer.from(this.#held.shift()!), true)
    }
  }

  ping(): void {
    this.emit('pong')
  }

  /** The hub writes whole frames. */
  write(bytes: Uint8Array): boolean {
    if (this.closedWith !== null) return false
    if (!this.reading) {
      this.writableLength += bytes.length
      return false
    }
    this.#partial = Buffer.concat([this.#partial, bytes])
    for (;;) {
      const frame = parseFrame(this.#partial)
      if (!frame) return true
      this.#partial = this.#partial.subarray(frame.bytes)
      this.#onMessage(frame.payload)
    }
  }

  close(code = 1000): void {
    if (this.closedWith !== null) return
    this.closedWith = code
    this.writable = false
    this.#onClose(code)
    this.emit('close', code)
  }

  terminate(): void {
    this.close(1006)
  }
}

function parseFrame(bytes: Buffer): { payload: Uint8Array; bytes: number } | null {
  if (bytes.length < 2) return null
  if (bytes[0] !== 0x82) throw new Error(`not a whole binary frame: ${bytes[0]}`)
  const short = bytes[1]!
  const head = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < head) return null
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  if (bytes.length < head + length) return null
  return { payload: Uint8Array.from(bytes.subarray(head, head + length)), bytes: head + length }
}
