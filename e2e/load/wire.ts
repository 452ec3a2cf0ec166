// Two kinds of client for measurements. A bare line: a TCP socket that did the handshake, counts
// bytes and sends frames made beforehand, so that two hundred of them cost the generator little. A
// reading line: decodes what the hub sends. Both speak the plain document protocol of any
// y-websocket client.

import { randomBytes } from 'node:crypto'
import { type Socket, connect } from 'node:net'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeSync, message, syncStep1, syncStep2 } from '#shared/wire.ts'

/** A document of a hub, as one person. */
export interface Target {
  /** `http://…` */
  readonly url: string
  readonly document: string
  readonly cookie: string
}

export interface BareLine {
  readonly send: (frame: Buffer) => void
  readonly bytes: () => number
  readonly closed: () => boolean
  /** Bytes the hub has not taken yet. */
  readonly waiting: () => number
  readonly end: () => void
}

/** A client's binary websocket frame. The mask is zero, which makes masking the identity. */
export function frameOf(payload: Uint8Array): Buffer {
  const { length } = payload
  const head = length < 126 ? 6 : length < 65_536 ? 8 : 14
  const frame = Buffer.alloc(head + length)
  frame[0] = 0x82
  if (length < 126) frame[1] = 0x80 | length
  else if (length < 65_536) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(payload, head)
  return frame
}

/** "I have nothing": asks for the whole document. */
export const askForAll = encodeSync(syncStep1, new Uint8Array([0]))

// All bare lines read into one buffer: what is in it does not matter, only how much.
const sink = Buffer.alloc(256 * 1024)

export function bareLine({ url, document, cookie }: Target): Promise<BareLine> {
  const { hostname, port, host } = new URL(url)
  const key = randomBytes(16).toString('base64')
  return new Promise((resolve, reject) => {
    let bytes = 0
    let head = ''
    let up = false
    let closed = false
    const onData = (size: number, buffer: Uint8Array) => {
      bytes += size
      if (up) return true
      head += Buffer.from(buffer.buffer, buffer.byteOffset, size).toString('latin1')
      if (!head.includes('\r\n\r\n')) return true
      if (!head.startsWith('HTTP/1.1 101')) {
        reject(new Error(`handshake: ${head.split('\r\n')[0]}`))
        socket.destroy()
        return false
      }
      up = true
      socket.write(frameOf(askForAll))
      resolve({
        send: (frame) => void socket.write(frame),
        bytes: () => bytes,
        closed: () => closed,
        waiting: () => socket.writableLength,
        end: () => socket.destroy(),
      })
      return true
    }
    const socket: Socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: { buffer: sink, callback: onData },
    })
    socket.on('error', (error) => reject(error))
    socket.on('close', () => {
      closed = true
      reject(new Error('closed before the handshake'))
    })
    socket.write(
      `GET /collab/${document} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${url}\r\n` +
        `Cookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    )
  })
}

export interface SyncFrame {
  readonly kind: 'step2' | 'update'
  readonly update: Uint8Array
}

/** The document part of a frame; null for everything else (presence, step 1). */
export function readFrame(data: Uint8Array): SyncFrame | null {
  const decoder = decoding.createDecoder(data)
  if (decoding.readVarUint(decoder) !== message.sync) return null
  const kind = decoding.readVarUint(decoder)
  if (kind === syncStep1) return null
  const update = decoding.readVarUint8Array(decoder)
  return { kind: kind === syncStep2 ? 'step2' : 'update', update }
}

/** A decoding client. `onFrame` gets every sync frame and the size it had on the wire. */
export function readingLine(
  { url, document, cookie }: Target,
  onFrame: (frame: SyncFrame | null, bytes: number) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/collab/${document}`, {
    headers: { cookie, origin: url },
    perMessageDeflate: false,
    maxPayload: 1 << 30,
  })
  socket.binaryType = 'nodebuffer'
  socket.on('message', (data: Buffer) => onFrame(readFrame(data), data.length))
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.send(askForAll)
      resolve(socket)
    })
    socket.once('error', reject)
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)))
  })
}

export interface Fetched {
  readonly update: Uint8Array
  /** From the start of the handshake to the arrival of the last frame of the state. */
  readonly ms: number
  readonly socket: WebSocket
}

const quietMs = 60

/**
 * The whole document as a fresh client gets it: a state, then the rows behind it. Complete when
 * nothing came for a moment, so ask only where nobody writes. Close `socket` when done.
 */
export async function fetchDocument(target: Target, timeoutMs = 20_000): Promise<Fetched> {
  const began = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const updates: Uint8Array[] = []
  let ms = 0
  let quiet: NodeJS.Timeout | undefined
  const timer = setTimeout(() => reject(new Error('the document did not come')), timeoutMs)
  const socket = await readingLine(target, (frame) => {
    if (!frame) return
    ms = performance.now() - began
    updates.push(frame.update)
    clearTimeout(quiet)
    quiet = setTimeout(resolve, quietMs)
  })
  try {
    await promise
    return { update: updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates), ms, socket }
  } finally {
    clearTimeout(timer)
  }
}
