// The document protocol: message numbers, what each carries, close codes. In: nothing. Out: constants,
// types and the few encoders both sides share. Keeps: `/collab/<documentId>` is the plain y-websocket
// protocol, so a stock client with a login cookie works; what we add, it ignores (DESIGN §8).
//
//   frame      = type:varuint body
//   type 0     = sync: 0 step 1 · 1 step 2 · 2 update (then: seq:varuint, which stock clients skip)
//   type 1     = awareness     type 2 = auth     type 3 = query awareness
//   type 100…  = ours, only to a client that asked for `?v=1`: body is one JSON string, HAND apart
//
// An ACK counts sync frames of its connection (step 2 and update), not clocks: a pure deletion does not
// move a state vector.

import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { AccountId, ClientId, Owner } from './ids.ts'
import type { RefusalCode, RuleId } from './refusal.ts'

export const message = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  hello: 100,
  leases: 101,
  ack: 102,
  nack: 103,
  trouble: 104,
  /** client → hub: HAND clientId:varuint — who the following updates are for. */
  hand: 105,
} as const

export const syncStep1 = 0
export const syncStep2 = 1
export const syncUpdate = 2

/** 44xx are final, 45xx pass: y-websocket 3.1 reconnects after the latter only. */
export const closeCode = {
  malformed: 4400,
  signedOut: 4401,
  notAllowed: 4403,
  notFound: 4404,
  refused: 4409,
  /** The lease of this page was passed on to a newer page. */
  leasePassedOn: 4410,
  tooLarge: 4413,
  tooMany: 4429,
  /** What this seat may do has changed: come back for a new HELLO. */
  standingChanged: 4501,
  draining: 4503,
  roomFailed: 4500,
  tooSlow: 4513,
} as const

/** Who writes under a clientID. `name` only towards its own delegation and the secretariat. */
export interface LeaseFact {
  readonly client: ClientId
  readonly party: Owner
  readonly name?: string
}

export type Writing = 'base' | 'proposes' | null

export interface Hello {
  /** Who is signed in on this connection: a page opened by somebody else must stop (I10). */
  readonly account?: AccountId
  readonly epoch: string
  readonly seq: number
  /** The lease of this connection; null for who only reads. */
  readonly lease: {
    readonly client: ClientId
    readonly token: string
    readonly party: Owner
  } | null
  /** True when the lease presented in the address was taken up again. */
  readonly resumed: boolean
  readonly writing: Writing
  /** Why it only reads. */
  readonly readsBecause?: RefusalCode
  readonly leases: readonly LeaseFact[]
}

export interface Ack {
  /** All sync frames of this connection up to this one, counted from 1. */
  readonly upTo: number
  readonly seq: number
  /** When it was committed: milliseconds since 1970, the hub's clock. */
  readonly at: number
}

export interface Nack {
  readonly frame: number
  readonly code: RefusalCode
  readonly rule: RuleId | null
  readonly facts?: Readonly<Record<string, string | number>>
}

/** The room cannot write at the moment, or can again. */
export interface Trouble {
  readonly stalled: boolean
}

/** What the hub says of a person present; the rest of the state is the client's own (cursor). */
export interface PresenceIdentity {
  readonly party: string
  readonly name?: string
}

/** A cursor by identity: the character left of the caret, or the block when it stands at its start. */
export interface PresenceCursor {
  readonly block: string
  readonly left: readonly [ClientId, number] | null
  readonly anchorLeft?: readonly [ClientId, number] | null
}

type Json = Hello | Ack | Nack | Trouble | { leases: readonly LeaseFact[] }

export function encodeJson(type: number, body: Json): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarString(encoder, JSON.stringify(body))
  return encoding.toUint8Array(encoder)
}

/** After the type has been read. The hub's own words: trusted by the client. */
export function readJson<T extends Json>(decoder: decoding.Decoder): T {
  return JSON.parse(decoding.readVarString(decoder)) as T
}

export function encodeSync(kind: 0 | 1 | 2, bytes: Uint8Array, seq?: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, message.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, bytes)
  if (seq !== undefined) encoding.writeVarUint(encoder, seq)
  return encoding.toUint8Array(encoder)
}

export function encodeHand(client: ClientId): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, message.hand)
  encoding.writeVarUint(encoder, client)
  return encoding.toUint8Array(encoder)
}

export function encodeAwareness(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, message.awareness)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
