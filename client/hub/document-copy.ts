// One copy of a document in this page: a Y.Doc, the connection that feeds it and the list of what is
// not yet acknowledged. In: frames of `/collab/<documentId>?v=1`. Out: a document whose clientID is the
// lease's, and word of everything that happens to it. Keeps: y-websocket's own update handler sends
// nothing; what cannot go on is given up once (`lost`) and never mended in place.

import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import { openRoots } from '#shared/document/roots.ts'
import type { ClientId, Owner } from '#shared/ids.ts'
import { encodeAwareness, encodeSync, message, readJson } from '#shared/wire.ts'
import { syncStep1, syncStep2, syncUpdate } from '#shared/wire.ts'
import type { Ack, Hello, LeaseFact, Nack, Trouble } from '#shared/wire.ts'
import { Outbox } from './document-outbox.ts'
import type { Place } from './document-place.ts'
import type { Connection } from './document-truth.ts'

export type Loss =
  /** The hub refused a change. */
  | { readonly lost: 'refused'; readonly nack: Nack }
  /** Lease or epoch have passed: what was unacknowledged cannot be sent again from here. */
  | { readonly lost: 'place' }
  /** Another account is signed in by now. */
  | { readonly lost: 'account' }

export interface CopyWatcher {
  /** State and clientID are in place: an editor may be mounted. */
  ready(): void
  /** Anything the page shows of the connection has changed. */
  changed(): void
  /** Who writes under which clientID has grown. */
  leases(): void
  lost(loss: Loss): void
  /** The hub closed for good, with a 44xx code. */
  closed(code: number): void
}

export interface CopyOptions {
  /** `wss://host/collab`, without the document. */
  readonly url: string
  readonly document: string
  readonly account: string
  readonly place: Place | null
  readonly WebSocket: typeof WebSocket
  readonly now: () => number
  /** In [0, 1): spreads reconnections. */
  readonly random: () => number
  readonly watcher: CopyWatcher
}

const backoffMsFirst = 200
const backoffMsMax = 8_000

export class DocumentCopy {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly outbox = new Outbox()
  readonly leases = new Map<ClientId, LeaseFact>()
  readonly #options: CopyOptions
  #hello: Hello | null = null
  #place: Place | null
  #helloSeen = false
  /** What this connection has brought so far; null before its step 2. */
  #brought: number | null = null
  #live = false
  #ready = false
  #frozen = false
  #seq = 0
  #at: number | null = null
  #stalled = false
  #attempts = 0
  /** Counts connections, so that held frames of an old one cannot pass for news. */
  #connection = 0

  /** Frames wait here while a letter is being composed; the editor's gate replaces it. */
  hold: (run: () => void) => void = (run) => run()

  constructor(options: CopyOptions) {
    this.#options = options
    this.#place = options.place
    openRoots(this.doc)
    const { url, document, WebSocket } = options
    this.provider = new WebsocketProvider(url, document, this.doc, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: WebSocket,
      params: this.#params(),
    })
    // oxlint-disable-next-line no-underscore-dangle -- ours waits for receipts (engines.md §9.6)
    this.doc.off('update', this.provider._updateHandler)
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => this.#wrote(bytes, origin))
    this.#listen()
    this.#speakForOneself()
  }

  get hello(): Hello | null {
    return this.#hello
  }

  get seq(): number {
    return this.#seq
  }

  /** When the last change of ours was committed, or the text joined; ms since 1970. */
  get at(): number | null {
    return this.#at
  }

  get stalled(): boolean {
    return this.#stalled
  }

  get isReady(): boolean {
    return this.#ready
  }

  /** Failed or ended connections since the last one that brought the text. */
  get attempts(): number {
    return this.#attempts
  }

  get connection(): Connection {
    if (this.#live) return 'live'
    return this.#ready || this.#attempts > 1 ? 'offline' : 'connecting'
  }

  readonly partyOf = (client: ClientId): Owner => this.leases.get(client)?.party ?? null

  connect(): void {
    if (!this.#frozen) this.provider.connect()
  }

  /** The device lost its network: no use in waiting for the socket to notice. */
  disconnect(): void {
    this.provider.disconnect()
  }

  /** No frame is sent or taken from now on; the document stays readable until `destroy`. */
  freeze(): void {
    if (this.#frozen) return
    this.#frozen = true
    this.#live = false
    // Yjs may have given the document another clientID; awareness only knows its own.
    this.doc.clientID = this.provider.awareness.clientID
    this.provider.destroy()
  }

  destroy(): void {
    this.freeze()
    this.doc.destroy()
  }

  #params(): Record<string, string> {
    const place = this.#place
    return {
      v: '1',
      ...(place ? { lease: place.token, client: String(place.client) } : {}),
      ...(this.#ready ? { seq: String(this.#seq), epoch: this.#hello!.epoch } : {}),
    }
  }

  #listen(): void {
    const { provider } = this
    const handlers = provider.messageHandlers as unknown as Record<
      number,
      (encoder: unknown, decoder: decoding.Decoder) => void
    >
    const on = (type: number, take: (decoder: decoding.Decoder) => void) => {
      handlers[type] = (_encoder, decoder) => {
        if (!this.#frozen) take(decoder)
      }
    }
    on(message.sync, (decoder) => this.#takeSync(decoder))
    on(message.hello, (decoder) => this.#takeHello(readJson<Hello>(decoder)))
    on(message.leases, (decoder) =>
      this.#learn(readJson<{ leases: readonly LeaseFact[] }>(decoder).leases),
    )
    on(message.ack, (decoder) => this.#takeAck(readJson<Ack>(decoder)))
    on(message.nack, (decoder) => this.#lose({ lost: 'refused', nack: readJson<Nack>(decoder) }))
    on(message.trouble, (decoder) => {
      this.#stalled = readJson<Trouble>(decoder).stalled
      this.#options.watcher.changed()
    })
    provider.on('status', ({ status }) => {
      if (status === 'connecting') this.#startConnection()
    })
    provider.on('connection-close', () => this.#endConnection())
    provider.on('closed', ({ code }) => {
      if (!this.#frozen) this.#options.watcher.closed(code)
    })
  }

  /** y-websocket repeats everybody's presence to the hub; ours sends its own, once it has a cursor. */
  #speakForOneself(): void {
    const { provider } = this
    const { awareness } = provider
    // oxlint-disable-next-line no-underscore-dangle
    awareness.off('update', provider._awarenessUpdateHandler)
    awareness.on('update', (_changes: unknown, origin: unknown) => {
      const { ws } = provider
      if (origin !== 'local' || !this.#live || !ws || ws.readyState !== ws.OPEN) return
      const state = encodeAwarenessUpdate(awareness, [awareness.clientID])
      ws.send(encodeAwareness(state) as Uint8Array<ArrayBuffer>)
    })
    awareness.setLocalState(null)
  }

  #startConnection(): void {
    this.#connection++
    this.#helloSeen = false
    this.#brought = null
    this.outbox.startConnection()
  }

  #endConnection(): void {
    this.#live = false
    this.#stalled = false
    this.#attempts++
    const { provider } = this
    provider.params = this.#params()
    const full = Math.min(backoffMsMax, backoffMsFirst * 2 ** provider.wsUnsuccessfulReconnects)
    provider.maxBackoffTime = full * (0.5 + this.#options.random() / 2)
    if (!this.#frozen) this.#options.watcher.changed()
  }

  #takeHello(hello: Hello): void {
    const before = this.#hello
    if (hello.account !== undefined && hello.account !== this.#options.account) {
      return this.#lose({ lost: 'account' })
    }
    if (before && this.#ready && !continues(before, hello)) return this.#lose({ lost: 'place' })
    this.#hello = hello
    this.#helloSeen = true
    this.#place = hello.lease && { client: hello.lease.client, token: hello.lease.token }
    if (hello.lease) this.#learn([{ client: hello.lease.client, party: hello.lease.party }])
    this.#learn(hello.leases)
  }

  #learn(leases: readonly LeaseFact[]): void {
    for (const lease of leases) {
      const known = this.leases.get(lease.client)
      if (!known?.name || lease.name) this.leases.set(lease.client, lease)
    }
    if (this.#ready) this.#options.watcher.leases()
  }

  #takeSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    if (kind === syncStep1) return
    const bytes = decoding.readVarUint8Array(decoder)
    const seq = decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : null
    const connection = this.#connection
    this.hold(() => {
      if (this.#frozen) return
      if (!this.#apply(bytes)) return
      if (seq !== null) this.#seq = Math.max(this.#seq, seq)
      if (connection === this.#connection) this.#count(kind, seq)
      const client = this.#ready ? this.#hello?.lease?.client : undefined
      if (client !== undefined && this.doc.clientID !== client) return this.#lose({ lost: 'place' })
      this.#options.watcher.changed()
    })
  }

  /** Step 2 brings a snapshot, updates bring what came after it: joined at what HELLO promised. */
  #count(kind: number, seq: number | null): void {
    if (kind !== syncStep2 && this.#brought === null) return
    this.#brought = Math.max(this.#brought ?? 0, seq ?? 0)
    const whole = seq === null || this.#brought >= (this.#hello?.seq ?? 0)
    if (!this.#live && this.#helloSeen && whole) this.#join()
  }

  /** An observer that throws leaves editor and document apart: such a copy is given up. */
  #apply(bytes: Uint8Array): boolean {
    try {
      Y.applyUpdate(this.doc, bytes, this.provider)
      return true
    } catch (error) {
      console.error('This copy could not take a change of the hub', error)
      this.#lose({ lost: 'place' })
      return false
    }
  }

  /** The whole committed state has arrived on this connection. */
  #join(): void {
    const hello = this.#hello!
    this.#seq = Math.max(this.#seq, hello.seq)
    this.#attempts = 0
    this.provider.synced = true
    if (!this.#ready) {
      this.#ready = true
      this.#at = this.#options.now()
      this.#takeClient(hello.lease?.client)
      this.#options.watcher.ready()
    }
    this.#live = true
    this.#send()
  }

  /** Set only now: Yjs rolls the dice again when loading a state advances the document's own id. */
  #takeClient(client: ClientId | undefined): void {
    const { awareness } = this.provider
    this.doc.clientID = client ?? awareness.clientID
    awareness.clientID = this.doc.clientID
    awareness.setLocalState(null)
  }

  #wrote(bytes: Uint8Array, origin: unknown): void {
    if (origin === this.provider || this.#frozen) return
    this.outbox.add(bytes)
    this.#send()
    this.#options.watcher.changed()
  }

  #send(): void {
    const { ws } = this.provider
    if (!this.#live || !ws || ws.readyState !== ws.OPEN) return
    this.outbox.flush((bytes) => ws.send(encodeSync(syncUpdate, bytes) as Uint8Array<ArrayBuffer>))
  }

  #takeAck(ack: Ack): void {
    this.outbox.acknowledge(ack.upTo)
    this.#at = ack.at
    this.hold(() => {
      this.#seq = Math.max(this.#seq, ack.seq)
      if (!this.#frozen) this.#options.watcher.changed()
    })
  }

  #lose(loss: Loss): void {
    if (this.#frozen) return
    this.freeze()
    this.#options.watcher.lost(loss)
  }
}

/** May the copy that began under `before` go on under `after`, unacknowledged changes included? */
function continues(before: Hello, after: Hello): boolean {
  if (before.epoch !== after.epoch) return false
  if (!before.lease) return after.lease === null
  const same =
    after.lease?.client === before.lease.client && after.lease.party === before.lease.party
  return same && after.resumed && after.writing === before.writing
}
