// The people of a room: who comes in, under which lease, who is shown what, who is here. In:
// connections. Out: HELLO, LEASES, the committed text, presence. Keeps: HELLO after the lease is on disk;
// the old page of a lease is out before the lease passes on; LEASES before the first frame that uses a
// new clientID; names only to one's own delegation and the secretariat.

import { encodeJson, encodeSync, message, syncStep1, closeCode } from '#shared/wire.ts'
import type { Hello, LeaseFact } from '#shared/wire.ts'
import type { ClientId } from '#shared/ids.ts'
import { mintClientId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import type { Head } from '../../db/store.ts'
import type { World } from '../../hub-types.ts'
import type { Part } from '../admission/admission.ts'
import { nameFor, type Audience } from './audience.ts'
import type { Connection } from '../connection.ts'
import { binaryFrame } from '../frames.ts'
import type { Lease, Leases } from './leases.ts'
import { Presence } from './presence.ts'
import { Readers } from './readers.ts'
import { Reception, type Granted } from './reception.ts'
import type { CommittedRow, WorkingText } from '../working-text.ts'

interface RoomSide {
  submit(connection: Connection, bytes: Uint8Array): void
  head(): Head
  stalled(): boolean
  mayFold(): boolean
  /** Nothing written under this clientID waits or is on its way to the disk. */
  settledFor(client: ClientId): Promise<void>
}

export class RoomPeople {
  readonly #world: World
  readonly #text: WorkingText
  readonly #leases: Leases
  readonly #room: RoomSide
  readonly #readers: Readers
  readonly #presence: Presence<Connection>
  /** Everybody with an open socket, joined or not yet. */
  readonly #present = new Set<Connection>()
  readonly reception: Reception
  /** ClientIDs every page of ours has been told about. */
  readonly #introduced = new Set<ClientId>()
  #lastFold = -Infinity
  #presenceTimer: NodeJS.Timeout | null = null
  readonly #housekeeping: NodeJS.Timeout
  #beats = 0
  #stopped = false

  constructor(world: World, text: WorkingText, leases: Leases, room: RoomSide) {
    this.#world = world
    this.#text = text
    this.#leases = leases
    this.#room = room
    this.#readers = new Readers(world.clock)
    this.#presence = new Presence((connection, client) => {
      const lease = leases.get(client)
      return lease === null || lease.account === connection.visitor.account
    })
    const present = this.#present
    const epoch = () => room.head().epoch
    this.reception = new Reception({ leases, present, epoch, settledFor: room.settledFor })
    this.#housekeeping = setInterval(() => this.#keepHouse(), housekeepingMs)
    this.#housekeeping.unref()
  }

  get count(): number {
    return this.#present.size
  }

  [Symbol.iterator](): IterableIterator<Connection> {
    return this.#present.values()
  }

  /** Lets a connection in: lease first, on disk; then HELLO; then its frames are read. */
  async enter(connection: Connection): Promise<void> {
    // The room was given up in the very moment somebody came: they come again.
    if (this.#stopped) return connection.close(closeCode.roomFailed, 'the text is opened again')
    this.#present.add(connection)
    let lease: Granted | null
    try {
      lease = await this.reception.lease(connection)
    } catch (error) {
      // Nothing was leased: nobody is here, and the next page may come.
      this.#forget(connection)
      throw error
    }
    if (connection.ended) return this.#forget(connection)
    if (lease) connection.client = lease.lease.client
    const { person } = connection.visitor
    const id = lease?.lease.client ?? mintClientId(this.#world.random)
    this.#presence.enter(connection, id, person)
    connection.open({
      join: (reader) => this.#join(reader),
      submit: (author, bytes) => this.#room.submit(author, bytes),
      receivePresence: (from, update) => this.#receivePresence(from, update),
      sendPresence: (to) => this.#sendPresence(to),
      leave: (leaving) => this.#forget(leaving),
    })
    if (connection.isOurs) this.#greet(connection, lease)
    else this.#follow(connection)
    connection.resume()
    this.presenceMayMove()
  }

  #greet(connection: Connection, lease: Granted | null): void {
    const { epoch, seq } = this.#room.head()
    const { standing, audience } = connection.visitor
    const hello: Hello = {
      account: connection.visitor.account,
      epoch,
      seq,
      lease: lease && {
        client: lease.lease.client,
        token: lease.token,
        party: lease.lease.party,
      },
      resumed: lease?.resumed ?? false,
      writing: standing.writing,
      ...(standing.readsBecause ? { readsBecause: standing.readsBecause } : {}),
      leases: [...this.#leases.all].map((one) => factFor(one, audience)),
    }
    connection.send(encodeJson(message.hello, hello))
    if (this.#room.stalled()) connection.send(encodeJson(message.trouble, { stalled: true }))
  }

  #sendPresence(connection: Connection): void {
    // Who reads nothing is not sent more of it (I9).
    if (connection.unsentBytes > limits.slowReaderSoftBytes) return
    connection.send(this.#presence.all(connection.visitor.audience))
  }

  #join(connection: Connection): void {
    const now = this.#world.clock.now()
    const worthIt = this.#text.hasDocument && this.#text.tail.length > 0
    if (worthIt && this.#room.mayFold() && now - this.#lastFold > foldForJoinersMs) {
      this.#lastFold = now
      this.#text.fold()
    }
    const first = !connection.joined
    const { returning } = connection
    const comesBack = first && returning?.epoch === this.#room.head().epoch
    const seen = comesBack ? returning.seq : null
    if (seen === null || !this.#readers.catchUp(connection, this.#text, seen)) {
      this.#readers.join(connection, this.#text)
    }
    if (first) this.#sendPresence(connection)
  }

  /** As a stock hub does: asked what it lacks, shown every row from now on, before it asks itself. */
  #follow(connection: Connection): void {
    connection.send(encodeSync(syncStep1, this.#readers.vector(this.#text)))
    this.#readers.follow(connection, this.#room.head().seq)
    this.#sendPresence(connection)
  }

  /** LEASES to pages of ours, before the frame that first uses these clientIDs. */
  introduce(parts: readonly Part[]): void {
    const fresh: Lease[] = []
    for (const { client } of parts) {
      if (client === null || this.#introduced.has(client)) continue
      this.#introduced.add(client)
      const lease = this.#leases.get(client)
      if (lease) fresh.push(lease)
    }
    if (fresh.length > 0) this.#sendLeases(fresh)
  }

  introduceAll(): void {
    this.#sendLeases([...this.#leases.all])
  }

  #sendLeases(leases: readonly Lease[]): void {
    this.#perAudience(
      (audience) =>
        encodeJson(message.leases, { leases: leases.map((one) => factFor(one, audience)) }),
      (connection) => connection.isOurs,
    )
  }

  show(row: CommittedRow): void {
    this.#readers.show(row)
  }

  tellAll(message: Uint8Array): void {
    const frame = binaryFrame(message)
    for (const connection of this.#present) if (connection.isOurs) connection.write(frame)
  }

  #receivePresence(connection: Connection, update: Uint8Array): boolean {
    // A caret may stand behind words that are not on disk yet: it is shown after them.
    const wordsBefore = connection.received
    const ready = () => connection.settled >= wordsBefore
    const sane = this.#presence.receive(connection, update, ready)
    if (sane) this.presenceMayMove()
    return sane
  }

  presenceMayMove(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = null
      if (!this.#presence.settle()) return
      this.#perAudience(
        (audience) => this.#presence.changes(audience),
        (connection) => connection.joined && connection.keepsUp,
      )
      this.#presence.told()
    }, limits.presenceTickMs)
  }

  /** One encoding per audience, one frame for all of it. */
  #perAudience(
    encode: (audience: Audience) => Uint8Array,
    wants: (connection: Connection) => boolean,
  ): void {
    const frames = new Map<Audience, Buffer>()
    for (const connection of this.#present) {
      if (!wants(connection)) continue
      const { audience } = connection.visitor
      let frame = frames.get(audience)
      if (!frame) frames.set(audience, (frame = binaryFrame(encode(audience))))
      connection.write(frame)
    }
  }

  #keepHouse(): void {
    if (this.#readers.anyBehind) this.#readers.mend(this.#text)
    this.#beats++
    if (this.#beats % Math.round(limits.presenceHeartbeatMs / housekeepingMs) === 0) {
      this.#presence.heartbeat()
      this.presenceMayMove()
    }
    if (this.#beats % Math.round(limits.pingMs / housekeepingMs) === 0) {
      for (const connection of this.#present) if (!connection.ping()) connection.terminate()
    }
  }

  #forget(connection: Connection): void {
    this.#present.delete(connection)
    this.#readers.remove(connection)
    this.#presence.leave(connection)
    this.#leases.release(connection)
    this.presenceMayMove()
  }

  closeAll(code: number, reason: string): void {
    for (const connection of this.#present) {
      this.reception.fence(connection, code, reason)
    }
  }

  stop(): void {
    this.#stopped = true
    clearInterval(this.#housekeeping)
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer)
  }
}

const housekeepingMs = 200
/** Joiners within this time of a fold are sent the few rows since instead of a new encoding. */
const foldForJoinersMs = 250

function factFor({ client, party, name }: Lease, audience: Audience): LeaseFact {
  const shown = nameFor(audience, party, name)
  return shown ? { client, party, name: shown } : { client, party }
}
