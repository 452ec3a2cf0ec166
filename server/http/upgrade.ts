// The door of the documents: websockets at `/collab/<documentId>`. In: upgrade requests. Out: open
// sockets with who is behind them, handed to negotiation. Keeps: a foreign page gets 403, an
// address that is no document's 404, before any handshake; whoever passes is told the rest by close
// code (4401, 4404), the same for a stranger as for what does not exist; no frame is lost on the
// way.

import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { DocumentId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import type { Refusal } from '#shared/refusal.ts'
import { closeCode } from '#shared/wire.ts'
import type { Head, Tx } from '../db/store.ts'
import type { Logins } from '../auth/logins.ts'
import type { Asker, World } from '../hub-types.ts'
import type { OpenLogins } from '../live/open-logins.ts'
import { askingOf, isForeign } from './origin.ts'

/** What negotiation offers to this door. */
export interface CollabDoor {
  /** Takes over an open socket. `who` is null without a valid login; `document` may not exist. */
  connect(socket: WebSocket, request: IncomingMessage, who: Asker | null, document: string): void
  /** A recorded act without words, in the room's own queue, with what `alongside` writes. */
  act(
    document: DocumentId,
    meta: string,
    alongside: (tx: Tx) => Promise<Refusal | void>,
  ): Promise<Head | Refusal>
  /** Closes every room (4503) once all it has received is on disk. */
  drain(): Promise<void>
}

const documentPath = /^\/collab\/([\w-]{1,64})$/

export interface UpgradeParts {
  readonly world: World
  readonly logins: Logins
  readonly openLogins: OpenLogins
  readonly collab: CollabDoor
  readonly publicOrigin: string | null
  readonly isReady: () => boolean
}

/**
 * Listens for upgrades; socket.io's own listener takes `/socket.io/`. Returns how to cut what is
 * left.
 */
export function attachUpgrades(server: Server, parts: UpgradeParts): { cut(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytesMax,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    if (path.startsWith('/socket.io/')) return
    socket.on('error', () => socket.destroy())
    const document = documentPath.exec(path)?.[1]
    if (isForeign(askingOf(request.headers), parts.publicOrigin)) end(socket, '403 Forbidden')
    else if (!document) end(socket, '404 Not Found')
    else if (!parts.isReady()) end(socket, '503 Service Unavailable')
    else void accept(request, socket, head, document)
  })

  async function accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    document: string,
  ): Promise<void> {
    try {
      // First the login, then the handshake: nothing may come between the handshake and the room.
      const known = await parts.logins.verify(request.headers.cookie)
      sockets.handleUpgrade(request, socket, head, (ws) => {
        const who = known && { account: known.account, login: known.login }
        if (who) endWithLogin(ws, who)
        parts.collab.connect(ws, request, who, document)
      })
    } catch (error) {
      parts.world.log.error({ err: error }, 'an upgrade failed')
      end(socket, '503 Service Unavailable')
    }
  }

  function endWithLogin(ws: WebSocket, who: Asker): void {
    const signedOut = () => ws.close(closeCode.signedOut, 'signed out')
    ws.once('close', parts.openLogins.open(who, signedOut))
  }

  return {
    cut() {
      for (const ws of sockets.clients) ws.terminate()
    },
  }
}

function end(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
