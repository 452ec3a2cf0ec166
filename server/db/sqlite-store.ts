// The store on SQLite. In: a data directory and a clock. Out: a Store: one thread writes, this one
// reads. Keeps: I1 and I2; the directory is held by one hub; nothing of SQLite is visible outside.

import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { assert } from '#shared/assert.ts'
import type { DocumentId } from '#shared/ids.ts'
import { isRefusal } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { sameBytes, sha256 } from './chain.ts'
import { cannotOpen, openDirectory } from './directory.ts'
import { StoreFailed } from './errors.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { genesis } from './store.ts'
import type { Appended, Head, Journal, NewRow, Store, Tx } from './store.ts'
import { openReading, openWriting } from './sqlite/connection.ts'
import { dialectOver } from './sqlite/dialect.ts'
import { ownBytes } from './sqlite/protocol.ts'
import type { AppendOrder, WriterFacts } from './sqlite/protocol.ts'
import { journalReader } from './sqlite/reader.ts'
import { storiesOn } from './sqlite/story.ts'
import type { Stories } from './sqlite/story.ts'
import { startWriter } from './sqlite/writer.ts'
import type { Writer } from './sqlite/writer.ts'

/** Milliseconds since 1970, UTC. */
interface Clock {
  now(): number
}

export interface SqliteStoreOptions {
  readonly directory: string
  readonly clock: Clock
  /** How long a story may take, in milliseconds; limits.storyMsMax unless a test says otherwise. */
  readonly storyMsMax?: number
}

export interface SqliteStore extends Store {
  /** What the writing connection says about itself. */
  writerFacts(): Promise<WriterFacts>
  /** Ends the writing thread where it stands, as a crash would; the next write starts another. */
  killWriter(): Promise<void>
}

/** Name of the database file in the data directory. */
export const databaseFile = 'plenaria.sqlite'

/**
 * Opens (and creates, and migrates) the store; throws CannotStart with a sentence for the
 * operator.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const held = openDirectory(options.directory)
  const file = join(held.path, databaseFile)
  try {
    await migrateFile(file)
    const writer = await startWriter(file)
    return storeOver(file, writer, options, held.release)
  } catch (error) {
    held.release()
    throw cannotOpen(held.path, error)
  }
}

/** Before the writing thread exists: from then on it owns the only writing connection. */
async function migrateFile(file: string): Promise<void> {
  const db = openWriting(file)
  try {
    await migrate(new Kysely<unknown>({ dialect: dialectOver(db) }), 'sqlite')
  } finally {
    db.close()
  }
}

function storeOver(
  file: string,
  writer: Writer,
  options: SqliteStoreOptions,
  release: () => void,
): SqliteStore {
  const { clock } = options
  const stories = storiesOn(writer, options.storyMsMax)
  const readConnection = openReading(file)
  const journalConnection = openReading(file)
  let closed: Promise<void> | null = null
  /** The writing connection closes last, and so takes the write-ahead log with it. */
  const finish = async () => {
    await stories.finish()
    await writer.settled()
    readConnection.close()
    journalConnection.close()
    await writer.close()
    release()
  }
  return {
    read: new Kysely<Schema>({ dialect: dialectOver(readConnection) }),
    transaction: (story) => stories.run((tx) => story(tx)),
    journal: journalOver(writer, stories, journalReader(journalConnection), clock),
    async probe() {
      await stories.run((tx) => sql`update probe set at = ${clock.now()} where id = 1`.execute(tx))
    },
    close() {
      closed ??= finish()
      return closed
    },
    writerFacts: () => writer.ask('facts', null),
    killWriter: () => writer.kill(),
  }
}

function journalOver(
  writer: Writer,
  stories: Stories,
  reader: ReturnType<typeof journalReader>,
  clock: Clock,
): Journal {
  return {
    async append(document, expected, rows, alongside) {
      const { order, transfer } = orderOf(document, expected, rows)
      if (!alongside) {
        stories.assertOutside()
        return writer.ask('append', order, transfer)
      }
      const story = async (tx: Parameters<typeof alongside>[0], id: number) => {
        const append = () => writer.ask('append', { ...order, story: id }, transfer)
        // A journal that begins refers to the document that begins with it.
        if (expected.seq === 0 && !(await isThere(tx, document)))
          return (await alongside(tx)) ?? append()
        const done = await append()
        if ('conflict' in done) return done
        return (await alongside(tx)) ?? done
      }
      return stories.run<Appended | Refusal>(story, isConflict)
    },
    head: async (document) => reader.head(document),
    rows: async (document, after, limit = Number.MAX_SAFE_INTEGER - 1) =>
      reader.rows(document, after, limit),
    byBatch: (document, batch) => writer.ask('byBatch', { document, batch }),
    snapshot: async (document) => reader.snapshot(document),
    async saveSnapshot(document, snapshot) {
      const { epoch, seq, state } = snapshot
      const values = { epoch, seq, state, hash: sha256(state), at: clock.now() }
      await stories.run((tx) =>
        tx
          .insertInto('snapshot')
          .values({ document_id: document, ...values })
          .onConflict((on) => on.columns(['document_id', 'epoch', 'seq']).doUpdateSet(values))
          .execute(),
      )
      if (!reader.holds(document, snapshot)) {
        throw new StoreFailed(`the snapshot of ${document} at ${seq} did not read back as written`)
      }
    },
  }
}

async function isThere(tx: Tx, document: DocumentId): Promise<boolean> {
  const query = tx.selectFrom('document').select('id').where('id', '=', document)
  return (await query.executeTakeFirst()) !== undefined
}

const isConflict = (value: Appended | Refusal) => !isRefusal(value) && 'conflict' in value

/**
 * An order that owns its bytes: what the caller does with its arrays afterwards changes nothing.
 */
function orderOf(document: string, expected: Head, rows: readonly NewRow[]) {
  if (expected.seq === 0) assert(sameBytes(expected.hash, genesis), 'a journal begins at genesis')
  const texts = [document, expected.epoch, ...rows.flatMap((row) => [row.batch, row.meta])]
  assert(!texts.some((text) => text.includes('\0')), 'text with a NUL cannot be stored')
  const order: AppendOrder = {
    document,
    expected: { epoch: expected.epoch, seq: expected.seq, hash: ownBytes(expected.hash) },
    rows: rows.map(({ batch, payload, meta, at }) => {
      return { batch, payload: ownBytes(payload), meta, at }
    }),
    story: null,
  }
  const transfer = order.rows.map((row) => row.payload.buffer as ArrayBuffer)
  return { order, transfer }
}
