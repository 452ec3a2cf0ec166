// The door of the documents: websockets at `/collab/<documentId>`. In: upgrade requests. Out: open
// sockets with who is behind them, handed to negotiation. Keeps: a foreign page gets 403, an address
// that is no document's 404, before any handshake; whoever passes is told the rest by close code
// (4401, 4404), the same for a stranger as for what does not exist; no frame is lost on the way.

import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { limits } from '#shared/limits.ts'
import type { Logins } from '../auth/logins.ts'
import type { Asker, World } from '../hub-types.ts'
import type { OpenLogins } from '../live/open-logins.ts'
import { askingOf, isForeign } from './origin.ts'

/** What negotiation offers to this door. */
export interface CollabDoor {
  /** Takes over an open socket. `who` is null without a valid login; `document` may not exist. */
  connect(socket: WebSocket, request: IncomingMessage, who: Asker | null, document: string): void
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

/** Listens for upgrades; socket.io's own listener takes `/socket.io/`. */
export function attachUpgrades(server: Server, parts: UpgradeParts): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytesMax,
    perMessageDeflate: false,
    clientTracking: false,
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
        if (known) watch(ws, known)
        parts.collab.connect(ws, request, known && asker(known), document)
      })
    } catch (error) {
      parts.world.log.error({ err: error }, 'an upgrade failed')
      end(socket, '503 Service Unavailable')
    }
  }

  /** The login may have been revoked between its look-up and this socket (I8): looked up once more. */
  function watch(ws: WebSocket, { login }: Asker): void {
    ws.once('close', parts.openLogins.open(login))
    void parts.openLogins.check([login])
  }
}

const asker = ({ account, login }: Asker): Asker => ({ account, login })

function end(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
