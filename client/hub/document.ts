// The door to a document's text. In: who is here, which document, the browser's parts as
// arguments. Out: the present copy, the truth strip's facts, words given back. Keeps: a copy that
// cannot go on is replaced by a fresh one with a fresh lease, and what the hub never confirmed is
// offered, not re-sent.

import { closeCode, type Nack } from '#shared/wire.ts'
import { DocumentCopy } from './document-copy.ts'
import { Keeper, type KeeperOptions } from './document-keeper.ts'
import type { Loss, Restored } from './document-life.ts'
import { readPlace, writePlace, type Place, type TabStorage } from './document-place.ts'
import { nothingYet, type Facts } from './document-truth.ts'
import type { Offer } from './kept-words.ts'

export type Stage = 'opening' | 'open' | 'signed-out' | 'gone' | 'crowded' | 'broken'

export interface LinkOptions extends KeeperOptions {
  /** `wss://host/collab`. */
  readonly url: string
  readonly WebSocket: typeof WebSocket
  readonly storage: TabStorage
  readonly random: () => number
  /** Called when an editor may be mounted on `link.copy`. */
  readonly opened: () => void
  /** Called before a copy goes: the editor lets go of it. */
  readonly closing: () => void
}

const retryMs = 500
const resetsMax = 6
const resetsWindowMs = 60_000
const crowdedMs = 20_000
const lingerMs = 4_000
const lettingGoMs = 120

export class DocumentLink {
  readonly #options: LinkOptions
  readonly #keeper: Keeper
  #copy: DocumentCopy | null = null
  #stage: Stage = 'opening'
  #timer: ReturnType<typeof setTimeout> | undefined
  #resets: number[] = []
  #stopped = false
  /** Set while the last changes are under way and the page is gone. */
  #whenArrived: (() => void) | null = null

  constructor(options: LinkOptions) {
    this.#options = options
    this.#keeper = new Keeper({ ...options, changed: () => this.#tell() })
  }

  get copy(): DocumentCopy | null {
    return this.#copy
  }

  get stage(): Stage {
    return this.#stage
  }

  /** Words given back, for their writer to decide. */
  get offers(): readonly Offer[] {
    return this.#keeper.offers
  }

  get facts(): Facts {
    const copy = this.#copy
    if (!copy) return nothingYet
    return {
      connection: copy.connection,
      writes: Boolean(copy.hello?.writing),
      unacknowledged: copy.unacknowledged,
      at: copy.at,
      stalled: copy.stalled,
      deviceFails: this.#keeper.fails,
    }
  }

  async start(): Promise<void> {
    const { storage, account, document } = this.#options
    const place = readPlace(storage, account, document)
    const isOwn = place !== null && (await this.#isFree(place))
    const restore = isOwn ? await this.#keeper.restorable(place) : null
    if (!this.#stopped) this.#open(isOwn ? place : null, restore)
  }

  /**
   * A duplicated tab has a copy of the storage: the lease belongs to the first one. The page
   * before a reload may take a moment to let go of it.
   */
  async #isFree({ life }: Place): Promise<boolean> {
    const { holds } = this.#options
    if (!(await holds.held())({ life, at: 0 })) return true
    await new Promise((resolve) => setTimeout(resolve, lettingGoMs))
    return !(await holds.held())({ life, at: 0 })
  }

  /** The device is back on the network. */
  online(): void {
    if (this.#stage === 'open' || this.#stage === 'opening') this.#copy?.connect()
  }

  /** The device has lost the network. */
  offline(): void {
    this.#copy?.disconnect()
    this.#tell()
  }

  /** The writer has decided about a piece: put back, copied away or discarded. */
  decide(id: string): void {
    this.#keeper.decide(id)
    this.#tell()
  }

  /** The page may be going: everything unconfirmed is written down now. */
  keepNow(): Promise<void> {
    return this.#keeper.keepNow()
  }

  /** After `broken` or `crowded`: once more from the beginning. */
  retry(): void {
    this.#resets = []
    this.#replace()
  }

  /** Lets what is under way arrive, then goes. */
  stop(): void {
    if (this.#stopped) return
    this.#stopped = true
    clearTimeout(this.#timer)
    const copy = this.#copy
    this.#whenArrived = () => {
      this.#whenArrived = null
      clearTimeout(this.#timer)
      void this.#keeper.end()
      copy?.destroy()
    }
    this.#timer = setTimeout(() => this.#whenArrived?.(), lingerMs)
    if (copy?.outbox.size === 0 || copy?.connection !== 'live') this.#whenArrived()
  }

  #tell(): void {
    if (!this.#stopped) this.#options.changed()
  }

  #open(place: Place | null, restore: Restored | null): void {
    const { url, document, account, WebSocket, now, random } = this.#options
    const copy: DocumentCopy = new DocumentCopy({
      url,
      document,
      account,
      place,
      restore,
      WebSocket,
      now,
      random,
      watcher: {
        ready: () => this.#begin(copy),
        changed: () => this.#changed(),
        leases: () => this.#tell(),
        lost: (loss) => this.#lost(loss),
        closed: (code) => this.#closed(code),
      },
    })
    this.#copy = copy
    copy.connect()
  }

  #begin(copy: DocumentCopy): void {
    if (this.#stopped) return
    const { storage, account, document, random, opened } = this.#options
    // Two copies may bear one clientID, one after the other; never one name.
    const life = `${random().toString(36).slice(2)}${random().toString(36).slice(2)}`
    const lease = copy.hello!.lease
    const place = lease && { client: lease.client, token: lease.token, life }
    writePlace(storage, account, document, place)
    this.#stage = 'open'
    opened()
    this.#tell()
    void this.#keeper.begin(copy, life)
  }

  #changed(): void {
    this.#keeper.schedule()
    if (this.#copy?.outbox.size === 0) this.#whenArrived?.()
    this.#tell()
  }

  #lost(loss: Loss): void {
    if (loss.lost === 'account') return this.#end('signed-out')
    this.#keeper.giveBack(this.#copy!, loss.lost === 'refused' ? whyOf(loss.nack) : null)
    this.#replace()
  }

  /** A fresh copy under a fresh lease; not for ever, should every one of them fail. */
  #replace(): void {
    const { storage, account, document, now, random, closing } = this.#options
    writePlace(storage, account, document, null)
    closing()
    this.#copy?.destroy()
    this.#copy = null
    this.#resets = [...this.#resets.filter((at) => now() - at < resetsWindowMs), now()]
    const { length } = this.#resets
    this.#stage = length > resetsMax ? 'broken' : 'opening'
    if (this.#stage === 'opening' && !this.#stopped) {
      const wait = length > 1 ? retryMs * length * (0.5 + random()) : 0
      this.#timer = setTimeout(() => this.#open(null, null), wait)
    }
    this.#tell()
  }

  #closed(code: number): void {
    if (code === closeCode.signedOut) this.#end('signed-out')
    else if (code === closeCode.notAllowed || code === closeCode.notFound) this.#end('gone')
    else if (code === closeCode.tooMany) this.#crowd()
    else this.#lost({ lost: 'place' })
  }

  /**
   * The hub holds no more connections: what is on screen stays, and this page tries again later.
   */
  #crowd(): void {
    const wait = crowdedMs * (0.5 + this.#options.random())
    if (!this.#copy?.isReady) this.#stage = 'crowded'
    this.#timer = setTimeout(() => this.#copy?.connect(), wait)
    this.#tell()
  }

  /** Words stay on the device, and leave the screen: somebody else may be sitting here by now. */
  #end(stage: 'signed-out' | 'gone'): void {
    const copy = this.#copy
    copy?.freeze()
    this.#stage = stage
    this.#options.closing()
    this.#tell()
    this.#stopped = true
    void this.#keeper.end().finally(() => {
      copy?.destroy()
      this.#copy = null
    })
  }
}

const whyOf = ({ code, rule, facts }: Nack): Offer['why'] =>
  facts ? { code, rule, facts } : { code, rule }
