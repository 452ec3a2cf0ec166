// What may become of a copy of a document. In: nothing. Out: the ways to lose it, who is told,
// and whether a reconnection may go on with it. Keeps: unacknowledged changes travel under the
// lease and in the epoch they were made in, or not at all.

import type { Hello, Nack } from '#shared/wire.ts'

export type Loss =
  /** The hub refused a change. */
  | { readonly lost: 'refused'; readonly nack: Nack }
  /** Lease or epoch have passed: what was unacknowledged cannot be sent again from here. */
  | { readonly lost: 'place' }
  /** Another account is signed in by now. */
  | { readonly lost: 'account' }

export interface CopyWatcher {
  /** State and clientID are in place: an editor may be mounted. */
  ready(): void
  /** Anything the page shows of the connection has changed. */
  changed(): void
  /** Who writes under which clientID has grown. */
  leases(): void
  lost(loss: Loss): void
  /** The hub closed for good, with a 44xx code. */
  closed(code: number): void
}

/** What the page before a reload had written under the same lease and the hub had not confirmed. */
export interface Restored {
  readonly life: string
  readonly epoch: string
  readonly updates: readonly Uint8Array[]
}

/** May the copy that began under `before` go on under `after`, unacknowledged changes included? */
export function continues(before: Hello, after: Hello): boolean {
  if (before.epoch !== after.epoch) return false
  if (!before.lease) return after.lease === null
  const { lease } = after
  const same = lease?.client === before.lease.client && lease.party === before.lease.party
  return same && after.resumed && after.writing === before.writing
}
