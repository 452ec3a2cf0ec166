// Appends to a journal inside a transaction that is already open, and looks a batch up. In: an
// order and the writing connection. Out: the new head, or the head that stands instead. Keeps: I2:
// rows are written only behind exactly the expected epoch, seq and hash; seq is gapless; a
// conflict writes nothing.

import { hashRow, sameBytes } from '../chain.ts'
import type { Appended, Head, Row } from '../store.ts'
import type { Prepare } from './connection.ts'
import type { AppendOrder } from './protocol.ts'

const selectHead = 'select epoch, seq, hash from head where document_id = ?'
const insertRow =
  'insert into journal (document_id, seq, epoch, batch, payload, meta, at, hash) ' +
  'values (?, ?, ?, ?, ?, ?, ?, ?)'
const upsertHead =
  'insert into head (document_id, epoch, seq, hash) values (?, ?, ?, ?) ' +
  'on conflict (document_id) do update ' +
  'set epoch = excluded.epoch, seq = excluded.seq, hash = excluded.hash'
const selectBatch =
  'select seq, epoch, batch, payload, meta, at, hash from journal ' +
  'where document_id = ? and batch = ?'

export function appendRows(prepare: Prepare, order: AppendOrder): Appended {
  const { document, expected, rows } = order
  const stands = prepare(selectHead).get(document) as Head | undefined
  const begins = !stands && expected.seq === 0
  if (!begins && !(stands && sameHead(stands, expected))) {
    return { conflict: stands ? plainHead(stands) : null }
  }
  if (rows.length === 0) return { head: plainHead(expected) }
  const insert = prepare(insertRow)
  let { seq, hash } = expected
  for (const row of rows) {
    seq += 1
    hash = hashRow(hash, expected.epoch, seq, row)
    insert.run(document, seq, expected.epoch, row.batch, row.payload, row.meta, row.at, hash)
  }
  const head = { epoch: expected.epoch, seq, hash }
  prepare(upsertHead).run(document, head.epoch, head.seq, head.hash)
  return { head }
}

export function findBatch(prepare: Prepare, document: string, batch: string): Row | null {
  const row = prepare(selectBatch).get(document, batch) as Row | undefined
  return row ? { ...row } : null
}

function sameHead(a: Head, b: Head): boolean {
  return a.epoch === b.epoch && a.seq === b.seq && sameBytes(a.hash, b.hash)
}

function plainHead({ epoch, seq, hash }: Head): Head {
  return { epoch, seq, hash }
}
