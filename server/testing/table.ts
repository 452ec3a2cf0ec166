// A negotiating table for tests: a real store, real rooms, delegations in memory. In: what the text says
// and who is seated. Out: `table.seat('BR').types('shall')`, and everything the sockets carried. Keeps:
// nothing of the pipe is replaced but the TCP socket.

import { EventEmitter } from 'node:events'
import { pino } from 'pino'
import type { IncomingMessage } from 'node:http'
import type * as Y from 'yjs'
import type { AccountId, DocumentId, LoginHash, PartyCode, ProcessId, SeatId } from '#shared/ids.ts'
import type { BatchId } from '#shared/ids.ts'
import type { BlockAttributes } from '#shared/document/blocks.ts'
import type { Phase } from '#shared/law/phases.ts'
import type { Role } from '#shared/roles.ts'
import { genesis } from '../db/store.ts'
import type { Asker, HubSignals, World } from '../hub-types.ts'
import { createCollab, type CollabDoor } from '../negotiation/collab.ts'
import { Delegate, type Dial } from './delegate.ts'
import { faulty, type FaultyStore } from './faulty-store.ts'
import { MemorySocket } from './memory-socket.ts'
import { seededRandom, seededBytes } from './random.ts'
import { plantDocument, temporaryStore, testNow } from './temporary-store.ts'
import { textWith } from './texts/text-with.ts'

export interface TableOptions {
  /** Words of the base blocks, or whole attributes. */
  readonly blocks?: readonly (string | (Partial<BlockAttributes> & { words: string }))[]
  readonly phase?: Phase
  readonly seed?: number
  readonly shared?: 0 | 1
}

interface Lane {
  (deliver: () => void): void
  cut(): void
}

/** A delegate at this table: its account, and the socket it holds. */
export class Seated extends Delegate {
  readonly who: Asker
  socket: MemorySocket

  constructor(table: Table, who: Asker, party: PartyCode, stock: boolean) {
    const dial: Dial = (query, onMessage, onClose) => {
      const [up, down] = [table.lane(), table.lane()]
      const late = (bytes: Uint8Array) => down(() => onMessage(bytes))
      this.socket = new MemorySocket(late, (code) => down(() => onClose(code)))
      const request = { url: `/collab/x${query}`, socket: this.socket.asRaw }
      const { collab, document } = table
      collab.connect(this.socket.asWebSocket, request as IncomingMessage, this.who, document)
      const { socket } = this
      return {
        send: (bytes) => up(() => socket.receive(bytes)),
        // What is under way in either direction is lost with the line.
        cut: () => {
          up.cut()
          down.cut()
          socket.close(1006)
        },
      }
    }
    super(dial, party, stock)
    this.who = who
    this.socket = new MemorySocket(
      () => {},
      () => {},
    )
  }
}

export class Table {
  readonly document = 'declaration' as DocumentId
  readonly process = 'csm' as ProcessId
  readonly store: FaultyStore
  readonly world: World
  readonly log: string[] = []
  collab: CollabDoor
  now = testNow
  /** Milliseconds a message is under way, asked for each; null: it arrives at once. */
  latency: (() => number) | null = null
  #underWay = 0
  readonly #delegates: Seated[] = []
  #accounts = 0

  private constructor(store: FaultyStore, seed: number) {
    this.store = store
    const { log } = this
    const stream = { write: (line: string) => void log.push(line) }
    this.world = {
      store,
      clock: { now: () => this.now },
      random: seededBytes(seededRandom(seed)),
      log: pino({ level: 'info' }, stream),
      signals: new EventEmitter<HubSignals>(),
    }
    this.collab = createCollab(this.world)
  }

  static async open(options: TableOptions = {}): Promise<Table> {
    const store = faulty(await temporaryStore())
    const table = new Table(store, options.seed ?? 1)
    await plantDocument(store, table.document)
    await store.transaction(async (tx) => {
      const { phase = 'negotiating', shared = 1 } = options
      await tx.updateTable('document').set({ phase, shared }).execute()
    })
    const payload = textWith(
      options.blocks ?? ['The States affirm the need.', 'The Committee meets.'],
    )
    const row = { batch: 'first' as BatchId, payload, meta: '{"v":1}', at: table.now }
    const head = { epoch: 'epoch1', seq: 0, hash: genesis }
    await store.journal.append(table.document, head, [row])
    return table
  }

  /** An account with a seat; connected as a page of ours unless `stock`. */
  async seat(
    party: string,
    { role = 'delegate', stock = false, speaks = 1 as 0 | 1, connect = true } = {} as {
      role?: Role
      stock?: boolean
      speaks?: 0 | 1
      connect?: boolean
    },
  ): Promise<Seated> {
    const number = ++this.#accounts
    const account = `account${number}` as AccountId
    await this.store.transaction(async (tx) => {
      await tx
        .insertInto('account')
        .values({
          id: account,
          email: `${account}@example.org`,
          name: `Person ${number} of ${party}`,
          password: null,
          language: 'en',
          created_at: this.now,
        })
        .execute()
      await tx
        .insertInto('seat')
        .values({
          id: `seat${number}` as SeatId,
          process_id: this.process,
          account_id: account,
          role,
          party: party as PartyCode,
          speaks,
          writing_suspended_at: null,
          created_at: this.now,
          ended_at: null,
        })
        .execute()
    })
    const login = `login${number}` as LoginHash
    const delegate = new Seated(this, { account, login }, party as PartyCode, stock)
    this.#delegates.push(delegate)
    if (connect) await delegate.connect()
    return delegate
  }

  /** One direction of a line: in order, each message as late as `latency` says. */
  lane(): Lane {
    const queue: (() => void)[] = []
    let whole = true
    const next = () => {
      this.#underWay--
      if (whole) queue.shift()?.()
      if (whole && queue.length > 0) schedule()
    }
    const schedule = () => {
      this.#underWay++
      setTimeout(next, this.latency?.() ?? 0)
    }
    const lane = (deliver: () => void) => {
      if (!whole) return
      if (!this.latency && queue.length === 0) deliver()
      else if (queue.push(deliver) === 1) schedule()
    }
    return Object.assign(lane, { cut: () => void (whole = false) })
  }

  chair(): Promise<Seated> {
    return this.seat('CHAIR', { role: 'chair' })
  }

  get delegates(): readonly Seated[] {
    return this.#delegates
  }

  /** Until everything sent has been answered, or refused, and nothing moves any more. */
  async settle(): Promise<void> {
    for (let quiet = 0, rounds = 0; quiet < 3; rounds++) {
      if (rounds > 4_000) throw new Error('the table does not come to rest')
      const waiting = this.#underWay > 0 || this.#delegates.some((delegate) => delegate.waits)
      quiet = waiting ? 0 : quiet + 1
      await new Promise((resolve) => setTimeout(resolve, waiting ? 2 : 4))
    }
  }

  /** The words of every block in reading order, the same for all who are connected, or it throws. */
  everyoneReads(): string[] {
    const readers = this.#delegates.filter((delegate) => delegate.isOpen)
    const texts = readers.map((delegate) => delegate.reads())
    for (const text of texts) {
      if (JSON.stringify(text) !== JSON.stringify(texts[0])) {
        throw new Error(`readers differ:\n${texts.map((t) => JSON.stringify(t)).join('\n')}`)
      }
    }
    return texts[0] ?? []
  }

  /** The text as a hub that has just started reads it from the disk. */
  async onDisk(): Promise<Y.Doc> {
    const { rebuilt } = await import('./texts/text-with.ts')
    return rebuilt(await this.store.journal.rows(this.document, 0))
  }

  /** The hub dies without warning and comes back on the same disk. */
  async restartHub(): Promise<void> {
    for (const delegate of this.#delegates) delegate.cut()
    this.world.signals.removeAllListeners()
    this.collab = createCollab(this.world)
  }

  async close(): Promise<void> {
    this.store.failEverything(false)
    this.store.release()
    this.store.holdCommits(0)
    for (const delegate of this.#delegates) delegate.cut()
    await this.collab.drain()
    await this.store.close()
  }
}
