// Leases: a clientID given to one account, party and hand in one document. In: who connects, with which
// token. Out: a lease, durable before HELLO. Keeps: at most one connection holds a lease; a page whose
// lease was passed on can never write under it again; clientIDs are minted here alone.

import { createHash } from 'node:crypto'
import { must } from '#shared/assert.ts'
import { limits } from '#shared/limits.ts'
import { refuse, type Refusal } from '#shared/refusal.ts'
import { mint, mintClientId } from '#shared/ids.ts'
import type { AccountId, ClientId, DocumentId, Owner } from '#shared/ids.ts'
import type { World } from '../../hub-types.ts'
import type { LeaseTable } from '../../db/schema.ts'
import type { Tx } from '../../db/store.ts'

export interface Lease {
  readonly client: ClientId
  readonly account: AccountId | null
  readonly party: Owner
  readonly hand: 'own' | 'hub'
  readonly name: string
}

export type LeaseRow = Omit<LeaseTable, 'document_id' | 'created_at'> & {
  readonly name: string | null
}

/** Every lease of a document, with the name of its holder. */
export function readLeases(world: World, document: DocumentId): Promise<LeaseRow[]> {
  return world.store.read
    .selectFrom('lease')
    .leftJoin('account', 'account.id', 'lease.account_id')
    .where('document_id', '=', document)
    .select(['client_id', 'account_id', 'party', 'hand', 'token', 'account.name'])
    .execute()
}

/** Who a lease is for. */
export interface LeaseHolder {
  readonly account: AccountId
  readonly party: Owner
  readonly name: string
}

const isOf = (lease: Lease, by: LeaseHolder) =>
  lease.hand === 'own' && lease.account === by.account && lease.party === by.party

/** The hub's own clientIDs are small; nobody may claim one. */
const lowestClientId = 1_000
const highestClientId = 2 ** 32 - 1

export class Leases {
  readonly #world: World
  readonly #document: DocumentId
  readonly #byClient = new Map<ClientId, Lease>()
  readonly #tokens = new Map<ClientId, string>()
  /** The token before the present one, good until something was written under the present one. */
  readonly #previous = new Map<ClientId, string>()
  /** When its holder went: milliseconds, the hub's clock. */
  readonly #leftAt = new Map<ClientId, number>()
  /** Granted, and never written under. */
  readonly #blank = new Set<ClientId>()
  /** Held by a live connection. */
  readonly #holders = new Map<ClientId, object>()
  /** Claimed by stock clients in a tick that is not committed yet. */
  readonly #staged = new Set<ClientId>()

  constructor(world: World, document: DocumentId, rows: readonly LeaseRow[]) {
    this.#world = world
    this.#document = document
    this.#take(rows)
  }

  #take(rows: readonly LeaseRow[]): void {
    for (const row of rows) {
      const { client_id: client, account_id: account, party, hand } = row
      this.#byClient.set(client, { client, account, party, hand, name: row.name ?? '' })
      if (row.token) this.#tokens.set(client, row.token)
    }
  }

  /** Another hub leased some. */
  async reload(): Promise<void> {
    this.#take(await readLeases(this.#world, this.#document))
  }

  readonly partyOf = (client: ClientId): Owner => this.#byClient.get(client)?.party ?? null

  get all(): Iterable<Lease> {
    return this.#byClient.values()
  }

  get(client: ClientId): Lease | null {
    return this.#byClient.get(client) ?? null
  }

  holder(client: ClientId): object | null {
    return this.#holders.get(client) ?? null
  }

  hold(client: ClientId, holder: object): void {
    this.#holders.set(client, holder)
  }

  release(holder: object): void {
    for (const [client, held] of this.#holders) {
      if (held !== holder) continue
      this.#holders.delete(client)
      this.#leftAt.set(client, this.#world.clock.now())
    }
  }

  /** The lease a returning page may take up again; null when its token is stale or not its own. */
  resumable(by: LeaseHolder, client: ClientId, token: string): Lease | null {
    const lease = this.#byClient.get(client)
    if (!lease || !isOf(lease, by)) return null
    const hash = hashOf(token)
    const current = this.#tokens.get(client)
    return hash === current || hash === this.#previous.get(client) ? lease : null
  }

  /**
   * A lease of this person that nobody holds: one never written under, or, past the bound, the oldest.
   * Its old page can no longer write under it, because its token is replaced (negotiate2.md §4).
   */
  spare(by: LeaseHolder): Lease | null {
    const free: Lease[] = []
    let own = 0
    for (const lease of this.#byClient.values()) {
      if (!isOf(lease, by) || !this.#tokens.has(lease.client)) continue
      own++
      if (this.#holders.has(lease.client)) continue
      const left = this.#leftAt.get(lease.client) ?? 0
      // A page that has only lost its line comes back to its lease.
      const maybeBack = this.#world.clock.now() - left < limits.leaseGraceMs
      if (this.#blank.has(lease.client) && !maybeBack) return lease
      free.push(lease)
    }
    return own >= limits.leasesPerAccountMax ? (free[0] ?? null) : null
  }

  /**
   * A new lease, or the given one under a new token; on disk when this resolves. `presented` is the
   * token a returning page showed: it stays good until something is written under the new one.
   */
  async grant(
    { account, party, name }: LeaseHolder,
    given: Lease | null,
    presented: string | null,
  ) {
    const { store, clock, random } = this.#world
    const client = given?.client ?? this.#freshClientId()
    const token = mint<string>(random, 32)
    const hash = hashOf(token)
    await store.transaction(async (tx) => {
      if (given) {
        await tx
          .updateTable('lease')
          .set({ token: hash })
          .where('document_id', '=', this.#document)
          .where('client_id', '=', client)
          .execute()
        return
      }
      const row = this.#row({ client, account, party, hand: 'own', name }, hash, clock.now())
      await tx.insertInto('lease').values(row).execute()
    })
    if (presented) this.#previous.set(client, hashOf(presented))
    else this.#previous.delete(client)
    if (!given) this.#blank.add(client)
    this.#tokens.set(client, hash)
    const lease: Lease = { client, account, party, hand: 'own', name }
    this.#byClient.set(client, lease)
    return { lease, token }
  }

  /** Writes the rows of claimed clientIDs in the transaction that first uses them. */
  recordClaims(clients: readonly (ClientId | null)[], at: number): (tx: Tx) => Promise<void> {
    const rows = clients
      .map((client) => this.#byClient.get(client ?? -1))
      .filter((lease) => lease !== undefined)
      .map((lease) => this.#row(lease, null, at))
    return async (tx) => {
      await tx.insertInto('lease').values(rows).execute()
    }
  }

  #row({ client, account, party, hand }: Lease, token: string | null, at: number): LeaseTable {
    return {
      document_id: this.#document,
      client_id: client,
      account_id: must(account, 'the account of a lease'),
      party,
      hand,
      token,
      created_at: at,
    }
  }

  #freshClientId(): ClientId {
    for (;;) {
      const client = mintClientId(this.#world.random)
      if (!this.#byClient.has(client)) return client
    }
  }

  /** May a stock client write under a clientID of its own making? Staged until the tick is committed. */
  claim(client: ClientId, by: LeaseHolder): Refusal | null {
    if (client < lowestClientId || client > highestClientId) return refuse('foreign-client')
    const known = this.#byClient.get(client)
    if (!known) {
      if (this.#stockLeasesOf(by) >= limits.stockLeasesPerAccountMax) return refuse('over-limit')
      this.#byClient.set(client, { client, hand: 'own', ...by })
      this.#staged.add(client)
      return null
    }
    // A lease with a token belongs to a page of ours: a bare clientID does not take it over.
    const bare = known.hand === 'own' && !this.#tokens.has(client)
    if (!bare || known.account !== by.account) return refuse('foreign-client')
    return known.party === by.party ? null : refuse('standing-changed')
  }

  #stockLeasesOf({ account }: LeaseHolder): number {
    let many = 0
    for (const lease of this.#byClient.values()) {
      if (lease.account === account && !this.#tokens.has(lease.client)) many++
    }
    return many
  }

  /** The tick that claimed it came to nothing. */
  unclaim(client: ClientId): void {
    if (this.#staged.delete(client)) this.#byClient.delete(client)
  }

  isStaged(client: ClientId): boolean {
    return this.#staged.has(client)
  }

  /** Something was committed under it. */
  used(client: ClientId): void {
    this.#staged.delete(client)
    this.#blank.delete(client)
    this.#previous.delete(client)
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
