// The document door: `/collab/<documentId>`. In: an upgraded socket and who it belongs to. Out: a
// connection in its room, or a final close code. Keeps: strangers hear "not found" (4404) as for what
// does not exist; a revoked login or a changed seat is out of its sockets at once (I8).

import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { AccountId, DocumentId, LoginHash } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { isRefusal, type Refusal } from '#shared/refusal.ts'
import { closeCode } from '#shared/wire.ts'
import type { Head, Tx } from '../db/store.ts'
import type { World } from '../hub-types.ts'
import { Connection, type Returning } from './connection.ts'
import { OpenConnections } from './open-connections.ts'
import { Rooms } from './rooms.ts'
import { visitorAt } from './people/visitors.ts'

export interface Who {
  readonly account: AccountId
  readonly login: LoginHash
}

export interface CollabDoor {
  connect(socket: WebSocket, request: IncomingMessage, who: Who | null, document: string): void
  /** A recorded act without words, in the room's own queue. */
  act(
    document: DocumentId,
    meta: string,
    alongside: (tx: Tx) => Promise<Refusal | void>,
  ): Promise<Head | Refusal>
  drain(): Promise<void>
}

const documentPattern = /^[0-9a-z]{1,40}$/

export function createCollab(world: World): CollabDoor {
  const rooms = new Rooms(world)
  const open = new OpenConnections(world.signals)
  world.signals.on('document-changed', (document) => void standAnew(document))
  let draining = false

  /** A seat may change while it is read: then it is read again, before the door opens. */
  async function standingNow({ account, login }: Who, document: DocumentId) {
    for (;;) {
      const before = open.changes
      const visitor = await visitorAt(world.store.read, account, login, document)
      if (before === open.changes) return visitor
    }
  }

  async function standAnew(document: DocumentId) {
    const room = await rooms.ifOpen(document)
    room?.people.closeAll(closeCode.standingChanged, 'the text has moved on')
  }

  async function admit(socket: WebSocket, request: IncomingMessage, who: Who, name: string) {
    if (!documentPattern.test(name)) return turnAway(socket, closeCode.notFound, 'not found')
    const document = name as DocumentId
    const visitor = await standingNow(who, document)
    if (isRefusal(visitor)) return turnAway(socket, closeCode.notFound, 'not found')
    if (open.tooMany(visitor)) return turnAway(socket, closeCode.tooMany, 'too many pages')
    const connection = new Connection(socket, request.socket as Socket, visitor, returning(request))
    open.add(connection)
    socket.on('close', () => {
      open.remove(connection)
      connection.closed()
    })
    const room = await rooms.open(document)
    if (isRefusal(room)) return connection.close(closeCode.roomFailed, 'busy')
    if (room.people.count >= limits.connectionsPerRoomMax) {
      return connection.close(closeCode.roomFailed, 'the room is full')
    }
    await room.people.enter(connection)
  }

  return {
    connect(socket, request, who, name) {
      socket.on('error', () => {})
      if (draining) return socket.close(closeCode.draining, 'the hub is restarting')
      if (!who) return socket.close(closeCode.signedOut, 'signed out')
      // Nothing is read before the lease is on disk and HELLO is out.
      socket.pause()
      admit(socket, request, who, name).catch((error: unknown) => {
        const stack = error instanceof Error ? error.stack : String(error)
        world.log.error({ document: name, stack }, 'a connection failed')
        turnAway(socket, closeCode.roomFailed, 'try again')
      })
    },
    act: (document, meta, alongside) => rooms.act(document, meta, alongside),
    async drain() {
      draining = true
      await rooms.drain()
      open.closeWhere(() => true, closeCode.draining, 'the hub is restarting')
    },
  }
}

/** A paused socket would never see the closing handshake through. */
function turnAway(socket: WebSocket, code: number, reason: string): void {
  socket.resume()
  socket.close(code, reason)
  setTimeout(() => socket.terminate(), limits.closingMsMax).unref()
}

/** What a page of ours says in the address; a stock client says no `v=1`. */
function returning(request: IncomingMessage): Returning | null {
  const { searchParams } = new URL(request.url ?? '/', 'http://hub')
  if (searchParams.get('v') !== '1') return null
  const whole = (name: string) => {
    const value = Number(searchParams.get(name) ?? Number.NaN)
    return Number.isSafeInteger(value) ? value : null
  }
  return {
    epoch: searchParams.get('epoch'),
    seq: whole('seq'),
    client: whole('client'),
    token: searchParams.get('lease'),
  }
}
