// Every open document socket of this hub. In: what has just been committed about logins, accounts and
// seats. Out: closed sockets. Keeps: a revoked login or a changed seat is out of its sockets at once (I8).

import type { EventEmitter } from 'node:events'
import { limits } from '#shared/limits.ts'
import { closeCode } from '#shared/wire.ts'
import type { HubSignals } from '../hub-types.ts'
import type { Connection, Visitor } from './connection.ts'

export class OpenConnections {
  readonly #open = new Set<Connection>()
  /** Grows whenever somebody's rights may have changed: what was read before is read again. */
  changes = 0

  constructor(signals: EventEmitter<HubSignals>) {
    signals.on('login-revoked', (hash) =>
      this.closeWhere(({ login }) => login === hash, closeCode.signedOut, 'signed out'),
    )
    signals.on('account-signed-out', (id) =>
      this.closeWhere(({ account }) => account === id, closeCode.signedOut, 'signed out'),
    )
    signals.on('seat-changed', (_seat, id) => {
      this.changes++
      this.closeWhere(({ account }) => account === id, closeCode.standingChanged, 'rights changed')
    })
    signals.on('document-changed', () => void this.changes++)
  }

  add(connection: Connection): void {
    this.#open.add(connection)
  }

  remove(connection: Connection): void {
    this.#open.delete(connection)
  }

  /** Has this account reached its bound? */
  tooMany({ account }: Visitor): boolean {
    let own = 0
    for (const { visitor } of this.#open) if (visitor.account === account) own++
    return own >= limits.connectionsPerAccountMax
  }

  closeWhere(matches: (visitor: Visitor) => boolean, code: number, reason: string): void {
    for (const connection of this.#open) {
      if (matches(connection.visitor)) connection.close(code, reason)
    }
  }
}
