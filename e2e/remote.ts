// A delegate over the network, without a browser. In: the hub's address and a demo person. Out: the
// protocol client of server/testing/delegate.ts on a real websocket; or the unmodified y-websocket
// provider with nothing but a login cookie.

import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { PartyCode } from '#shared/ids.ts'
import { Delegate, type Dial } from '../server/testing/delegate.ts'

export const demoPassword = 'plenaria-demo'

export interface Remote {
  readonly url: string
  readonly cookie: string
}

/** Signs in over HTTP; the cookie is all a client needs. */
export async function signIn(url: string, email: string): Promise<Remote> {
  const reply = await fetch(`${url}/trpc/auth.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  const cookie = reply.headers.get('set-cookie')?.split(';', 1)[0]
  if (!reply.ok || !cookie) throw new Error(`${email} could not sign in: ${reply.status}`)
  return { url, cookie }
}

/** A query of the hub, as this person. */
export async function ask<T>({ url, cookie }: Remote, query: string, input: object): Promise<T> {
  const address = `${url}/trpc/${query}?input=${encodeURIComponent(JSON.stringify(input))}`
  const reply = await fetch(address, { headers: { cookie } })
  const body = (await reply.json()) as { result?: { data: T } }
  if (!body.result) throw new Error(`${query}: ${reply.status} ${JSON.stringify(body)}`)
  return body.result.data
}

/** The text being negotiated in a process of the demo, in a language. */
export async function textOfDemo(remote: Remote, process: string, language: string) {
  const list = await ask<unknown>(remote, 'documents.list', { process })
  const documents = (Array.isArray(list) ? list : (list as { documents: unknown[] }).documents) as {
    id: string
    language: string
    phase: string
  }[]
  const found = documents.find((d) => d.language === language && d.phase === 'negotiating')
  if (!found) throw new Error(`no text in ${language} is being negotiated in ${process}`)
  return found.id
}

export function delegateAt(remote: Remote, document: string, party: string): Delegate {
  const dial: Dial = (query, onMessage, onClose) => {
    const address = `${remote.url.replace(/^http/, 'ws')}/collab/${document}${query}`
    const socket = new WebSocket(address, { headers: { cookie: remote.cookie } })
    const early: Uint8Array[] = []
    socket.on('message', (data: Buffer) => onMessage(new Uint8Array(data)))
    socket.on('open', () => early.splice(0).forEach((bytes) => socket.send(bytes)))
    socket.on('error', () => {})
    socket.on('close', (code) => onClose(code))
    return {
      send: (bytes) =>
        socket.readyState === WebSocket.CONNECTING ? early.push(bytes) : socket.send(bytes),
      cut: () => socket.terminate(),
    }
  }
  return new Delegate(dial, party as PartyCode)
}

/** The stock provider: it knows nothing of ours but the cookie. */
export function stockProvider({ url, cookie }: Remote, document: string, doc: Y.Doc) {
  class WithCookie extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie } })
    }
  }
  return new WebsocketProvider(`${url.replace(/^http/, 'ws')}/collab`, document, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  })
}
