// Typing as a person does it, made before the measurement. In: a document's state, a clientID, a
// block. Out: one update per letter; letter i is clock i of its client, so latency is known per
// letter even when the hub puts several into one frame. Keeps: writes into a real block, as a
// proposal.

import * as Y from 'yjs'
import { textNodeOf } from '#shared/document/blocks.ts'
import { textOf } from '#shared/document/roots.ts'
import { encodeSync, syncUpdate } from '#shared/wire.ts'
import { frameOf } from './wire.ts'

const letters = 'etaoin shrdlu etaoin cmfwyp '
const caretMovesEvery = 40

function textNode(doc: Y.Doc, index: number): Y.XmlText {
  const blocks = textOf(doc).toArray() as Y.XmlElement[]
  const nodes = blocks.map(textNodeOf).filter((node) => node !== null)
  const node = nodes[index % nodes.length]
  if (!node) throw new Error('the document has no block to write in')
  return node
}

/** `count` updates of one letter each, at the end of a block, among its own letters only. */
export function typing(base: Uint8Array, client: number, block: number, count: number) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, base)
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = textNode(doc, block)
  const start = text.length
  let caret = 0
  for (let i = 0; i < count; i++) {
    if (i % caretMovesEvery === caretMovesEvery - 1) {
      caret = Math.floor(Math.random() * (text.length - start + 1))
    }
    text.insert(start + caret++, letters[(i * 7) % letters.length]!)
  }
  return updates
}

export const framed = (updates: readonly Uint8Array[]): Buffer[] =>
  updates.map((update) => frameOf(encodeSync(syncUpdate, update)))

/** A clientID as a page that comes anew would have it. */
export const freshClient = (): number => 2 ** 21 + Math.floor(Math.random() * 2 ** 31)

/** Which clocks of which clients an update brings: (client, from, to). */
export function eachClock(update: Uint8Array, found: (client: number, to: number) => void): void {
  const { to } = Y.parseUpdateMeta(update)
  for (const [client, end] of to) found(client, end)
}
