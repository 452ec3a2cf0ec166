// Keeps the unconfirmed words of one page on the device, and what was given back until it is
// decided. In: the present copy, the device's store, the locks. Out: offers, and the record of
// this page. Keeps: at most a quarter of a second is unwritten; words of a living page are never
// taken by another.

import * as Y from 'yjs'
import type { AccountId, ClientId, DocumentId } from '#shared/ids.ts'
import type { DocumentCopy } from './document-copy.ts'
import type { Restored } from './document-life.ts'
import type { Holds, Place } from './document-place.ts'
import type { keep, KeptRecord, Offer, peek, Piece, take } from './kept-words.ts'

export interface KeeperOptions {
  readonly account: AccountId
  readonly document: DocumentId
  readonly holds: Holds
  readonly kept: {
    readonly keep: typeof keep
    readonly peek: typeof peek
    readonly take: typeof take
  }
  readonly now: () => number
  /** What a copy holds that the hub never confirmed, in words. */
  readonly gather: (copy: DocumentCopy) => readonly Piece[]
  readonly changed: () => void
}

const keepMs = 25

export class Keeper {
  readonly #options: KeeperOptions
  readonly #openedAt: number
  #copy: DocumentCopy | null = null
  #life = ''
  #offers: readonly Offer[] = []
  /** The clientID this page's words are kept under. */
  #client: ClientId | null = null
  #isKept = false
  #timer: ReturnType<typeof setTimeout> | null = null
  #fails = false

  constructor(options: KeeperOptions) {
    this.#options = options
    this.#openedAt = options.now()
  }

  get offers(): readonly Offer[] {
    return this.#offers
  }

  /** The device cannot keep anything. */
  get fails(): boolean {
    return this.#fails
  }

  /** What the page before a reload had not got across, if it is this tab's own. */
  async restorable({ client, life }: Place): Promise<Restored | null> {
    const { kept, account, document } = this.#options
    const record = await kept.peek(account, document, client, life)
    return record && record.updates.length > 0
      ? { life, epoch: record.epoch, updates: record.updates }
      : null
  }

  /** A copy is open: words of earlier pages the hub really does not have are offered here. */
  async begin(copy: DocumentCopy, life: string): Promise<void> {
    const { holds, kept, account, document } = this.#options
    const client = copy.doc.clientID
    const before = this.#life
    this.#copy = copy
    this.#life = life
    this.#client = client
    holds.hold(life)
    if (before !== '') holds.release(before)
    const heldElsewhere = await holds.held()
    // The copy before was this page's own: what it kept belongs here.
    const isHeld = (record: KeptRecord) => record.life !== before && heldElsewhere(record)
    const settle = (records: readonly KeptRecord[]) => this.#settle(copy, client, records)
    const record = await kept.take(account, document, isHeld, settle)
    if (!record) settle([])
    this.#isKept = this.#offers.length > 0 || copy.outbox.size > 0
    this.#options.changed()
  }

  #settle(copy: DocumentCopy, client: ClientId, records: readonly KeptRecord[]): KeptRecord {
    // What this copy has put back is on its way again, and is not offered as well.
    const others = records.map((record) =>
      record.life === copy.putBack ? { ...record, unsent: [] } : record,
    )
    this.#offers = offersOf(others, this.#offers).flatMap((offer) => {
      const piece = stillMissing(offer.piece, copy.doc)
      return piece ? [{ ...offer, piece }] : []
    })
    return this.#record(client)
  }

  /** A copy is lost: what it had not got across is given back. */
  giveBack(copy: DocumentCopy, why: Offer['why']): void {
    const { gather, now } = this.#options
    const pieces = copy.outbox.size > 0 ? gather(copy) : []
    const offers = pieces.map((piece) => ({ id: idOf(this.#life, piece), why, at: now(), piece }))
    this.#offers = [...this.#offers, ...offers]
    this.#copy = null
    this.schedule()
  }

  decide(id: string): void {
    this.#offers = this.#offers.filter((offer) => offer.id !== id)
    this.schedule()
  }

  /** Something may have changed: it is written within `keepMs`. */
  schedule(): void {
    const { length } = this.#offers
    const something = this.#isKept || length > 0 || (this.#copy?.outbox.size ?? 0) > 0
    if (this.#timer || !something) return
    this.#timer = setTimeout(() => void this.keepNow(), keepMs)
  }

  async keepNow(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#client === null) return
    const record = this.#record(this.#client)
    const empty = record.updates.length + record.offers.length === 0
    if (empty && !this.#isKept) return
    this.#isKept = !empty
    const fails = !(await this.#options.kept.keep(record, this.#openedAt))
    if (fails === this.#fails) return
    this.#fails = fails
    this.#options.changed()
  }

  /** Writes everything down and lets go: another page may take the words from now on. */
  async end(): Promise<void> {
    await this.keepNow()
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#life !== '') this.#options.holds.release(this.#life)
    this.#client = null
    this.#life = ''
    this.#copy = null
    this.#offers = []
  }

  /** Everything of this page that is to survive it, as it stands. */
  #record(client: ClientId): KeptRecord {
    const { account, document, now, gather } = this.#options
    const copy = this.#copy
    const mine = copy !== null && copy.outbox.size > 0 && copy.hello?.lease?.client === client
    return {
      account,
      document,
      client,
      at: now(),
      life: this.#life,
      epoch: copy?.hello?.epoch ?? '',
      unsent: mine ? gather(copy) : [],
      updates: mine ? copy.outbox.updates : [],
      offers: this.#offers,
    }
  }
}

/**
 * The piece, its missing end, or null when the hub has all of it. Compared by letters: a clientID
 * nothing was committed under is leased again, so the same clocks may hold other words by now.
 */
function stillMissing(piece: Piece, committed: Y.Doc): Piece | null {
  const arrived = arrivedOf(piece, committed)
  if (arrived === 0) return piece
  if (arrived >= piece.length) return null
  return {
    ...piece,
    clock: piece.clock + arrived,
    length: piece.length - arrived,
    words: piece.words.slice(arrived),
  }
}

/** How much of a piece, from its beginning, stands in the document under its own identity. */
function arrivedOf({ what, client, clock, length, words }: Piece, { store }: Y.Doc): number {
  const structs = store.clients.get(client)
  if (!structs || clock >= Y.getState(store, client)) return 0
  let arrived = 0
  for (let i = Y.findIndexSS(structs, clock); i < structs.length && arrived < length; i++) {
    const item = structs[i]!
    if (!(item instanceof Y.Item) || item.deleted) break
    if (what === 'deletion') return item.parentSub?.startsWith('d/') ? length : 0
    if (!(item.content instanceof Y.ContentString)) break
    const letters = item.content.str.slice(clock + arrived - item.id.clock)
    for (let at = 0; at < letters.length && arrived < length; at++, arrived++) {
      if (letters[at] !== words[arrived]) return arrived
    }
  }
  return arrived
}

/** Clocks alone would not do: see `stillMissing`. */
const idOf = (life: string, { client, clock, what }: Piece): string =>
  `${life}.${client}.${clock}.${what}`

/** What earlier pages had not sent, after what they had already been given back; each once. */
function offersOf(records: readonly KeptRecord[], own: readonly Offer[]): Offer[] {
  const all = new Map<string, Offer>()
  for (const record of records) {
    for (const offer of record.offers) all.set(offer.id, offer)
    for (const piece of record.unsent) {
      const id = idOf(record.life, piece)
      if (!all.has(id)) all.set(id, { id, why: null, at: record.at, piece })
    }
  }
  for (const offer of own) all.set(offer.id, offer)
  return [...all.values()].toSorted((a, b) => a.at - b.at)
}
