// The door to a document's text. In: who is here, which document, the browser's parts as arguments.
// Out: the present copy, the truth strip's facts, words given back. Keeps: a copy that cannot go on is
// replaced by a fresh one with a fresh lease, and what the hub never confirmed is offered, not re-sent.

import type { AccountId, ClientId, DocumentId } from '#shared/ids.ts'
import { closeCode } from '#shared/wire.ts'
import { DocumentCopy, type Loss } from './document-copy.ts'
import { stillMissing } from './document-pieces.ts'
import type { Holds } from './document-holds.ts'
import { readPlace, writePlace, type Place, type TabStorage } from './document-place.ts'
import { nothingYet, type Facts } from './document-truth.ts'
import type { keep, KeptRecord, Offer, Piece, take } from './kept-words.ts'

export type Stage = 'opening' | 'open' | 'signed-out' | 'gone' | 'crowded' | 'broken'

export interface LinkOptions {
  readonly account: AccountId
  readonly document: DocumentId
  /** `wss://host/collab`. */
  readonly url: string
  readonly WebSocket: typeof WebSocket
  readonly storage: TabStorage
  readonly holds: Holds
  readonly kept: { readonly keep: typeof keep; readonly take: typeof take }
  readonly now: () => number
  readonly random: () => number
  /** What a copy holds that the hub never confirmed, in words. */
  readonly gather: (copy: DocumentCopy) => readonly Piece[]
  readonly changed: () => void
  /** Called when an editor may be mounted on `link.copy`. */
  readonly opened: () => void
  /** Called before a copy goes: the editor lets go of it. */
  readonly closing: () => void
}

const keepMs = 250
const retryMs = 500
const resetsMax = 6
const resetsWindowMs = 60_000
const crowdedMs = 20_000
const lingerMs = 4_000
const lettingGoMs = 120

export class DocumentLink {
  readonly #options: LinkOptions
  #copy: DocumentCopy | null = null
  #stage: Stage = 'opening'
  #offers: readonly Offer[] = []
  /** The clientID this page's words are kept under. */
  #keptAs: ClientId | null = null
  #isKept = false
  #keepTimer: ReturnType<typeof setTimeout> | null = null
  #retryTimer: ReturnType<typeof setTimeout> | null = null
  #deviceFails = false
  #resets: number[] = []
  #openedAt: number
  #stopped = false

  constructor(options: LinkOptions) {
    this.#options = options
    this.#openedAt = options.now()
  }

  get copy(): DocumentCopy | null {
    return this.#copy
  }

  get stage(): Stage {
    return this.#stage
  }

  get offers(): readonly Offer[] {
    return this.#offers
  }

  get facts(): Facts {
    const copy = this.#copy
    if (!copy) return nothingYet
    return {
      connection: copy.connection,
      writes: Boolean(copy.hello?.writing),
      unacknowledged: copy.outbox.size,
      at: copy.at,
      stalled: copy.stalled,
      deviceFails: this.#deviceFails,
    }
  }

  async start(): Promise<void> {
    const { storage, account, document, holds } = this.#options
    const place = readPlace(storage, account, document)
    // A duplicated tab has a copy of the storage: the lease belongs to the first one. The page before
    // a reload may take a moment to let go of it.
    let isFree = !place || !(await holds.held())({ client: place.client, at: 0 })
    if (!isFree) {
      await new Promise((resolve) => setTimeout(resolve, lettingGoMs))
      isFree = !(await holds.held())({ client: place!.client, at: 0 })
    }
    if (!this.#stopped) this.#open(isFree ? place : null)
  }

  /** The device is back on the network. */
  online(): void {
    if (this.#stage === 'open' || this.#stage === 'opening') this.#copy?.connect()
  }

  offline(): void {
    this.#copy?.disconnect()
    this.#options.changed()
  }

  /** The writer has decided about a piece: put back, copied away or discarded. */
  decide(id: string): void {
    this.#offers = this.#offers.filter((offer) => offer.id !== id)
    this.#scheduleKeeping()
    this.#options.changed()
  }

  /** After `broken` or `crowded`: once more from the beginning. */
  retry(): void {
    this.#resets = []
    this.#replace(null)
  }

  /** The page closes, or the tab is hidden for good: everything unconfirmed is written down now. */
  async keepNow(): Promise<void> {
    if (this.#keepTimer) clearTimeout(this.#keepTimer)
    this.#keepTimer = null
    const client = this.#keptAs
    if (client === null) return
    const copy = this.#copy
    const mine = copy?.isReady && copy.outbox.size > 0 && copy.hello?.lease?.client === client
    const unsent = mine ? this.#options.gather(copy) : []
    const record = this.#record(client, unsent)
    const empty = unsent.length + record.offers.length === 0
    if (empty && !this.#isKept) return
    this.#isKept = !empty
    const fails = !(await this.#options.kept.keep(record, this.#openedAt))
    if (fails === this.#deviceFails) return
    this.#deviceFails = fails
    this.#options.changed()
  }

  /** Lets what is under way arrive, then goes. */
  stop(): void {
    if (this.#stopped) return
    this.#stopped = true
    const copy = this.#copy
    const end = () => {
      clearTimeout(timer)
      this.#afterLast = () => undefined
      void this.keepNow().finally(() => this.#letGo())
      copy?.destroy()
    }
    const timer = setTimeout(end, lingerMs)
    this.#afterLast = end
    if (!copy || copy.outbox.size === 0 || copy.connection !== 'live') end()
  }

  #afterLast: () => void = () => undefined

  #record(client: ClientId, unsent: readonly Piece[]): KeptRecord {
    const { account, document, now } = this.#options
    return { account, document, client, at: now(), unsent, offers: this.#offers }
  }

  #letGo(): void {
    if (this.#retryTimer) clearTimeout(this.#retryTimer)
    if (this.#keptAs !== null) this.#options.holds.release(this.#keptAs)
  }

  #open(place: Place | null): void {
    const { url, document, account, WebSocket, now, random } = this.#options
    const copy: DocumentCopy = new DocumentCopy({
      url,
      document,
      account,
      place,
      WebSocket,
      now,
      random,
      watcher: {
        ready: () => void this.#begin(copy),
        changed: () => this.#changed(),
        leases: () => this.#options.changed(),
        lost: (loss) => this.#lost(loss),
        closed: (code) => this.#closed(code),
      },
    })
    this.#copy = copy
    copy.connect()
  }

  #changed(): void {
    const { copy } = this
    if (copy && copy.hello?.lease) this.#scheduleKeeping()
    if (this.#stopped && copy?.outbox.size === 0) this.#afterLast()
    else if (!this.#stopped) this.#options.changed()
  }

  #scheduleKeeping(): void {
    const something = this.#isKept || this.#offers.length > 0 || (this.#copy?.outbox.size ?? 0) > 0
    if (this.#keepTimer || !something) return
    this.#keepTimer = setTimeout(() => void this.keepNow(), keepMs)
  }

  async #begin(copy: DocumentCopy): Promise<void> {
    if (this.#stopped) return
    const { storage, account, document } = this.#options
    const lease = copy.hello!.lease
    this.#stage = 'open'
    writePlace(storage, account, document, lease && { client: lease.client, token: lease.token })
    this.#options.opened()
    this.#options.changed()
    await this.#takeKept(copy, copy.doc.clientID)
  }

  /** Words of earlier pages, and of this page's lost copies, that the hub really does not have. */
  async #takeKept(copy: DocumentCopy, client: ClientId): Promise<void> {
    const { holds, kept, account, document } = this.#options
    const before = this.#keptAs
    this.#keptAs = client
    const heldElsewhere = await holds.held()
    // The hub gave this clientID to this page alone: its own record is never somebody else's.
    const isHeld = (record: KeptRecord) => record.client !== client && heldElsewhere(record)
    holds.hold(client)
    const settle = (records: readonly KeptRecord[]): KeptRecord => {
      this.#offers = offersOf(records, this.#offers).flatMap((offer) => {
        const piece = stillMissing(offer.piece, copy.doc)
        return piece ? [{ ...offer, piece }] : []
      })
      return this.#record(client, [])
    }
    const record = await kept.take(account, document, isHeld, settle)
    if (!record) settle([])
    this.#isKept = this.#offers.length > 0
    if (before !== null && before !== client) holds.release(before)
    if (!this.#stopped) this.#options.changed()
  }

  #lost(loss: Loss): void {
    const copy = this.#copy!
    if (loss.lost === 'account') return this.#end('signed-out')
    const { now } = this.#options
    const why =
      loss.lost === 'refused'
        ? {
            code: loss.nack.code,
            rule: loss.nack.rule,
            ...(loss.nack.facts ? { facts: loss.nack.facts } : {}),
          }
        : null
    const pieces = copy.outbox.size > 0 ? this.#options.gather(copy) : []
    const offers = pieces.map((piece) => ({ id: idOf(piece), why, at: now(), piece }))
    this.#offers = [...this.#offers, ...offers]
    this.#replace(null)
  }

  #replace(place: Place | null): void {
    const { storage, account, document, now, random } = this.#options
    writePlace(storage, account, document, place)
    this.#options.closing()
    this.#copy?.destroy()
    this.#copy = null
    this.#scheduleKeeping()
    this.#resets = [...this.#resets.filter((at) => now() - at < resetsWindowMs), now()]
    if (this.#resets.length > resetsMax) {
      this.#stage = 'broken'
    } else {
      this.#stage = 'opening'
      const wait = this.#resets.length > 1 ? retryMs * this.#resets.length * (0.5 + random()) : 0
      this.#retryTimer = setTimeout(() => !this.#stopped && this.#open(null), wait)
    }
    this.#options.changed()
  }

  #closed(code: number): void {
    if (code === closeCode.signedOut) this.#end('signed-out')
    else if (code === closeCode.notAllowed || code === closeCode.notFound) this.#end('gone')
    else if (code === closeCode.tooMany) this.#crowd()
    else if (this.#copy) this.#lost({ lost: 'place' })
  }

  /** The hub holds no more connections: what is on screen stays, and this page tries again later. */
  #crowd(): void {
    const wait = crowdedMs * (0.5 + this.#options.random())
    if (!this.#copy?.isReady) this.#stage = 'crowded'
    this.#retryTimer = setTimeout(() => this.#copy?.connect(), wait)
    this.#options.changed()
  }

  /** Words stay on the device, and leave the screen: somebody else may be sitting here by now. */
  #end(stage: 'signed-out' | 'gone'): void {
    this.#stage = stage
    void this.keepNow().finally(() => {
      this.#letGo()
      this.#options.closing()
      this.#copy?.destroy()
      this.#copy = null
      this.#offers = []
      this.#stopped = true
      this.#options.changed()
    })
  }
}

const idOf = (piece: Piece): string => `${piece.client}.${piece.clock}.${piece.what}`

/** What earlier pages had not sent, after what they had already been given back; each once. */
function offersOf(records: readonly KeptRecord[], own: readonly Offer[]): Offer[] {
  const all = new Map<string, Offer>()
  for (const record of records) {
    for (const offer of record.offers) all.set(offer.id, offer)
    for (const piece of record.unsent) {
      const id = idOf(piece)
      if (!all.has(id)) all.set(id, { id, why: null, at: record.at, piece })
    }
  }
  for (const offer of own) all.set(offer.id, offer)
  return [...all.values()].toSorted((a, b) => a.at - b.at)
}
