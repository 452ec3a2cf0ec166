// Which documents are open on this hub. In: a document id. Out: its room, loaded once. Keeps: one room a
// document, one loading at a time, nothing sent before it ends; a room with words on their way to the
// disk is never dropped; memory is released when nobody is left (I9).

import { must } from '#shared/assert.ts'
import type { DocumentId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { refuse, isRefusal, type Refusal } from '#shared/refusal.ts'
import { closeCode } from '#shared/wire.ts'
import type { Head, Tx } from '../db/store.ts'
import type { World } from '../hub-types.ts'
import { Leases, readLeases } from './people/leases.ts'
import { Refusals } from './people/refusals.ts'
import { Room } from './room.ts'
import { WorkingText } from './working-text.ts'

export class Rooms {
  readonly #world: World
  readonly #refusals: Refusals
  readonly #rooms = new Map<DocumentId, Promise<Room>>()
  readonly #idleSince = new Map<DocumentId, number>()
  readonly #sweeper: NodeJS.Timeout

  constructor(world: World) {
    this.#world = world
    this.#refusals = new Refusals(world)
    this.#sweeper = setInterval(() => void this.#sweep(), sweepMs)
    this.#sweeper.unref()
  }

  get size(): number {
    return this.#rooms.size
  }

  /** The room of a document that exists; rejects when it cannot be read. */
  async open(document: DocumentId): Promise<Room | Refusal> {
    const known = this.#rooms.get(document)
    if (known) return known
    if (this.#rooms.size >= limits.roomsOpenMax) return refuse('busy')
    const loading = this.#load(document)
    this.#rooms.set(document, loading)
    loading.catch(() => this.#forget(document, loading))
    return loading
  }

  /** The room if it is open; never opens it. */
  async ifOpen(document: DocumentId): Promise<Room | null> {
    return (await this.#rooms.get(document)?.catch(() => null)) ?? null
  }

  async #load(document: DocumentId): Promise<Room> {
    const { journal } = this.#world.store
    const snapshot = await journal.snapshot(document)
    const rows = await journal.rows(document, snapshot?.seq ?? 0)
    const leases = new Leases(this.#world, document, await readLeases(this.#world, document))
    const first = snapshot
      ? { seq: snapshot.seq, payload: snapshot.state }
      : must(rows.shift(), 'the first row of a journal')
    const last = rows.at(-1)
    // The rows are the authority: a head that moved while we read is met as a conflict later.
    const head: Head = last ?? must(await journal.head(document), 'the head of a journal')
    const room: Room = new Room({
      world: this.#world,
      document,
      head: { epoch: head.epoch, seq: last?.seq ?? first.seq, hash: head.hash },
      text: new WorkingText(first, rows, leases.partyOf),
      leases,
      refusals: this.#refusals,
      onFailure: (error) => this.#fail(document, room, error),
    })
    return room
  }

  /** A bug ended this room: it opens again from the journal, and the others never notice. */
  #fail(document: DocumentId, room: Room, error: unknown): void {
    const stack = error instanceof Error ? error.stack : String(error)
    this.#world.log.error({ document, stack }, 'a room failed')
    this.#rooms.delete(document)
    room.close(closeCode.roomFailed, 'the text is opened again')
  }

  #forget(document: DocumentId, loading: Promise<Room>): void {
    if (this.#rooms.get(document) === loading) this.#rooms.delete(document)
    this.#idleSince.delete(document)
  }

  async #sweep(): Promise<void> {
    const now = this.#world.clock.now()
    for (const [document, loading] of this.#rooms) {
      const room = await loading.catch(() => null)
      if (!room || room.people.count > 0 || !room.isIdle) {
        this.#idleSince.delete(document)
        continue
      }
      const since = this.#idleSince.get(document)
      if (since === undefined) this.#idleSince.set(document, now)
      else if (now - since >= limits.roomIdleMs) await this.#retire(document, loading, room)
    }
  }

  async #retire(document: DocumentId, loading: Promise<Room>, room: Room): Promise<void> {
    await room.saveSnapshot()
    // Somebody may have come in meanwhile.
    if (room.people.count > 0 || !room.isIdle) return
    this.#forget(document, loading)
    room.close(closeCode.roomFailed, 'nobody was left')
  }

  /** A recorded act in the room's own queue, together with what it writes. */
  async act(
    document: DocumentId,
    meta: string,
    alongside: (tx: Tx) => Promise<Refusal | void>,
  ): Promise<Head | Refusal> {
    const room = await this.open(document)
    return isRefusal(room) ? room : await room.act(meta, alongside)
  }

  /** Settles what was received, stores snapshots, and sends everybody away until later. */
  async drain(): Promise<void> {
    clearInterval(this.#sweeper)
    for (const loading of this.#rooms.values()) {
      const room = await loading.catch(() => null)
      if (!room) continue
      await Promise.race([room.settled(), patience()])
      if (room.isIdle) await room.saveSnapshot()
      room.close(closeCode.draining, 'the hub is restarting')
    }
    this.#rooms.clear()
  }
}

const sweepMs = 5_000
const drainMsMax = 5_000

/** A store that cannot write keeps no hub from stopping: what is not acknowledged stays with its author. */
function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, drainMsMax).unref()
  })
}
