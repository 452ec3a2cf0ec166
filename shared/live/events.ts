// The live events: hints that something changed, never the thing itself; the truth is fetched again
// (DESIGN §7, socket.io delivers at most once). In: nothing. Out: types and topic names.

import type { AccountId, DocumentId, ProcessId } from '../ids.ts'

export type LiveEvent =
  | { readonly event: 'documents-changed'; readonly document: DocumentId }
  | { readonly event: 'people-changed' }
  | { readonly event: 'logins-changed' }
  | { readonly event: 'seats-changed' }

export type Topic = `process/${ProcessId}` | `account/${AccountId}`

export interface Hint {
  readonly topic: Topic
  /** The outbox id: larger is later. */
  readonly version: number
  readonly event: LiveEvent
}
