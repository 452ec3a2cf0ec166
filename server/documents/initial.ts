// Journal row 1: the words a document begins with. In: blocks in reading order. Out: one Yjs
// update and what the row says about itself. Keeps: base text is written by the hub's own hand
// (clientID 1), each block with an id and an order key, open; the chain covers who made it (I2).

import * as Y from 'yjs'
import { assert } from '#shared/assert.ts'
import { makeBlock, orderKeys } from '#shared/document/blocks.ts'
import type { ImportedBlock } from '#shared/document/import.ts'
import { isPlainText } from '#shared/document/plain-text.ts'
import { openRoots, textOf } from '#shared/document/roots.ts'
import type { AccountId, ClientId } from '#shared/ids.ts'

/** The hand base text is written with; small, so no client can ever be leased it. */
const hubClient: ClientId = 1

/** The first update of a document. Block ids are `b1`, `b2`, … in reading order. */
export function firstUpdate(blocks: readonly ImportedBlock[]): Uint8Array {
  assert(blocks.length > 0, 'a document begins with a block')
  assert(
    blocks.every(({ words }) => isPlainText(words)),
    'base text is plain (N8)',
  )
  const doc = new Y.Doc()
  doc.clientID = hubClient
  openRoots(doc)
  const orders = orderKeys(blocks.length)
  const elements = blocks.map(({ kind, level, words }, i) =>
    makeBlock({ id: `b${i + 1}`, kind, level, status: 'open', order: orders[i]! }, words),
  )
  textOf(doc).insert(0, elements)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** What row 1 says: who made it, and whose clientID 1 is. */
export function metaOfCreation(account: AccountId | null): string {
  const leases = [[hubClient, null, 'hub', account]]
  return JSON.stringify({ v: 1, act: 'created', account, parts: [], leases })
}

/** What the row of a change of phase says. */
export function metaOfPhase(account: AccountId, from: string, to: string): string {
  const detail = { from, to }
  return JSON.stringify({ v: 1, act: 'phase-changed', account, detail, parts: [], leases: [] })
}
