// The free checks: what can be refused before anything is applied. In: a decoded update and the store
// it would enter. Out: null or a refusal. Keeps: N9 — no foreign clientID, no gap, no clock jump,
// nothing pending — and that no astral character is ever cut in two (N8).

import * as Y from 'yjs'
import type { ClientId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { refuse, type Refusal } from '#shared/refusal.ts'

export interface Decoded {
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[]
  readonly deletions: readonly (readonly [ClientId, number, number])[]
}

/** Null when the bytes are no update. */
export function decode(bytes: Uint8Array): Decoded | null {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    const deletions: [ClientId, number, number][] = []
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) deletions.push([client, clock, len])
    }
    return { structs, deletions }
  } catch {
    return null
  }
}

/** ClientIDs with structs the store does not know yet: at most one in a whole update of ours. */
export function newWriters(store: Y.Doc['store'], decoded: Decoded): Set<ClientId> {
  const writers = new Set<ClientId>()
  for (const { id, length } of decoded.structs) {
    if (id.clock + length > Y.getState(store, id.client)) writers.add(id.client)
  }
  return writers
}

/** `client` is who may write; null for a connection without a lease. */
export function precheck(
  store: Y.Doc['store'],
  decoded: Decoded,
  client: ClientId | null,
): Refusal | null {
  return checkStructs(store, decoded, client) ?? checkDeletions(store, decoded, client)
}

function checkStructs(store: Y.Doc['store'], decoded: Decoded, client: ClientId | null) {
  let next = client === null ? 0 : Y.getState(store, client)
  const first = next
  for (const struct of decoded.structs) {
    const { id, length } = struct
    if (struct instanceof Y.Skip) return refuse('not-whole')
    if (length < 1) return refuse('not-whole')
    // Long structs of others that are known already come with a stock client's step 2.
    if (id.client !== client) {
      if (id.clock + length > Y.getState(store, id.client)) return refuse('foreign-client')
      continue
    }
    if (id.clock > next) return refuse('not-whole')
    next = Math.max(next, id.clock + length)
    if (next - first > limits.structClockMax) return refuse('not-whole')
    if (struct instanceof Y.Item && cutsAPair(store, struct)) return refuse('not-plain-text')
  }
  return null
}

function checkDeletions(store: Y.Doc['store'], decoded: Decoded, client: ClientId | null) {
  for (const [owner, clock, length] of decoded.deletions) {
    let known = Y.getState(store, owner)
    if (owner === client) {
      for (const { id, length: size } of decoded.structs) {
        if (id.client === client) known = Math.max(known, id.clock + size)
      }
    }
    if (length < 1 || clock + length > known) return refuse('not-whole')
    if (boundaryInPair(store, owner, clock) || boundaryInPair(store, owner, clock + length)) {
      return refuse('not-plain-text')
    }
  }
  return null
}

/** Would integrating this item split a surrogate pair of a neighbour? */
function cutsAPair(store: Y.Doc['store'], { origin, rightOrigin }: Y.Item): boolean {
  if (origin && boundaryInPair(store, origin.client, origin.clock + 1)) return true
  return rightOrigin !== null && boundaryInPair(store, rightOrigin.client, rightOrigin.clock)
}

/** Does `clock` stand between the two halves of one astral character? */
export function boundaryInPair(store: Y.Doc['store'], client: ClientId, clock: number): boolean {
  if (clock < 1 || clock >= Y.getState(store, client)) return false
  const item = Y.getItem(store, Y.createID(client, clock)) as Y.Item | Y.GC
  if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentString)) {
    return false
  }
  const at = clock - item.id.clock
  if (at === 0) return false
  const code = item.content.str.charCodeAt(at - 1)
  return code >= 0xd800 && code <= 0xdbff
}
