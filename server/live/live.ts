// Live hints over socket.io: that something changed, never what (the page fetches the truth again).
// In: sockets of signed-in people, the outbox, the hub's signals. Out: `hint` and `signed-out`.
// Keeps: I8: a revoked login's sockets close at once, a lost seat leaves its topic; foreign pages
// get no socket; topics, sockets and requests per person are bounded.

import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as IoServer } from 'socket.io'
import type { Socket } from 'socket.io'
import type { AccountId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { isRefusal, refuse } from '#shared/refusal.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import type { Hint } from '#shared/live/events.ts'
import type { Logins } from '../auth/logins.ts'
import type { Asker, World } from '../hub-types.ts'
import type { OpenLogins } from './open-logins.ts'
import { newestVersion } from './outbox.ts'
import { mayListen } from './subscribe.ts'

type Answer = { readonly version: number } | { readonly refused: RefusalCode }

interface ToHub {
  subscribe(topic: unknown, answer: unknown): void
  unsubscribe(topic: unknown): void
}
interface ToPage {
  hint(hint: Hint): void
  'signed-out'(): void
}
type LiveServer = IoServer<ToHub, ToPage, Record<never, never>, { who: Asker }>
type LiveSocket = Socket<ToHub, ToPage, Record<never, never>, { who: Asker }>

export interface Live {
  /** Sends a hint to everyone who listens to its topic. */
  hint(hint: Hint): void
  /** Ends all sockets and stops listening; also closes the HTTP server it is attached to. */
  close(): Promise<void>
}

export interface LiveParts {
  readonly world: World
  readonly logins: Logins
  readonly openLogins: OpenLogins
  /** Whether a request comes from a page of another site. */
  readonly isForeign: (headers: IncomingHttpHeaders) => boolean
}

const personRoom = (account: AccountId) => `person/${account}`

export function attachLive(server: Server, parts: LiveParts): Live {
  const { world, isForeign } = parts
  const io: LiveServer = new IoServer(server, {
    serveClient: false,
    destroyUpgrade: false, // `/collab` answers its own upgrades, and may take longer than a second
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: limits.liveFrameBytesMax,
    perMessageDeflate: false,
    cleanupEmptyChildNamespaces: true,
  })
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (!isForeign(request.headers)) return next()
    response.writeHead(403)
    response.end('Foreign origin')
  })
  io.use((socket, next) => void admit(io, parts, socket, next))
  io.on('connection', (socket) => serve(parts, socket))

  const onSeat = (_seat: unknown, account: AccountId) => void leaveLostTopics(io, world, account)
  world.signals.on('seat-changed', onSeat)

  return {
    hint: (hint) => void io.to(hint.topic).emit('hint', hint),
    async close() {
      world.signals.off('seat-changed', onSeat)
      await io.close()
    },
  }
}

async function admit(
  io: LiveServer,
  { world, logins }: LiveParts,
  socket: LiveSocket,
  next: (error?: Error) => void,
): Promise<void> {
  try {
    const known = await logins.verify(socket.request.headers.cookie)
    if (!known) return next(new Error('signed-out'))
    const sockets = io.sockets.adapter.rooms.get(personRoom(known.account))?.size ?? 0
    if (sockets >= limits.connectionsPerAccountMax) return next(new Error('too-many'))
    socket.data.who = { account: known.account, login: known.login }
    next()
  } catch (error) {
    world.log.error({ err: error }, 'a live socket could not be admitted')
    next(new Error('busy'))
  }
}

function serve({ world, openLogins }: LiveParts, socket: LiveSocket): void {
  const { who } = socket.data
  void socket.join(personRoom(who.account))
  const signedOut = () => {
    socket.emit('signed-out')
    socket.disconnect(true)
  }
  socket.once('disconnect', openLogins.open(who, signedOut))

  let waiting = 0
  let line: Promise<void> = Promise.resolve()
  socket.on('subscribe', (topic, reply) => {
    if (typeof reply !== 'function') return
    const respond = reply as (answer: Answer) => void
    if (waiting >= limits.topicsPerSocketMax) return respond({ refused: 'too-many' })
    waiting += 1
    line = inTurn(line, async () => {
      respond(await subscribe(world, socket, topic))
      waiting -= 1
    })
  })
  socket.on('unsubscribe', (topic) => {
    if (typeof topic === 'string' && topic.includes('/')) void socket.leave(topic)
  })
}

async function inTurn(before: Promise<void>, task: () => Promise<void>): Promise<void> {
  await before
  await task()
}

async function subscribe(world: World, socket: LiveSocket, topic: unknown): Promise<Answer> {
  const { read } = world.store
  try {
    if (topicsOf(socket).length >= limits.topicsPerSocketMax) return { refused: 'too-many' }
    const allowed = await mayListen(read, socket.data.who, topic)
    if (isRefusal(allowed)) return { refused: allowed.refused }
    await socket.join(allowed)
    // Once more, now that it listens: a seat that ended in between was signalled too early to see
    // it.
    const still = await mayListen(read, socket.data.who, topic)
    if (!isRefusal(still)) return { version: await newestVersion(read) }
    await socket.leave(allowed)
    return { refused: still.refused }
  } catch (error) {
    world.log.error({ err: error }, 'a topic could not be looked up')
    return { refused: refuse('busy').refused }
  }
}

const isTopic = (room: string) => /^(process|account)\//.test(room)
const topicsOf = (socket: { rooms: Set<string> }) => [...socket.rooms].filter(isTopic)

async function leaveLostTopics(io: LiveServer, world: World, account: AccountId): Promise<void> {
  try {
    for (const socket of await io.in(personRoom(account)).fetchSockets()) {
      for (const topic of topicsOf(socket)) {
        const still = await mayListen(world.store.read, socket.data.who, topic)
        if (isRefusal(still)) socket.leave(topic)
      }
    }
  } catch (error) {
    // What cannot be looked up is not heard any more.
    world.log.error({ err: error }, 'topics could not be looked up again')
    io.in(personRoom(account)).disconnectSockets(true)
  }
}
