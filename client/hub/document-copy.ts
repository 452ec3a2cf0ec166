// One copy of a document in this page: a Y.Doc, the connection that feeds it, the list of what is
// not yet acknowledged. In: frames of `/collab/<documentId>?v=1`. Out: a document whose clientID is
// the lease's, and word of what happens to it. Keeps: nothing is sent twice on one connection; what
// cannot go on is given up once (`lost`) and never mended in place.

import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openRoots } from '#shared/document/roots.ts'
import type { ClientId, Owner } from '#shared/ids.ts'
import { encodeSync, syncStep1, syncStep2, syncUpdate } from '#shared/wire.ts'
import type { Ack, Hello, LeaseFact } from '#shared/wire.ts'
import { continues, type CopyWatcher, type Loss, type Restored } from './document-life.ts'
import { Outbox } from './document-outbox.ts'
import type { Place } from './document-place.ts'
import { providerFor, spreadReconnection, type ProviderOptions } from './document-provider.ts'
import type { Connection } from './document-truth.ts'

export interface CopyOptions extends ProviderOptions {
  readonly account: string
  readonly place: Pick<Place, 'client' | 'token'> | null
  readonly restore: Restored | null
  readonly now: () => number
  /** In [0, 1): spreads reconnections. */
  readonly random: () => number
  readonly watcher: CopyWatcher
}

export class DocumentCopy {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly outbox = new Outbox()
  readonly leases = new Map<ClientId, LeaseFact>()
  readonly #options: CopyOptions
  #hello: Hello | null = null
  #place: CopyOptions['place']
  #restore: Restored | null
  #helloSeen = false
  /** What this connection has brought so far; null before its step 2. */
  #brought: number | null = null
  /** Null before the text has come for the first time. */
  #live: boolean | null = null
  #ready = false
  #frozen = false
  /** The last row this document holds: rows only move it, never a receipt, which may overtake them. */
  #seq = 0
  #at: number | null = null
  #stalled = false
  #attempts = 0
  /** Held frames of an old connection cannot pass for news. */
  #connection = 0
  /** Whose kept changes, of the page before, are part of this copy. */
  putBack: string | null = null
  /** Frames wait here while a letter is being composed; the editor's gate replaces it. */
  hold: (run: () => void) => void = (run) => run()

  constructor(options: CopyOptions) {
    this.#options = options
    this.#place = options.place
    this.#restore = options.restore
    openRoots(this.doc)
    this.provider = providerFor(options, this.doc, {
      sync: (decoder) => this.#takeSync(decoder),
      hello: (hello) => this.#takeHello(hello),
      leases: (leases) => this.#learn(leases),
      ack: (ack) => this.#takeAck(ack),
      nack: (nack) => this.#lose({ lost: 'refused', nack }),
      trouble: ({ stalled }) => {
        this.#stalled = stalled
        this.#tell()
      },
    })
    this.provider.params = this.#params()
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => this.#wrote(bytes, origin))
    this.#listen()
  }

  get hello(): Hello | null {
    return this.#hello
  }

  get seq(): number {
    return this.#seq
  }

  /** When our last change was committed, or the text joined; ms since 1970. */
  get at(): number | null {
    return this.#at
  }

  get stalled(): boolean {
    return this.#stalled
  }

  /** Local changes the hub has not acknowledged, those of the page before a reload included. */
  get unacknowledged(): number {
    return this.outbox.size + (this.#restore?.updates.length ?? 0)
  }

  get isReady(): boolean {
    return this.#ready
  }

  /** Connections that failed or ended since the text last came. */
  get attempts(): number {
    return this.#attempts
  }

  get connection(): Connection {
    if (this.#live) return 'live'
    return this.#live === false || this.#attempts > 1 ? 'offline' : 'connecting'
  }

  readonly partyOf = (client: ClientId): Owner => this.leases.get(client)?.party ?? null

  connect(): void {
    if (!this.#frozen) this.provider.connect()
  }

  disconnect(): void {
    this.provider.disconnect()
  }

  /** No frame is sent or taken from now on; the document stays readable. */
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
    provider.on('status', ({ status }) => {
      if (status === 'connecting') this.#startConnection()
    })
    provider.on('connection-close', () => this.#endConnection())
    provider.on('closed', ({ code }) => {
      if (!this.#frozen) this.#options.watcher.closed(code)
    })
  }

  #startConnection(): void {
    this.#connection++
    this.#helloSeen = false
    this.#brought = null
    this.outbox.startConnection()
  }

  #endConnection(): void {
    this.#live &&= false
    this.#stalled = false
    this.#attempts++
    const { provider } = this
    provider.params = this.#params()
    spreadReconnection(provider, this.#options.random)
    this.#tell()
  }

  #tell(): void {
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
      this.#tell()
    })
  }

  /** Step 2 brings a snapshot, updates bring what came after it: joined at what HELLO promised. */
  #count(kind: number, seq: number | null): void {
    if (kind !== syncStep2 && this.#brought === null) return
    this.#brought = Math.max(this.#brought ?? 0, seq ?? 0)
    const whole = seq === null || this.#brought >= (this.#hello?.seq ?? 0)
    if (!this.#live && this.#helloSeen && whole) this.#join()
  }

  /** An observer that throws leaves editor and text apart: such a copy is given up. */
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
      if (!this.#putBack(hello)) return this.#lose({ lost: 'place' })
      this.#takeClient(hello.lease?.client)
      this.#options.watcher.ready()
    }
    this.#live = true
    this.#send()
  }

  /**
   * Changes of the page before a reload, under the lease both held: the hub knows them or takes
   * them now. Duplicates are harmless; a gap would not be, and costs a fresh copy.
   */
  #putBack({ resumed, epoch }: Hello): boolean {
    const restore = this.#restore
    this.#restore = null
    if (!restore || !resumed || restore.epoch !== epoch) return true
    for (const bytes of restore.updates) Y.applyUpdate(this.doc, bytes, 'put back')
    this.putBack = restore.life
    return this.doc.store.pendingStructs === null && this.doc.store.pendingDs === null
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
    this.#tell()
  }

  #send(): void {
    const { ws } = this.provider
    if (!this.#live || !ws || ws.readyState !== ws.OPEN) return
    this.outbox.flush((bytes) => ws.send(encodeSync(syncUpdate, bytes) as Uint8Array<ArrayBuffer>))
  }

  #takeAck(ack: Ack): void {
    this.outbox.acknowledge(ack.upTo)
    this.#at = ack.at
    this.#tell()
  }

  #lose(loss: Loss): void {
    if (this.#frozen) return
    this.freeze()
    this.#options.watcher.lost(loss)
  }
}
