// Who may write under which clientID: the reception of a room. In: a connection that comes in, or a
// stock client's claim. Out: a lease, on disk. Keeps: the old page of a lease is out, and what it had
// sent is settled, before the lease passes on.

import type { ClientId } from '#shared/ids.ts'
import { closeCode } from '#shared/wire.ts'
import type { Connection } from '../connection.ts'
import type { Lease, Leases } from './leases.ts'

export interface Granted {
  readonly lease: Lease
  readonly token: string
  readonly resumed: boolean
}

export interface ReceptionSide {
  readonly leases: Leases
  readonly present: ReadonlySet<Connection>
  epoch(): string
  /** Nothing written under this clientID waits or is on its way to the disk. */
  settledFor(client: ClientId): Promise<void>
}

export class Reception {
  readonly #side: ReceptionSide
  /** Their waiting frames are dropped: their lease passed on, or their standing changed. */
  readonly #fenced = new WeakSet<Connection>()

  constructor(side: ReceptionSide) {
    this.#side = side
  }

  isFenced(connection: Connection): boolean {
    return this.#fenced.has(connection)
  }

  fence(connection: Connection, code: number, reason: string): void {
    this.#fenced.add(connection)
    connection.close(code, reason)
  }

  /** Pages of ours are leased a clientID; a stock client's own is leased when it first writes. */
  async lease(connection: Connection): Promise<Granted | null> {
    const { returning, visitor } = connection
    const { account, person, standing } = visitor
    if (!returning || !standing.writing) return null
    const { leases } = this.#side
    const { client, token } = returning
    const sameEpoch = returning.epoch === null || returning.epoch === this.#side.epoch()
    const by = { account, party: standing.party, name: person.name }
    const resumed =
      client !== null && token !== null && sameEpoch ? leases.resumable(by, client, token) : null
    const lease = resumed ?? leases.spare(by)
    if (lease) await this.#passOn(lease.client, connection)
    const granted = await leases.grant(by, lease, resumed ? token : null)
    leases.hold(granted.lease.client, connection)
    return { ...granted, resumed: resumed !== null }
  }

  async #passOn(client: ClientId, heir: Connection): Promise<void> {
    const holder = this.#side.leases.holder(client)
    this.#side.leases.hold(client, heir)
    if (holder !== heir) this.#displace(holder)
    // What was received under this lease before is settled first: the state shows it all.
    await this.#side.settledFor(client)
  }

  /** A stock client has claimed this clientID. */
  writesUnder(connection: Connection, client: ClientId): void {
    const { leases, present } = this.#side
    connection.client = client
    const holder = leases.holder(client)
    // A provider that changed networks is back before its old socket was known to be dead.
    if (holder !== connection) this.#displace(holder)
    // Its last words may be judged after it has left: then nobody holds the lease.
    if (present.has(connection)) leases.hold(client, connection)
  }

  #displace(holder: object | null): void {
    for (const connection of this.#side.present) {
      if (connection !== holder) continue
      this.fence(connection, closeCode.leasePassedOn, 'this page was opened again')
    }
  }

  /** What it claimed is not on disk: it claims again when its words are judged again. */
  dropClaim(connection: Connection): void {
    const { client } = connection
    if (client === null || !this.#side.leases.isStaged(client)) return
    this.#side.leases.unclaim(client)
    connection.client = null
  }
}
