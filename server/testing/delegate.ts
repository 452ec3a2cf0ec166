// One delegate's page, without a browser: a replica that speaks the protocol of shared/wire.ts. In:
// gestures. Out: frames to the hub; what came back. Keeps: it may also send anything a hostile client
// would.

import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { PartyCode } from '#shared/ids.ts'
import { must } from '#shared/assert.ts'
import { blocksInOrder, makeBlock, idOf, textNodeOf } from '#shared/document/blocks.ts'
import type { BlockAttributes } from '#shared/document/blocks.ts'
import { wordsOf } from '#shared/document/attribution.ts'
import { openRoots, proposalsOf, textOf } from '#shared/document/roots.ts'
import { encodeSync, message, readJson, syncStep1, syncStep2, syncUpdate } from '#shared/wire.ts'
import type { Ack, Hello, LeaseFact, Nack } from '#shared/wire.ts'

interface Sent {
  readonly bytes: Uint8Array
  frame: number
}

/** One connection, over whatever carries it. */
export interface Line {
  send(bytes: Uint8Array): void
  /** Gone without a word, as when the network fails. */
  cut(): void
}

/** Opens a line; messages and the close code come back through the callbacks. */
export type Dial = (
  query: string,
  onMessage: (bytes: Uint8Array) => void,
  onClose: (code: number) => void,
) => Line

export class Delegate {
  readonly party: PartyCode
  readonly stock: boolean
  doc = new Y.Doc()
  hello: Hello | null = null
  readonly leases = new Map<number, LeaseFact>()
  readonly nacks: Nack[] = []
  readonly awareness: Uint8Array[] = []
  readonly updates: Uint8Array[] = []
  stalled = false
  closedWith: number | null = null
  #line: Line | null = null
  seq = 0
  acked = 0
  #frames = 0
  #stateIsHere = false
  #isWhole = false
  #synced: (() => void) | null = null
  unacknowledged: Sent[] = []
  readonly #dial: Dial
  #units = 0

  constructor(dial: Dial, party: PartyCode, stock = false) {
    this.#dial = dial
    this.party = party
    this.stock = stock
    this.#listen()
  }

  #listen(): void {
    openRoots(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'hub') this.#queue(update)
    })
  }

  #queue(bytes: Uint8Array): void {
    const sent = { bytes, frame: 0 }
    if (!this.stock) this.unacknowledged.push(sent)
    if (this.isOpen && this.#isWhole) this.#sendUpdate(sent)
  }

  #sendUpdate(sent: Sent): void {
    sent.frame = ++this.#frames
    this.send(encodeSync(syncUpdate, sent.bytes))
  }

  get isOpen(): boolean {
    return this.#line !== null && this.closedWith === null
  }

  /** Something it sent is not answered yet. */
  get waits(): boolean {
    return this.isOpen && this.unacknowledged.length > 0
  }

  /** Connects, and resolves when the whole text is here or the door was closed. */
  async connect(address = ''): Promise<void> {
    this.cut()
    this.closedWith = null
    this.#frames = 0
    this.#stateIsHere = false
    this.#isWhole = false
    for (const sent of this.unacknowledged) sent.frame = 0
    const query = this.stock ? '' : `?v=1${address || this.#returning()}`
    const synced = new Promise<void>((resolve) => (this.#synced = resolve))
    const line = this.#dial(
      query,
      (bytes) => this.#receive(bytes),
      (code) => this.#closed(line, code),
    )
    this.#line = line
    this.send(encodeSync(syncStep1, Y.encodeStateVector(this.doc)))
    await synced
  }

  /** A fresh page of the same person. */
  async reload(address = ''): Promise<void> {
    this.cut()
    this.doc = new Y.Doc()
    this.seq = 0
    this.#listen()
    this.unacknowledged = []
    await this.connect(address)
  }

  #returning(): string {
    const { hello } = this
    if (!hello?.lease) return ''
    const { client, token } = hello.lease
    const seq = this.seq > 0 ? `&seq=${this.seq}` : ''
    return `&epoch=${hello.epoch}${seq}&client=${client}&lease=${token}`
  }

  send(bytes: Uint8Array): void {
    this.#line?.send(bytes)
  }

  /** The network is gone. */
  cut(): void {
    const line = this.#line
    this.#line = null
    line?.cut()
  }

  #closed(line: Line, code: number): void {
    if (this.#line !== line) return
    this.closedWith = code
    this.#synced?.()
  }

  #receive(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case message.sync:
        return this.#sync(decoder)
      case message.hello:
        this.hello = readJson<Hello>(decoder)
        for (const fact of this.hello.leases) this.leases.set(fact.client, fact)
        return
      case message.leases:
        for (const fact of readJson<{ leases: LeaseFact[] }>(decoder).leases) {
          this.leases.set(fact.client, fact)
        }
        return
      case message.ack: {
        const { upTo } = readJson<Ack>(decoder)
        this.acked = upTo
        const settled = (sent: Sent) => sent.frame > 0 && sent.frame <= upTo
        this.unacknowledged = this.unacknowledged.filter((sent) => !settled(sent))
        return
      }
      case message.nack:
        this.nacks.push(readJson<Nack>(decoder))
        return
      case message.trouble:
        this.stalled = readJson<{ stalled: boolean }>(decoder).stalled
        return
      case message.awareness:
        this.awareness.push(decoding.readVarUint8Array(decoder))
        return
      default:
        throw new Error('a message no hub of ours sends')
    }
  }

  #sync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === syncStep1) return
    this.seq = Math.max(this.seq, decoding.readVarUint(decoder))
    this.updates.push(bytes)
    Y.applyUpdate(this.doc, bytes, 'hub')
    if (kind === syncStep2) this.#stateIsHere = true
    // The state comes first, then the few rows since: only then may the page write.
    if (!this.#stateIsHere || this.#isWhole || this.seq < (this.hello?.seq ?? 0)) return
    this.#isWhole = true
    this.#afterState()
  }

  #afterState(): void {
    const lease = this.hello?.lease
    if (lease) this.doc.clientID = lease.client
    for (const sent of this.unacknowledged) this.#sendUpdate(sent)
    this.#synced?.()
  }

  // ---- reading

  get blocks(): Y.XmlElement[] {
    return blocksInOrder(this.doc)
  }

  reads(): string[] {
    return this.blocks.map(wordsOf)
  }

  text(block: number): Y.XmlText {
    return must(textNodeOf(must(this.blocks[block], `block ${block}`)), 'its text')
  }

  /** Does the text, as this page has it, contain these words? */
  sees(words: string): boolean {
    return this.reads().some((one) => one.includes(words))
  }

  // ---- gestures, each one update

  types(words: string, { block = 0, at = 0 } = {}): this {
    this.doc.transact(() => this.text(block).insert(at, words))
    return this
  }

  /** Really deletes, whoever wrote it: what a hostile page would do. */
  erases({ block = 0, at = 0, length = 1 }): this {
    this.doc.transact(() => this.text(block).delete(at, length))
    return this
  }

  sets(key: string, value: unknown): this {
    proposalsOf(this.doc).set(key, value)
    return this
  }

  proposesBlock(words: string, given: Partial<Record<keyof BlockAttributes, unknown>> = {}): this {
    const attributes = {
      id: `${this.doc.clientID}-${++this.#units}`,
      kind: 'operative',
      level: 1,
      status: 'open',
      proposedBy: this.party,
      after: idOf(this.blocks[0]!),
      ...given,
    } as unknown as BlockAttributes
    this.doc.transact(() => textOf(this.doc).push([makeBlock(attributes, words)]))
    return this
  }
}
