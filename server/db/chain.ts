// The hash chain of a journal (I2). In: the hash before, and one row. Out: the row's hash. Writer
// and reader both use this one function. Keeps: the hashed bytes are unambiguous: every part whose
// length can vary is preceded by its length, so no two different rows give the same bytes.

import { createHash } from 'node:crypto'
import { JournalBroken } from './errors.ts'
import type { NewRow, Row } from './store.ts'

type Hashed = Pick<NewRow, 'payload' | 'meta'>

/**
 * SHA-256 (32 bytes) over exactly these bytes, in this order; all lengths and numbers big-endian:
 *
 *     prev                     32 bytes (32 zero bytes before row 1)
 *     length of epoch           4 bytes, unsigned
 *     epoch                     UTF-8
 *     seq                       8 bytes, unsigned
 *     length of payload         4 bytes, unsigned
 *     payload                   as stored
 *     length of meta            4 bytes, unsigned
 *     meta                      UTF-8, as stored
 *
 * The chain runs through a change of epoch: the first row of a new epoch stands on the last row
 * before.
 */
export function hashRow(prev: Uint8Array, epoch: string, seq: number, row: Hashed): Uint8Array {
  const epochBytes = Buffer.from(epoch, 'utf8')
  const metaBytes = Buffer.from(row.meta, 'utf8')
  const seqBytes = Buffer.alloc(8)
  seqBytes.writeBigUInt64BE(BigInt(seq))
  const hash = createHash('sha256')
    .update(prev)
    .update(length(epochBytes))
    .update(epochBytes)
    .update(seqBytes)
    .update(length(row.payload))
    .update(row.payload)
    .update(length(metaBytes))
    .update(metaBytes)
    .digest()
  return new Uint8Array(hash)
}

/**
 * Throws JournalBroken unless `rows` follow `prev` without a gap from `after` + 1 and hash as
 * stored.
 */
export function verifyChain(
  document: string,
  after: number,
  prev: Uint8Array,
  rows: readonly Row[],
): void {
  let seq = after
  let before = prev
  for (const row of rows) {
    seq += 1
    if (row.seq !== seq) throw new JournalBroken(document, seq, `found row ${row.seq} instead`)
    if (!sameBytes(row.hash, hashRow(before, row.epoch, seq, row))) {
      throw new JournalBroken(document, seq, 'its hash does not match its content')
    }
    before = row.hash
  }
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

function length(bytes: Uint8Array): Uint8Array {
  const out = Buffer.alloc(4)
  out.writeUInt32BE(bytes.length)
  return out
}
