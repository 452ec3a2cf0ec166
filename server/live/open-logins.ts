// The logins that have open sockets, of whatever kind. In: sockets as they open and close; the
// hub's signals. Out: sockets ended. Keeps: I8: a login that was revoked, has expired, or ended
// while its socket was opening, is out of every socket at once.

import type { AccountId, LoginHash } from '#shared/ids.ts'
import type { Logins } from '../auth/logins.ts'
import type { Asker, World } from '../hub-types.ts'

const atATime = 500

export interface OpenLogins {
  /**
   * A socket of this login has opened; `end` will be called when the login no longer counts, which
   * is looked up once more at once. To be called off when the socket has closed.
   */
  open(who: Asker, end: () => void): () => void
  /** Looks every login with an open socket up again. Never throws. */
  check(): Promise<void>
  stop(): void
}

interface OpenSocket {
  readonly account: AccountId
  readonly end: () => void
}

export function createOpenLogins(world: World, logins: Logins): OpenLogins {
  const sockets = new Map<LoginHash, Set<OpenSocket>>()

  const onLogin = (login: LoginHash) => {
    for (const { end } of sockets.get(login) ?? []) end()
  }
  const onAccount = (account: AccountId) => {
    for (const set of sockets.values())
      for (const socket of set) if (socket.account === account) socket.end()
  }
  world.signals.on('login-revoked', onLogin)
  world.signals.on('account-signed-out', onAccount)

  async function check(some: readonly LoginHash[]): Promise<void> {
    try {
      const valid = await logins.stillValid(some)
      for (const login of some) if (!valid.has(login)) world.signals.emit('login-revoked', login)
    } catch (error) {
      world.log.error({ err: error }, 'open logins could not be looked up')
    }
  }

  return {
    open({ login, account }, end) {
      const socket = { account, end }
      const set = sockets.get(login) ?? new Set()
      sockets.set(login, set.add(socket))
      void check([login])
      return () => {
        set.delete(socket)
        if (set.size === 0) sockets.delete(login)
      }
    },
    async check() {
      const all = [...sockets.keys()]
      for (let i = 0; i < all.length; i += atATime) await check(all.slice(i, i + atATime))
    },
    stop() {
      world.signals.off('login-revoked', onLogin)
      world.signals.off('account-signed-out', onAccount)
    },
  }
}
