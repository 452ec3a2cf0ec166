// One socket of an open document. In: frames of the y-websocket protocol. Out: submissions, joins and
// presence to its room; encoded frames to the wire. Keeps: every frame is bounded and decoded before
// anything is done with it; a slow writer is slowed by not reading it, never by refusing it.

import * as decoding from 'lib0/decoding'
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { AccountId, ClientId, LoginHash, ProcessId } from '#shared/ids.ts'
import type { Standing } from '#shared/law/standing.ts'
import { limits } from '#shared/limits.ts'
import { closeCode, message, syncStep1, syncStep2, syncUpdate, type Hello } from '#shared/wire.ts'
import type { Audience, Person } from './people/audience.ts'
import { binaryFrame } from './frames.ts'

export interface Visitor {
  readonly account: AccountId
  readonly login: LoginHash
  readonly process: ProcessId
  readonly person: Person
  readonly audience: Audience
  readonly standing: Standing
}

/** What a page of ours said in the address; null for a stock client. */
export interface Returning {
  readonly epoch: string | null
  /** The last row its document holds; null for a page with nothing yet. */
  readonly seq: number | null
  readonly client: ClientId | null
  readonly token: string | null
}

/** What a connection hands to its room. */
export interface RoomDoor {
  join(connection: Connection): void
  submit(connection: Connection, bytes: Uint8Array): void
  receivePresence(connection: Connection, update: Uint8Array): boolean
  sendPresence(connection: Connection): void
  leave(connection: Connection): void
}

export class Connection {
  readonly visitor: Visitor
  readonly returning: Returning | null
  readonly #socket: WebSocket
  readonly #raw: Socket
  #room: RoomDoor | null = null
  #ended = false
  #paused = false
  #answered = true

  /** The lease it writes under. */
  client: ClientId | null = null
  hello: Hello | null = null
  /** Sync frames received and settled: what an ACK counts. */
  received = 0
  settled = 0
  pendingBytes = 0
  /** The last seq this reader was sent. */
  sentSeq = 0
  joined = false
  /** The frame in which a stock client sent what the hub lacked (step 2); null before. */
  stateFrame: number | null = null
  #early = 0
  /** The size of the text it was sent: a reader may have that much under way. */
  stateBytes = 0
  /** Since when it is too slow for live frames: milliseconds, the hub's clock; null when it keeps up. */
  behindSince: number | null = null

  constructor(socket: WebSocket, raw: Socket, visitor: Visitor, returning: Returning | null) {
    this.#socket = socket
    this.#raw = raw
    this.visitor = visitor
    this.returning = returning
  }

  /** A page of ours, which understands HELLO, LEASES, ACK and NACK. */
  get isOurs(): boolean {
    return this.returning !== null
  }

  /** No frame of it counts any more. */
  get ended(): boolean {
    return this.#ended
  }

  get unsentBytes(): number {
    return this.#raw.writableLength
  }

  open(room: RoomDoor): void {
    this.#room = room
    this.#socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary))
    this.#socket.on('pong', () => (this.#answered = true))
  }

  closed(): void {
    this.#ended = true
    this.#room?.leave(this)
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#ended) return
    try {
      if (!isBinary || !this.#dispatch(decoding.createDecoder(data))) {
        this.close(closeCode.malformed, 'malformed frame')
      }
    } catch {
      this.close(closeCode.malformed, 'malformed frame')
    }
  }

  /** False for a frame no client of the protocol sends. */
  #dispatch(decoder: decoding.Decoder): boolean {
    const room = this.#room!
    switch (decoding.readVarUint(decoder)) {
      case message.sync:
        return this.#sync(decoder, room)
      case message.awareness:
        return room.receivePresence(this, decoding.readVarUint8Array(decoder))
      case message.queryAwareness:
        room.sendPresence(this)
        return true
      case message.hand:
        return decoding.readVarUint(decoder) === this.client
      default:
        return false
    }
  }

  #sync(decoder: decoding.Decoder, room: RoomDoor): boolean {
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === syncStep1) {
      room.join(this)
      return true
    }
    if (kind !== syncStep2 && kind !== syncUpdate) return false
    this.received++
    if (kind === syncStep2) this.stateFrame ??= this.received
    this.pendingBytes += bytes.length
    room.submit(this, bytes)
    this.#breathe()
    return true
  }

  /** Reading stops while too much of it waits, and goes on when the room has caught up. */
  #breathe(): void {
    const waiting = this.received - this.settled
    const tooMuch =
      waiting > limits.pendingFramesPerConnectionMax ||
      this.pendingBytes > limits.pendingBytesPerConnectionMax
    if (tooMuch === this.#paused || this.#ended) return
    this.#paused = tooMuch
    if (tooMuch) this.#socket.pause()
    else this.#socket.resume()
  }

  /**
   * A reconnecting stock provider sends its newest letters before its step 2, which holds them again
   * with all they build on: such an update may be passed over, so often and no more.
   */
  mayBeEarly(frame: number): boolean {
    if (this.isOurs || this.#ended || (this.stateFrame !== null && frame > this.stateFrame)) {
      return false
    }
    return ++this.#early <= limits.pendingFramesPerConnectionMax
  }

  settle(frame: number, bytes: number): void {
    this.settled = Math.max(this.settled, frame)
    this.pendingBytes -= bytes
    this.#breathe()
  }

  /** False while it reads too slowly to be told what is not needed. */
  get keepsUp(): boolean {
    return this.behindSince === null && this.unsentBytes <= limits.slowReaderSoftBytes
  }

  /** Bytes of a whole WebSocket frame, encoded once for many. Who reads nothing is cut off (I9). */
  write(frame: Uint8Array): void {
    if (this.#ended || !this.#raw.writable) return
    this.#raw.write(frame)
    if (this.unsentBytes > limits.slowReaderHardBytes + 2 * this.stateBytes) this.terminate()
  }

  send(message: Uint8Array): void {
    this.write(binaryFrame(message))
  }

  resume(): void {
    this.#socket.resume()
  }

  /** False when it did not answer the last ping. */
  ping(): boolean {
    if (!this.#answered) return false
    this.#answered = false
    this.#socket.ping()
    return true
  }

  /** Nothing it sends from now on counts; what was accepted stays. */
  close(code: number, reason: string): void {
    if (this.#ended) return
    this.#ended = true
    // A paused socket would never see the closing handshake through.
    this.#socket.resume()
    this.#socket.close(code, reason)
    setTimeout(() => this.#socket.terminate(), limits.closingMsMax).unref()
  }

  terminate(): void {
    this.#ended = true
    this.#socket.terminate()
  }
}
