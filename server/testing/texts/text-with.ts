// Texts for tests. In: words. Out: the first update of a document, as the hub writes it; and a document
// rebuilt from journal rows.

import * as Y from 'yjs'
import { makeBlock, orderKeys, type BlockAttributes } from '#shared/document/blocks.ts'
import { openRoots, textOf } from '#shared/document/roots.ts'
import type { Row } from '../../db/store.ts'

type Given = string | (Partial<BlockAttributes> & { words: string })

export function textWith(given: readonly Given[]): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  openRoots(doc)
  const orders = orderKeys(given.length)
  const blocks = given.map((one, i) => {
    const { words, ...attributes } = typeof one === 'string' ? { words: one } : one
    const base: BlockAttributes = {
      id: `b${i}`,
      kind: 'operative',
      level: 1,
      status: 'open',
      order: orders[i]!,
    }
    return makeBlock({ ...base, ...attributes }, words)
  })
  textOf(doc).insert(0, blocks)
  return Y.encodeStateAsUpdate(doc)
}

export function rebuilt(rows: readonly Pick<Row, 'payload'>[]): Y.Doc {
  const doc = new Y.Doc()
  openRoots(doc)
  for (const { payload } of rows) Y.applyUpdate(doc, payload, 'journal')
  return doc
}
