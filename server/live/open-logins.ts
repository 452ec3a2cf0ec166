// The logins that have open sockets, of whatever kind. In: sockets as they open and close. Out: for
// logins that no longer count, the signal that closes their sockets. Keeps: I8 also for expiry, and for
// a login that ended while its socket was opening.

import type { LoginHash } from '#shared/ids.ts'
import type { Logins } from '../auth/logins.ts'
import type { World } from '../hub-types.ts'

const atATime = 500

export interface OpenLogins {
  /** Counts one more socket of this login; the returned function counts it off again. */
  open(login: LoginHash): () => void
  /** Looks these logins up again and signals those that no longer count. Never throws. */
  check(logins: readonly LoginHash[]): Promise<void>
  /** The same for every login with an open socket. */
  checkAll(): Promise<void>
}

export function createOpenLogins(world: World, logins: Logins): OpenLogins {
  const counts = new Map<LoginHash, number>()

  async function check(some: readonly LoginHash[]): Promise<void> {
    try {
      const valid = await logins.stillValid(some)
      for (const login of some) if (!valid.has(login)) world.signals.emit('login-revoked', login)
    } catch (error) {
      world.log.error({ err: error }, 'open logins could not be looked up')
    }
  }

  return {
    open(login) {
      counts.set(login, (counts.get(login) ?? 0) + 1)
      return () => {
        const left = (counts.get(login) ?? 1) - 1
        if (left > 0) counts.set(login, left)
        else counts.delete(login)
      }
    },
    check,
    async checkAll() {
      const all = [...counts.keys()]
      for (let i = 0; i < all.length; i += atATime) await check(all.slice(i, i + atATime))
    },
  }
}
