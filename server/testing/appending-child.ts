// A process that appends until it is killed. In: a data directory and how many documents. Out: one
// line for every acknowledged row: document, seq, hash. Keeps: a line is printed only after the
// store said so.

import { writeSync } from 'node:fs'
import { argv } from 'node:process'
import type { BatchId } from '#shared/ids.ts'
import { openSqliteStore } from '../db/sqlite-store.ts'
import { genesis } from '../db/store.ts'
import { plantDocument, testNow } from './temporary-store.ts'

const [, , directory = '', documents = '1', round = '0'] = argv
const store = await openSqliteStore({ directory, clock: { now: () => testNow } })

async function appendForEver(name: string): Promise<never> {
  const { document } = await plantDocument(store, name)
  let head = (await store.journal.head(document)) ?? { epoch: 'e', seq: 0, hash: genesis }
  for (let n = 0; ; n++) {
    const batch = `${round}-${n}` as BatchId
    const payload = new Uint8Array(50 + (n % 50)).fill(n)
    const row = { batch, payload, meta: `{"n":${n}}`, at: testNow }
    const result = await store.journal.append(document, head, [row])
    if (!('head' in result)) throw new Error('somebody else writes')
    head = result.head
    writeSync(1, `${name} ${head.seq} ${Buffer.from(head.hash).toString('hex')}\n`)
  }
}

await Promise.all(Array.from({ length: Number(documents) }, (_, i) => appendForEver(`d${i}`)))
