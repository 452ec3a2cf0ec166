// A hub in memory for the tests of this folder: sockets, leases, receipts, in the order the real
// one keeps. In: frames of a page. Out: HELLO, state, updates, ACK, NACK. Keeps: nothing is
// acknowledged before the test says so, and nothing leaves it uncommitted.

import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { makeBlock } from '#shared/document/blocks.ts'
import { openRoots, textOf } from '#shared/document/roots.ts'
import type { PartyCode } from '#shared/ids.ts'
import { encodeJson, encodeSync, message, syncStep1, type Hello, type Nack } from '#shared/wire.ts'

export class FakeSocket {
  static CONNECTING = 0
  static OPEN = 1
  static CLOSING = 2
  static CLOSED = 3
  OPEN = 1
  readyState = 0
  binaryType = 'blob'
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  readonly url: URL
  hub: FakeHub | null = null
  /** Updates received and not yet settled by the test. */
  readonly waiting: { frame: number; bytes: Uint8Array }[] = []
  frames = 0
  client: number | null = null

  constructor(url: string) {
    this.url = new URL(url)
  }

  send(data: Uint8Array): void {
    this.hub?.receive(this, data)
  }

  close(): void {
    this.drop(1000)
  }

  push(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes.slice().buffer as ArrayBuffer })
  }

  drop(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.hub?.sockets.delete(this)
    this.onclose?.({ code, reason: '' })
  }
}

export class FakeHub {
  readonly sockets = new Set<FakeSocket>()
  readonly doc = new Y.Doc()
  epoch = 'e1'
  account = 'br-account'
  party = 'BR' as PartyCode
  seq = 1
  at = 1_000
  isUp = true
  /** Settle every update at once. */
  isQuick = true
  resumes = true
  /** Gives the last lease again: the real hub does so while nothing was written under it. */
  spare = false
  writing: Hello['writing'] = 'proposes'
  readonly seen: URL[] = []
  readonly accepted: Uint8Array[] = []
  #next = 5_000_000

  constructor(words: readonly string[]) {
    this.doc.clientID = 7
    openRoots(this.doc)
    const blocks = words.map((text, i) =>
      makeBlock(
        { id: `7-${i}`, kind: 'operative', level: 1, status: 'open', order: `a${i}` },
        text,
      ),
    )
    textOf(this.doc).insert(0, blocks)
  }

  /** The WebSocket class the page is given. */
  get WebSocket(): typeof WebSocket {
    // oxlint-disable-next-line typescript/no-this-alias -- the class below has its own `this`
    const hub = this
    return class extends FakeSocket {
      constructor(url: string) {
        super(url)
        hub.seen.push(this.url)
        queueMicrotask(() => {
          if (!hub.isUp) return this.drop(1006)
          this.hub = hub
          hub.sockets.add(this)
          this.readyState = 1
          hub.greet(this)
          this.onopen?.()
        })
      }
    } as unknown as typeof WebSocket
  }

  get socket(): FakeSocket {
    return [...this.sockets].at(-1)!
  }

  greet(socket: FakeSocket): void {
    const asked = socket.url.searchParams.get('client')
    const resumed = asked !== null && this.resumes
    socket.client = resumed ? Number(asked) : this.spare ? this.#next - 1 : this.#next++
    const lease = { client: socket.client, token: `t${socket.client}`, party: this.party }
    const hello: Hello = {
      account: this.account as never,
      epoch: this.epoch,
      seq: this.seq,
      lease: this.writing ? lease : null,
      resumed,
      writing: this.writing,
      leases: [{ client: 99, party: 'CL' as PartyCode }],
    }
    // The page sets its handlers in the same turn: HELLO comes first, as from the real hub.
    queueMicrotask(() => socket.push(encodeJson(message.hello, hello)))
  }

  receive(socket: FakeSocket, data: Uint8Array): void {
    const decoder = decoding.createDecoder(data)
    if (decoding.readVarUint(decoder) !== message.sync) return
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === syncStep1) {
      const state = encodeSync(1, Y.encodeStateAsUpdate(this.doc), this.seq)
      queueMicrotask(() => queueMicrotask(() => socket.push(state)))
      return
    }
    socket.waiting.push({ frame: ++socket.frames, bytes })
    if (this.isQuick) this.settle(socket)
  }

  /** Commits what waits, shows it to all and acknowledges it. */
  settle(socket = this.socket, count = Infinity): void {
    let last = 0
    for (const { frame, bytes } of socket.waiting.splice(0, count)) {
      Y.applyUpdate(this.doc, bytes)
      this.accepted.push(bytes)
      this.seq++
      for (const other of this.sockets) other.push(encodeSync(2, bytes, this.seq))
      last = frame
    }
    if (last) socket.push(encodeJson(message.ack, { upTo: last, seq: this.seq, at: ++this.at }))
  }

  refuse(nack: Omit<Nack, 'frame'>, socket = this.socket): void {
    const { frame } = socket.waiting.shift()!
    socket.push(encodeJson(message.nack, { frame, ...nack }))
    socket.drop(4409)
  }

  /** Somebody else's words, committed. */
  write(change: (doc: Y.Doc) => void): void {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(this.doc))
    other.clientID = 99
    const before = Y.encodeStateVector(other)
    change(other)
    const update = Y.encodeStateAsUpdate(other, before)
    Y.applyUpdate(this.doc, update)
    this.seq++
    for (const socket of this.sockets) socket.push(encodeSync(2, update, this.seq))
  }
}
