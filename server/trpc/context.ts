// Who asks, and with what. In: one HTTP request. Out: the context every procedure gets. Keeps: the
// cookie is read here alone; a procedure sees an account and a login's hash, never a token.

import type { Asker, World } from '../hub-types.ts'
import type { Auth } from '../auth/auth.ts'
import type { CollabDoor } from '../http/upgrade.ts'

export interface Ask {
  readonly world: World
  readonly auth: Auth
  /** The rooms, for commands that must run in a document's own queue. */
  readonly collab: Pick<CollabDoor, 'act'>
  readonly demo: boolean
  readonly who: Asker | null
  /** The client's address, for the throttle and the list of logins. */
  readonly address: string
  /** The browser's User-Agent, cut short. */
  readonly agent: string
  /** Sends a `Set-Cookie` with the answer. */
  setCookie(cookie: string): void
}
