// Brings a database to today's schema. In: a Kysely connection and which engine it is. Out: every
// migration applied, in order, in one transaction. Keeps: one migration set for all engines; only
// the map of column types differs. A database written by a newer Plenaria is refused, not touched.

import { sql } from 'kysely'
import type { CreateTableBuilder, Kysely } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration'
import type { Migration } from 'kysely/migration'
import { NewerDatabase } from './errors.ts'
import { firstLight } from './migrations/0001-first-light.ts'

type Table = CreateTableBuilder<string, never>

interface Types {
  /** Whole numbers up to 2^53: times in milliseconds, clientIDs. */
  readonly integer: 'integer' | 'bigint'
  readonly bytes: 'blob' | 'bytea'
  /** Adds a primary key that counts up and is never used twice. */
  counter(table: Table, column: string): CreateTableBuilder<string, string>
}

/** What a migration may use. */
export interface Engine {
  readonly db: Kysely<unknown>
  readonly types: Types
  create(name: string, columns: (table: Table) => CreateTableBuilder<string, string>): Promise<void>
}

export type EngineName = 'sqlite' | 'postgres'

const typesOf: Record<EngineName, Types> = {
  sqlite: {
    integer: 'integer',
    bytes: 'blob',
    counter: (table, column) =>
      table.addColumn(column, 'integer', (c) => c.primaryKey().autoIncrement().notNull()),
  },
  postgres: {
    integer: 'bigint',
    bytes: 'bytea',
    counter: (table, column) => table.addColumn(column, 'bigserial', (c) => c.primaryKey()),
  },
}

/** Migration name → migration. Names are applied in alphabetical order and never change. */
const migrations: Record<string, (engine: Engine) => Promise<void>> = {
  '0001-first-light': firstLight,
}

/** Applies what is missing; throws NewerDatabase or what went wrong, with nothing applied. */
export async function migrate(db: Kysely<unknown>, name: EngineName): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrationsFor(name)) }
  await assertNotNewer(db)
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
}

async function assertNotNewer(db: Kysely<unknown>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return
  const table = sql.table(DEFAULT_MIGRATION_TABLE)
  const { rows } = await sql<{ name: string }>`select name from ${table}`.execute(db)
  const unknown = rows.find(({ name }) => !(name in migrations))
  if (unknown) throw new NewerDatabase(`the migration ${unknown.name} is not known here`)
}

function migrationsFor(name: EngineName): Record<string, Migration> {
  const entries = Object.entries(migrations).map(([key, migration]): [string, Migration] => [
    key,
    { up: (db: Kysely<unknown>) => migration(engineOn(db, name)) },
  ])
  return Object.fromEntries(entries)
}

function engineOn(db: Kysely<unknown>, name: EngineName): Engine {
  return {
    db,
    types: typesOf[name],
    async create(table, columns) {
      const built = columns(db.schema.createTable(table))
      await (name === 'sqlite' ? built.modifyEnd(sql`strict`) : built).execute()
    },
  }
}
