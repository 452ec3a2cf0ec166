// What the hub is made of: the world as an argument. In: clock, randomness, store, log. Out: the
// types every feature receives. Keeps: importing a file does nothing; only main.ts touches the
// environment.

import type { EventEmitter } from 'node:events'
import type { Logger } from 'pino'
import type { AccountId, DocumentId, LoginHash, RandomBytes, SeatId } from '#shared/ids.ts'
import type { Store } from './db/store.ts'

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

/** A person with a valid login. */
export interface Asker {
  readonly account: AccountId
  readonly login: LoginHash
}

/** What has just been committed and must reach open sockets at once (I8). */
export interface HubSignals {
  'login-revoked': [LoginHash]
  'account-signed-out': [AccountId]
  'seat-changed': [SeatId, AccountId]
  'document-changed': [DocumentId]
  /** New outbox rows are committed. */
  outbox: []
}

export interface World {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Logger
  readonly signals: EventEmitter<HubSignals>
}
