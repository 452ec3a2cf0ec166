// Hostile bytes on a real socket of a real hub: frames too large, reserved opcodes, unmasked and lying
// ones, half a handshake. The offender is closed; a delegate in the same text never notices; the hub's
// memory stays bounded.

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '#shared/limits.ts'
import type { Delegate } from '../server/testing/delegate.ts'
import { startHub, type Hub } from './hub.ts'
import { delegateAt, signIn, textOfDemo, type Remote } from './remote.ts'

let hub: Hub
let br: Remote
let document: string
let honest: Delegate

beforeAll(async () => {
  hub = await startHub()
  br = await signIn(hub.url, 'br@csm.demo')
  document = await textOfDemo(br, 'csm', 'es')
  honest = delegateAt(await signIn(hub.url, 'cl@csm.demo'), document, 'CL')
  await honest.connect()
})
afterAll(async () => {
  honest?.cut()
  await hub?.end()
})

/** A socket past the handshake, as Brazil. */
async function upgraded(): Promise<Socket> {
  const { hostname, port, host } = new URL(hub.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const head = [
    `GET /collab/${document} HTTP/1.1`,
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Cookie: ${br.cookie}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString('latin1')).toContain('101 Switching Protocols')
  socket.resume()
  return socket
}

function masked(opcode: number, length: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(14)
  head[0] = 0x80 | opcode
  head[1] = 0x80 | 127
  head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}

const attacks: Record<string, () => Buffer> = {
  'a frame of 16 MB': () => masked(2, 16 * 1024 * 1024, Buffer.alloc(64 * 1024)),
  'a frame one byte over the limit': () =>
    masked(2, limits.frameBytesMax + 1, Buffer.alloc(limits.frameBytesMax + 1)),
  'a reserved opcode': () => masked(3, 1, Buffer.from([1])),
  'a frame without a mask': () => Buffer.from([0x82, 2, 0, 0]),
  'text instead of bytes': () => masked(1, 5, Buffer.from('hello')),
  'an update of nothing but ones': () =>
    masked(2, 1003, Buffer.concat([Buffer.from([0, 2, 255]), Buffer.alloc(1000, 255)])),
}

for (const [name, craft] of Object.entries(attacks)) {
  test(`I9 ${name} closes who sent it, and nobody else`, async () => {
    const socket = await upgraded()
    const gone = once(socket, 'close')
    socket.on('error', () => {})
    socket.write(craft())
    await gone
    honest.types('x', { block: 2 })
    await until(() => honest.unacknowledged.length === 0)
    expect(honest.isOpen).toBe(true)
  })
}

test('I9 thirty sockets that never read do not grow the hub while one delegate types on', async () => {
  const deaf = await Promise.all(Array.from({ length: 30 }, () => upgraded()))
  for (const socket of deaf) {
    socket.pause()
    // Sync step 1 with an empty state vector: it asks for everything.
    socket.write(masked(2, 4, Buffer.from([0, 0, 1, 0])))
  }
  const before = residentBytes()
  for (let i = 0; i < 400; i++) {
    honest.types('y'.repeat(180), { block: 3 + (i % 5) })
    if (i % 20 === 0) await until(() => honest.unacknowledged.length === 0)
  }
  await until(() => honest.unacknowledged.length === 0)
  expect(residentBytes() - before).toBeLessThan(80 * 1024 * 1024)
  expect(honest.isOpen).toBe(true)
  for (const socket of deaf) socket.destroy()
})

function residentBytes(): number {
  try {
    const status = readFileSync(`/proc/${hub.pid()}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 2_000 && !holds(); i++) await new Promise((r) => setTimeout(r, 5))
  if (!holds()) throw new Error('it did not come about in time')
}
