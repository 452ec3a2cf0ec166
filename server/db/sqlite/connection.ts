// One SQLite connection and its prepared statements. In: a file. Out: a connection with our
// pragmas. Keeps: WAL, synchronous FULL and foreign keys on wherever we write; node's SQLite is
// imported here, in directory.ts and nowhere else; no Kysely, so that the writing thread starts
// fast.

import { DatabaseSync } from 'node:sqlite'
import type { StatementSync } from 'node:sqlite'
import { limits } from '#shared/limits.ts'
import { assert } from '#shared/assert.ts'

export type Connection = DatabaseSync
export type Prepare = (sql: string) => StatementSync

const busyTimeoutMs = 5_000
const synchronousFull = 2

export function openWriting(file: string): Connection {
  const db = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
  db.exec('pragma journal_mode = wal')
  db.exec('pragma synchronous = full')
  db.exec('pragma foreign_keys = on')
  assert(pragma(db, 'journal_mode') === 'wal', 'the store is not in WAL mode')
  assert(pragma(db, 'synchronous') === synchronousFull, 'the store does not wait for the disk')
  assert(pragma(db, 'foreign_keys') === 1, 'the store does not check foreign keys')
  return db
}

export function openReading(file: string): Connection {
  const db = new DatabaseSync(file, { timeout: busyTimeoutMs, readOnly: true })
  db.exec('pragma query_only = on')
  return db
}

/** The value of a pragma as this very connection sees it. */
export function pragma(db: Connection, name: string): unknown {
  return db.prepare(`pragma ${name}`).get()?.[name]
}

/** Prepares each text once; forgets all of them when there are too many. */
export function statementCache(db: Connection): Prepare {
  const known = new Map<string, StatementSync>()
  return (sql) => {
    const found = known.get(sql)
    if (found) return found
    if (known.size >= limits.storeStatementsCachedMax) known.clear()
    const statement = db.prepare(sql)
    known.set(sql, statement)
    return statement
  }
}
