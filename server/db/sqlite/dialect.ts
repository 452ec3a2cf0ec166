// Kysely on a SQLite connection of this thread: for reading, and for migrations. In: a connection.
// Out: a dialect. Keeps: rows are plain objects; only what every engine can keep is bound; a
// migration is applied whole or not at all.

import { SqliteAdapter, SqliteDialect } from 'kysely'
import type { SqliteDatabase } from 'kysely'
import { bindable } from '../parameters.ts'
import { statementCache } from './connection.ts'
import type { Connection } from './connection.ts'

/** Kysely on a connection in this thread. */
export function dialectOver(db: Connection): SqliteDialect {
  return new DialectWithDdl({ database: driven(db) })
}

/** SQLite rolls back DDL like anything else. */
class DialectWithDdl extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new AdapterWithDdl()
  }
}

class AdapterWithDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function driven(db: Connection): SqliteDatabase {
  const prepare = statementCache(db)
  return {
    close: () => db.close(),
    prepare(sql) {
      const statement = prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) =>
          statement.all(...bindable(parameters)).map((row) => Object.assign({}, row)),
        run: (parameters) => statement.run(...bindable(parameters)),
        iterate: (parameters) => statement.iterate(...bindable(parameters)),
      }
    },
  }
}
