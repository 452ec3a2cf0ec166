// The story of an edit, on one screen: an open document on this hub. In: submissions, joins, acts. Out:
// committed rows to everyone. Keeps: one thing at a time — take, admit, append (COMMIT), show, ACK; what
// is not on disk is in nobody's hands but the author's (I1, I3, I5).

import type { ClientId, DocumentId } from '#shared/ids.ts'
import { mint, type BatchId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import type { Refusal } from '#shared/refusal.ts'
import { closeCode, encodeJson, message, type Ack } from '#shared/wire.ts'
import type { Head } from '../db/store.ts'
import type { World } from '../hub-types.ts'
import { Acts, type Act, type Alongside } from './acts.ts'
import { admitTick, type Part, type Submission, type Verdict } from './admission/admission.ts'
import type { Connection } from './connection.ts'
import type { Leases } from './people/leases.ts'
import { isAct, metaOfTick } from './meta.ts'
import { Pulse } from './pulse.ts'
import { RoomPeople } from './people/room-people.ts'
import type { Refusals } from './people/refusals.ts'
import { submissionOf, type Waiting } from './submission.ts'
import { emptyUpdate, type WorkingText } from './working-text.ts'
import { Writer, type Outcome } from './writer.ts'

export interface RoomParts {
  readonly world: World
  readonly document: DocumentId
  readonly head: Head
  readonly text: WorkingText
  readonly leases: Leases
  readonly refusals: Refusals
  readonly onFailure: (error: unknown) => void
}

export class Room {
  readonly people: RoomPeople
  readonly #world: World
  readonly #document: DocumentId
  readonly #text: WorkingText
  readonly #leases: Leases
  readonly #refusals: Refusals
  readonly #writer: Writer
  readonly #pulse: Pulse
  #waiting: Waiting[] = []
  readonly #acts = new Acts()
  #snapshotSeq: number

  constructor(parts: RoomParts) {
    this.#world = parts.world
    this.#document = parts.document
    this.#text = parts.text
    this.#leases = parts.leases
    this.#refusals = parts.refusals
    this.#snapshotSeq = parts.text.base.seq
    this.#pulse = new Pulse(() => this.#beat(), parts.onFailure)
    this.#writer = new Writer(parts.world, parts.document, parts.head, (stalled) =>
      this.people.tellAll(encodeJson(message.trouble, { stalled })),
    )
    this.people = new RoomPeople(parts.world, parts.text, parts.leases, {
      submit: (connection, bytes) => this.#submit(connection, bytes),
      head: () => this.#writer.head,
      stalled: () => this.#writer.stalled,
      // Between beats the document in hand equals the committed state and may be folded for joiners.
      mayFold: () => !this.#pulse.beating && !this.#writer.stalled,
      settledFor: (client) => this.#pulse.quiet(() => !this.#concerns(client)),
    })
  }

  get head(): Head {
    return this.#writer.head
  }

  /** Nothing is waiting and nothing is on its way to the disk. */
  get isIdle(): boolean {
    return !this.#pulse.beating && this.#waiting.length === 0 && this.#acts.size === 0
  }

  /** Resolves once everything received so far is settled. */
  settled(): Promise<void> {
    return this.#pulse.quiet(() => this.isIdle)
  }

  /** A recorded act without words, such as a change of phase: one row, with what it writes. */
  act(meta: string, alongside: Alongside): Promise<Head | Refusal> {
    const result = this.#acts.add(this.#row(emptyUpdate, meta), alongside)
    this.#pulse.start()
    return result
  }

  #submit(connection: Connection, bytes: Uint8Array): void {
    this.#waiting.push({ connection, bytes, frame: connection.received })
    this.#pulse.start()
  }

  /** One beat: an act, or a tick of submissions. True when there is more to do. */
  async #beat(): Promise<boolean> {
    const act = this.#acts.next
    if (act) await this.#perform(act)
    else if (this.#waiting.length > 0) await this.#tick()
    this.#fold()
    return this.#acts.size > 0 || this.#waiting.length > 0
  }

  async #perform(act: Act): Promise<void> {
    let outcome: Outcome
    try {
      outcome = await this.#writer.write(act.row, act.alongside)
    } catch (error) {
      // Its own story is broken: nothing was written, and the text goes on.
      this.#acts.finish(act)
      return act.failed(error)
    }
    if ('overtaken' in outcome) return this.#catchUp()
    if ('failed' in outcome) return this.#pulse.rest(limits.appendRetryMs)
    this.#acts.finish(act)
    if ('refused' in outcome) return act.done(outcome.refused)
    this.#commit(emptyUpdate, outcome.committed)
    this.#standAnew()
    act.done(outcome.committed)
  }

  /** What everybody may do has changed: nothing sent under the old standing counts. */
  #standAnew(): void {
    this.people.closeAll(closeCode.standingChanged, 'the text has moved on')
    this.#waiting = []
  }

  /** Is anything written under this clientID waiting, or on its way to the disk? */
  #concerns(client: ClientId): boolean {
    const waits = ({ connection }: Waiting) =>
      connection.client === client && !this.people.reception.isFenced(connection)
    return this.#pulse.beating || this.#waiting.some(waits)
  }

  async #tick(): Promise<void> {
    const batch = this.#take()
    const { verdicts, update } = admitTick(this.#text, batch.map(this.#submission))
    const parts: (Part & { of: Waiting })[] = []
    const passedOver = new Set<Connection>()
    const again: Waiting[] = []
    for (const [i, verdict] of verdicts.entries()) {
      const of = batch[i]!
      if ('refusal' in verdict) {
        // What follows a passed-over update in the same tick was not judged at all.
        if (passedOver.has(of.connection)) again.push(of)
        else this.#turnDown(of, verdict, passedOver)
      } else if (verdict.changed) parts.push({ ...verdict.admitted, of })
    }
    this.#waiting = [...again, ...this.#waiting]
    const used = new Set(parts.map(({ client }) => client))
    for (const [i, { connection }] of batch.entries()) {
      const refused = 'refusal' in verdicts[i]!
      if (refused && !used.has(connection.client)) this.people.reception.dropClaim(connection)
    }
    const survivors = batch.filter((_, i) => !('refusal' in verdicts[i]!))
    if (!update) return this.#acknowledge(survivors)

    const rowParts = parts.map(({ of, ...part }) => ({
      ...part,
      account: of.connection.visitor.account,
      party: of.connection.visitor.standing.party,
    }))
    const claims = this.#claims(rowParts)
    const row = this.#row(update, metaOfTick(rowParts))
    const alongside = claims.length > 0 ? this.#leases.recordClaims(claims, row.at) : undefined
    const outcome = await this.#writer.write(row, alongside)
    await this.#conclude(outcome, update, survivors, rowParts)
  }

  async #conclude(
    outcome: Outcome,
    update: Uint8Array,
    survivors: Waiting[],
    parts: readonly Part[],
  ): Promise<void> {
    if ('committed' in outcome) {
      for (const { client } of parts) if (client !== null) this.#leases.used(client)
      this.people.introduce(parts)
      this.#commit(update, outcome.committed)
      return this.#acknowledge(survivors)
    }
    // Nothing of it is on disk: nothing of it may stay in memory (I5). It is judged again.
    this.#text.discard()
    for (const { connection } of survivors) this.people.reception.dropClaim(connection)
    this.#waiting = [...survivors, ...this.#waiting]
    if ('overtaken' in outcome) return this.#catchUp()
    this.#pulse.rest(limits.appendRetryMs)
  }

  #commit(payload: Uint8Array, { seq }: Head): void {
    const row = { seq, payload }
    this.#text.committed(row)
    this.people.show(row)
  }

  #acknowledge(settled: readonly Waiting[]): void {
    const at = this.#world.clock.now()
    const upTo = new Map<Connection, number>()
    for (const { connection, frame, bytes } of settled) {
      connection.settle(frame, bytes.length)
      upTo.set(connection, frame)
    }
    for (const [connection, frame] of upTo) {
      const ack: Ack = { upTo: frame, seq: this.#writer.head.seq, at }
      if (connection.isOurs) connection.send(encodeJson(message.ack, ack))
    }
    this.people.presenceMayMove()
  }

  /** Refused, unless it is an early update of a stock client: that one comes again in its step 2. */
  #turnDown(
    waiting: Waiting,
    { refusal, applied }: Extract<Verdict, { refusal: Refusal }>,
    passedOver: Set<Connection>,
  ): void {
    const { connection, frame, bytes } = waiting
    const hasGap = refusal.refused === 'not-whole' && !applied
    if (!hasGap || !connection.mayBeEarly(frame)) return this.#refuse(waiting, refusal)
    passedOver.add(connection)
    connection.settle(frame, bytes.length)
  }

  #refuse({ connection, frame, bytes }: Waiting, refusal: Refusal): void {
    connection.settle(frame, bytes.length)
    if (!connection.ended) this.#refusals.refuse(this.#document, connection, frame, refusal)
  }

  #take(): Waiting[] {
    const now = this.#waiting.splice(0, limits.updatesPerTickMax)
    return now.filter(({ connection }) => !this.people.reception.isFenced(connection))
  }

  readonly #submission = (waiting: Waiting): Submission =>
    submissionOf(waiting, this.#text, this.#leases, this.people.reception)

  /** Leases of stock clients that this row uses first. */
  #claims(parts: readonly Part[]) {
    const clients = new Set(parts.map(({ client }) => client))
    return [...clients].filter((client) => client !== null && this.#leases.isStaged(client))
  }

  #row(payload: Uint8Array, meta: string) {
    const { random, clock } = this.#world
    return { batch: mint<BatchId>(random, 26), payload, meta, at: clock.now() }
  }

  /** Another hub was faster: its rows come first, and everything waiting is judged again. */
  async #catchUp(): Promise<void> {
    const { journal } = this.#world.store
    const rows = await journal.rows(this.#document, this.#writer.head.seq)
    const last = rows.at(-1)
    if (!last) return this.#pulse.rest(limits.appendRetryMs)
    await this.#leases.reload()
    this.#text.adopt(rows)
    this.#writer.head = { epoch: last.epoch, seq: last.seq, hash: last.hash }
    this.people.introduceAll()
    for (const row of rows) this.people.show(row)
    if (rows.some(({ meta }) => isAct(meta))) this.#standAnew()
    this.#acts.recognise(rows, this.#writer.head)
  }

  #fold(): void {
    if (!this.#text.tailIsLong || this.#writer.stalled) return
    const { seq } = this.#text.fold()
    if (seq - this.#snapshotSeq >= limits.snapshotTailRowsMax) this.saveSnapshot()
  }

  /** Folds and stores what is committed; the next opening reads less. */
  saveSnapshot(): Promise<void> {
    const { seq, payload } = this.#text.fold()
    if (seq === this.#snapshotSeq) return Promise.resolve()
    this.#snapshotSeq = seq
    const snapshot = { epoch: this.#writer.head.epoch, seq, state: payload }
    return this.#world.store.journal.saveSnapshot(this.#document, snapshot).catch(() => {
      this.#world.log.warn({ document: this.#document, seq }, 'snapshot not saved')
    })
  }

  /** Whoever is still here must come back later. */
  close(code: number, reason: string): void {
    this.people.closeAll(code, reason)
    this.people.stop()
    this.#pulse.stop()
    this.#acts.failAll(`the room was closed: ${reason}`)
    this.#text.discard()
  }
}
