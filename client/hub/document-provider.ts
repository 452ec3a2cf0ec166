// y-websocket 3.1 with our messages (DESIGN §8). In: a Y.Doc, who takes which message. Out: a
// provider that is not yet connected. Keeps: it sends no update of its own accord (the outbox
// does), repeats nobody else's presence, and spreads its reconnections.

import * as decoding from 'lib0/decoding'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { encodeAwareness, message, readJson } from '#shared/wire.ts'
import type { Ack, Hello, LeaseFact, Nack, Trouble } from '#shared/wire.ts'

export interface Takers {
  sync(decoder: decoding.Decoder): void
  hello(hello: Hello): void
  leases(leases: readonly LeaseFact[]): void
  ack(ack: Ack): void
  nack(nack: Nack): void
  trouble(trouble: Trouble): void
}

export interface ProviderOptions {
  /** `wss://host/collab`, without the document. */
  readonly url: string
  readonly document: string
  readonly WebSocket: typeof WebSocket
}

const backoffMsFirst = 200
const backoffMsMax = 8_000

export function providerFor(
  { url, document, WebSocket }: ProviderOptions,
  doc: Y.Doc,
  takers: Takers,
): WebsocketProvider {
  const provider = new WebsocketProvider(url, document, doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: WebSocket,
  })
  // oxlint-disable-next-line no-underscore-dangle -- ours waits for receipts (engines.md §9.6)
  doc.off('update', provider._updateHandler)
  const handlers = provider.messageHandlers as unknown as Record<
    number,
    (encoder: unknown, decoder: decoding.Decoder) => void
  >
  const on = (type: number, take: (decoder: decoding.Decoder) => void) => {
    handlers[type] = (_encoder, decoder) => take(decoder)
  }
  on(message.sync, takers.sync)
  on(message.hello, (decoder) => takers.hello(readJson<Hello>(decoder)))
  on(message.leases, (decoder) =>
    takers.leases(readJson<{ leases: readonly LeaseFact[] }>(decoder).leases),
  )
  on(message.ack, (decoder) => takers.ack(readJson<Ack>(decoder)))
  on(message.nack, (decoder) => takers.nack(readJson<Nack>(decoder)))
  on(message.trouble, (decoder) => takers.trouble(readJson<Trouble>(decoder)))
  speakForOneself(provider)
  return provider
}

/**
 * y-websocket repeats everybody's presence to the hub; ours sends its own, once it has a cursor.
 */
function speakForOneself(provider: WebsocketProvider): void {
  const { awareness } = provider
  // oxlint-disable-next-line no-underscore-dangle
  awareness.off('update', provider._awarenessUpdateHandler)
  awareness.on('update', (_changes: unknown, origin: unknown) => {
    const { ws } = provider
    if (origin !== 'local' || !provider.synced || !ws || ws.readyState !== ws.OPEN) return
    const state = encodeAwarenessUpdate(awareness, [awareness.clientID])
    ws.send(encodeAwareness(state) as Uint8Array<ArrayBuffer>)
  })
  awareness.setLocalState(null)
}

/**
 * Call when a connection has ended: the next one waits twice as long, and not all at one moment.
 */
export function spreadReconnection(provider: WebsocketProvider, random: () => number): void {
  const full = Math.min(backoffMsMax, backoffMsFirst * 2 ** provider.wsUnsuccessfulReconnects)
  provider.maxBackoffTime = full * (0.5 + random() / 2)
}
