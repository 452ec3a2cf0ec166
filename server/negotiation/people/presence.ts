// Who is here and where their caret stands. In: awareness frames. Out: awareness frames, one per
// audience and tick. Keeps: one slot a connection, latest wins, the identity is stamped by the hub and
// never taken from a client (N5); nothing is relayed before the words it may point at are on disk (I1).

import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { ClientId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { encodeAwareness, type PresenceIdentity } from '#shared/wire.ts'
import { nameFor, type Audience, type Person } from './audience.ts'

interface Slot {
  readonly id: ClientId
  readonly person: Person
  clock: number
  /** The client's own part: its cursor, as JSON; null before it said anything. */
  cursor: string | null
  /** The clientID it uses for itself in awareness, bound at its first word. */
  claimed: ClientId | null
}

interface Waiting {
  readonly cursor: string
  readonly ready: () => boolean
}

export class Presence<Connection extends object> {
  readonly #mayClaim: (connection: Connection, client: ClientId) => boolean
  readonly #slots = new Map<Connection, Slot>()
  readonly #waiting = new Map<Connection, Waiting>()
  readonly #changed = new Set<Connection>()
  readonly #left = new Map<ClientId, number>()

  /** `mayClaim`: nobody takes an id that is leased to somebody else. */
  constructor(mayClaim: (connection: Connection, client: ClientId) => boolean) {
    this.#mayClaim = mayClaim
  }

  enter(connection: Connection, id: ClientId, person: Person): void {
    this.#slots.set(connection, { id, person, clock: 1, cursor: null, claimed: null })
    this.#changed.add(connection)
  }

  leave(connection: Connection): void {
    const slot = this.#slots.get(connection)
    if (!slot) return
    this.#slots.delete(connection)
    this.#waiting.delete(connection)
    this.#changed.delete(connection)
    this.#left.set(slot.id, slot.clock + 1)
  }

  /** Takes what concerns the connection itself; false when the frame is hostile. */
  receive(connection: Connection, update: Uint8Array, ready: () => boolean): boolean {
    const slot = this.#slots.get(connection)
    if (!slot) return true
    const decoder = decoding.createDecoder(update)
    const entries = decoding.readVarUint(decoder)
    if (entries > limits.presenceEntriesPerFrameMax) return false
    for (let i = 0; i < entries; i++) {
      const client = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      if (!this.#isOwn(slot, client, connection)) continue
      const cursor = cursorOf(state)
      if (cursor === undefined) return false
      if (cursor !== slot.cursor) this.#waiting.set(connection, { cursor, ready })
    }
    return true
  }

  /** A stock client repeats the states of others: only its own id counts, bound at its first word. */
  #isOwn(slot: Slot, client: ClientId, connection: Connection): boolean {
    if (client === slot.id || client === slot.claimed) return true
    if (slot.claimed !== null || this.#isOthers(client, connection)) return false
    if (!this.#mayClaim(connection, client)) return false
    slot.claimed = client
    return true
  }

  #isOthers(client: ClientId, connection: Connection): boolean {
    for (const [other, slot] of this.#slots) {
      if (other !== connection && (slot.id === client || slot.claimed === client)) return true
    }
    return false
  }

  /** Moves what may be shown by now into the slots; true when there is something to tell. */
  settle(): boolean {
    for (const [connection, { cursor, ready }] of this.#waiting) {
      if (!ready()) continue
      this.#waiting.delete(connection)
      const slot = this.#slots.get(connection)!
      slot.cursor = cursor
      slot.clock++
      this.#changed.add(connection)
    }
    return this.#changed.size > 0 || this.#left.size > 0
  }

  /** Everyone is told again, so that stock clients do not time their neighbours out. */
  heartbeat(): void {
    for (const [connection, slot] of this.#slots) {
      slot.clock++
      this.#changed.add(connection)
    }
  }

  /** What changed since the last call, per audience; `settled` clears it. */
  changes(audience: Audience): Uint8Array {
    return encode(
      [...this.#changed].map((c) => this.#slots.get(c)!),
      this.#left,
      audience,
    )
  }

  told(): void {
    this.#changed.clear()
    this.#left.clear()
  }

  /** Everybody present, for who has just come. */
  all(audience: Audience): Uint8Array {
    return encode([...this.#slots.values()], new Map(), audience)
  }
}

/** The client's own fields within bounds; undefined when they are not what a client may say. */
function cursorOf(state: string): string | undefined {
  if (state.length > limits.presenceStateBytesMax) return undefined
  try {
    const value: unknown = JSON.parse(state)
    if (value === null || typeof value !== 'object') return 'null'
    const { cursor } = value as { cursor?: unknown }
    return JSON.stringify(cursor ?? null)
  } catch {
    return undefined
  }
}

function encode(
  slots: readonly Slot[],
  left: ReadonlyMap<ClientId, number>,
  audience: Audience,
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, slots.length + left.size)
  for (const { id, clock, person, cursor } of slots) {
    const name = nameFor(audience, person.party, person.name)
    const user: PresenceIdentity = name ? { party: person.party, name } : { party: person.party }
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(
      encoder,
      `{"user":${JSON.stringify(user)},"cursor":${cursor ?? 'null'}}`,
    )
  }
  for (const [id, clock] of left) {
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, 'null')
  }
  return encodeAwareness(encoding.toUint8Array(encoder))
}
