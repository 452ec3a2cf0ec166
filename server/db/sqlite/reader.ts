// Reads journals and snapshots on a read-only connection of the main thread. In: a document. Out:
// rows whose chain was verified, heads, snapshots that match their hash. Keeps: only committed
// state is seen; rows and head are read at one moment; a broken chain throws, a broken snapshot is
// passed over.

import { sameBytes, sha256, verifyChain } from '../chain.ts'
import { JournalBroken } from '../errors.ts'
import { genesis } from '../store.ts'
import type { Head, Row, Snapshot } from '../store.ts'
import { statementCache } from './connection.ts'
import type { Connection } from './connection.ts'

export interface JournalReader {
  head(document: string): Head | null
  rows(document: string, after: number, limit: number): Row[]
  snapshot(document: string): Snapshot | null
  /** Is exactly this snapshot on disk? */
  holds(document: string, snapshot: Snapshot): boolean
}

const selectHead = 'select epoch, seq, hash from head where document_id = ?'
// From the row before the first one asked for: its hash is what the chain is verified against.
const selectRows =
  'select seq, epoch, batch, payload, meta, at, hash from journal ' +
  'where document_id = ? and seq >= ? order by seq limit ?'
// A snapshot of another epoch, or one that runs ahead of the journal, is of another history.
const selectSnapshots =
  'select s.epoch, s.seq, s.state, s.hash from snapshot s ' +
  'join head h on h.document_id = s.document_id and h.epoch = s.epoch and s.seq <= h.seq ' +
  'where s.document_id = ? order by s.seq desc'
const selectSnapshot =
  'select state, hash from snapshot where document_id = ? and epoch = ? and seq = ?'

export function journalReader(db: Connection): JournalReader {
  const prepare = statementCache(db)

  function atOneMoment<T>(read: () => T): T {
    db.exec('begin')
    try {
      return read()
    } finally {
      db.exec('commit')
    }
  }

  function head(document: string): Head | null {
    const found = prepare(selectHead).get(document) as Head | undefined
    return found ? { ...found } : null
  }

  return {
    head,
    rows(document, after, limit) {
      const { found, stands } = atOneMoment(() => ({
        found: prepare(selectRows).all(document, after, limit + 1) as unknown as Row[],
        stands: head(document),
      }))
      return verified(document, after, limit, found, stands)
    },
    snapshot(document) {
      type Stored = Snapshot & { hash: Uint8Array }
      for (const row of prepare(selectSnapshots).iterate(document) as Iterable<unknown>) {
        const { epoch, seq, state, hash } = row as Stored
        if (sameBytes(sha256(state), hash)) return { epoch, seq, state }
      }
      return null
    },
    holds(document, { epoch, seq, state }) {
      const found = prepare(selectSnapshot).get(document, epoch, seq)
      if (!(found?.state instanceof Uint8Array) || !(found.hash instanceof Uint8Array)) return false
      return sameBytes(found.state, state) && sameBytes(found.hash, sha256(state))
    },
  }
}

/** The rows behind `after`, once the chain holds from the row at `after` to the head. */
function verified(
  document: string,
  after: number,
  limit: number,
  found: readonly Row[],
  stands: Head | null,
): Row[] {
  const newest = stands?.seq ?? 0
  const before = after === 0 ? null : found[0]
  if (after > newest) return []
  if (after > 0 && before?.seq !== after) throw new JournalBroken(document, after, 'it is missing')
  const rows = found
    .slice(before ? 1 : 0, (before ? 1 : 0) + limit)
    .map((row) => Object.assign({}, row))
  verifyChain(document, after, before?.hash ?? genesis, rows)
  const last = rows.at(-1) ?? before
  const reached = last?.seq ?? 0
  if (rows.length < limit && reached !== newest) {
    throw new JournalBroken(document, reached + 1, `the head stands at ${newest}`)
  }
  if (stands && last && reached === newest && !sameBytes(last.hash, stands.hash)) {
    throw new JournalBroken(document, newest, 'its hash is not the one of the head')
  }
  return rows
}
