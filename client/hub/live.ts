// Live hints: something changed, fetch it again. In: topics and listeners. Out: calls of the
// listeners. Keeps: a hint is never the truth (delivery is at most once): after every reconnect,
// and when the hub counts further than we do, the listeners are called without a hint and refetch.

import type { Socket } from 'socket.io-client'
import type { Hint, Topic } from '#shared/live/events.ts'

type Listener = (hint: Hint | null) => void
type Answer = { readonly version: number } | { readonly refused: string }

interface Audience {
  readonly listeners: Set<Listener>
  /** The largest outbox id known here; null until the hub has answered. */
  version: number | null
}

const audiences = new Map<Topic, Audience>()
let socket: Promise<Socket> | null = null
let noticeSignedOut = () => {}

/** Called when the hub says that this browser's login has ended. */
export function whenSignedOutLive(notice: () => void): void {
  noticeSignedOut = notice
}

/** Listens to a topic until the returned function is called. `null` means: fetch it again. */
export function subscribe(topic: Topic, listener: Listener): () => void {
  const known = audiences.get(topic)
  const audience = known ?? { listeners: new Set<Listener>(), version: null }
  audience.listeners.add(listener)
  if (!known) {
    audiences.set(topic, audience)
    void connection().then((open) => open.connected && join(open, topic))
  }
  return () => {
    audience.listeners.delete(listener)
  }
}

/** Ends the connection and forgets every topic: at sign-out. */
export function hangUp(): void {
  const open = socket
  socket = null
  audiences.clear()
  void open?.then((it) => it.disconnect())
}

/** socket.io is fetched when the first topic is asked for, never before somebody has signed in. */
function connection(): Promise<Socket> {
  socket ??= import('socket.io-client').then(({ io }) => {
    const opened = io({ transports: ['websocket', 'polling'] })
    opened.on('connect', () => {
      for (const topic of audiences.keys()) join(opened, topic)
    })
    opened.on('hint', (hint: Hint) => {
      const audience = audiences.get(hint.topic)
      if (!audience) return
      audience.version = Math.max(audience.version ?? 0, hint.version)
      for (const listener of audience.listeners) listener(hint)
    })
    opened.on('signed-out', () => noticeSignedOut())
    opened.on('connect_error', (error) => {
      if (error.message === 'signed-out') noticeSignedOut()
    })
    return opened
  })
  return socket
}

function join(open: Socket, topic: Topic): void {
  open.emit('subscribe', topic, (answer: Answer) => {
    const audience = audiences.get(topic)
    if (!audience || !('version' in answer)) return
    const missed = audience.version === null || answer.version > audience.version
    audience.version = answer.version
    if (missed) for (const listener of audience.listeners) listener(null)
  })
}
