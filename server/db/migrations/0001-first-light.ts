// The first schema. In: a connection and the engine's column types. Out: every table of schema.ts
// with its keys and indexes, and `probe`, one row that /healthz writes. Keeps: rowid tables,
// STRICT on SQLite; audit rows refer to nothing by foreign key, so that the record never stands in
// the way.

import { sql } from 'kysely'
import type { Engine } from '../migrate.ts'

export async function firstLight({ db, types, create }: Engine): Promise<void> {
  const engine = { db, types, create }
  await people(engine)
  await processes(engine)
  await documents(engine)
  await journals(engine)
  await records(engine)
}

async function people({ db, types, create }: Engine): Promise<void> {
  await create('account', (table) =>
    table
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('email', 'text', (c) => c.notNull().unique())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('password', 'text')
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('created_at', types.integer, (c) => c.notNull()),
  )
  await create('login', (table) =>
    table
      .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
      .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
      .addColumn('agent', 'text', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('created_at', types.integer, (c) => c.notNull())
      .addColumn('seen_at', types.integer, (c) => c.notNull())
      .addColumn('expires_at', types.integer, (c) => c.notNull())
      .addColumn('ends_at', types.integer, (c) => c.notNull()),
  )
  await db.schema.createIndex('login_account').on('login').column('account_id').execute()
  await db.schema.createIndex('login_expires').on('login').column('expires_at').execute()
  await create('link', (table) =>
    table
      .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text', (c) => c.references('account.id'))
      .addColumn('created_by', 'text', (c) => c.references('account.id'))
      .addColumn('created_at', types.integer, (c) => c.notNull())
      .addColumn('expires_at', types.integer, (c) => c.notNull())
      .addColumn('used_at', types.integer),
  )
  await db.schema.createIndex('link_account').on('link').column('account_id').execute()
}

async function processes({ db, types, create }: Engine): Promise<void> {
  await create('process', (table) =>
    table
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('names', 'text', (c) => c.notNull())
      .addColumn('short_name', 'text', (c) => c.notNull())
      .addColumn('languages', 'text', (c) => c.notNull())
      .addColumn('description', 'text', (c) => c.notNull())
      .addColumn('fictitious', types.integer, (c) => c.notNull().check(sql`fictitious in (0, 1)`))
      .addColumn('created_at', types.integer, (c) => c.notNull()),
  )
  await create('member', (table) =>
    table
      .addColumn('process_id', 'text', (c) => c.notNull().references('process.id'))
      .addColumn('party', 'text', (c) => c.notNull())
      .addColumn('standing', 'text', (c) => c.notNull())
      .addColumn('since', 'text')
      .addColumn('until', 'text')
      .addColumn('source', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('member_key', ['process_id', 'party']),
  )
  await create('organ', (table) =>
    table
      .addColumn('process_id', 'text', (c) => c.notNull().references('process.id'))
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('names', 'text', (c) => c.notNull())
      .addColumn('level', 'text', (c) => c.notNull())
      .addColumn('position', types.integer, (c) => c.notNull())
      .addPrimaryKeyConstraint('organ_key', ['process_id', 'key']),
  )
  await create('seat', (table) =>
    table
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('process_id', 'text', (c) => c.notNull().references('process.id'))
      .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('party', 'text', (c) => c.notNull())
      .addColumn('speaks', types.integer, (c) => c.notNull().check(sql`speaks in (0, 1)`))
      .addColumn('writing_suspended_at', types.integer)
      .addColumn('created_at', types.integer, (c) => c.notNull())
      .addColumn('ended_at', types.integer),
  )
  await db.schema.createIndex('seat_account').on('seat').column('account_id').execute()
  await db.schema.createIndex('seat_process').on('seat').column('process_id').execute()
  await db.schema
    .createIndex('seat_one_active')
    .unique()
    .on('seat')
    .columns(['process_id', 'account_id'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute()
}

async function documents({ db, types, create }: Engine): Promise<void> {
  await create('work', (table) =>
    table
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('process_id', 'text', (c) => c.notNull().references('process.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('symbol', 'text', (c) => c.notNull())
      .addColumn('fictitious', types.integer, (c) => c.notNull().check(sql`fictitious in (0, 1)`))
      .addColumn('created_by', 'text', (c) => c.references('account.id'))
      .addColumn('created_at', types.integer, (c) => c.notNull()),
  )
  await db.schema.createIndex('work_process').on('work').column('process_id').execute()
  await create('document', (table) =>
    table
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('work_id', 'text', (c) => c.notNull().references('work.id'))
      .addColumn('process_id', 'text', (c) => c.notNull().references('process.id'))
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('phase', 'text', (c) => c.notNull())
      .addColumn('reading', types.integer, (c) => c.notNull())
      .addColumn('writing', 'text', (c) => c.notNull())
      .addColumn('shared', types.integer, (c) => c.notNull().check(sql`shared in (0, 1)`))
      .addColumn('open_to_observers', types.integer, (c) =>
        c.notNull().check(sql`open_to_observers in (0, 1)`),
      )
      .addColumn('created_at', types.integer, (c) => c.notNull())
      .addColumn('changed_at', types.integer, (c) => c.notNull()),
  )
  await db.schema.createIndex('document_work').on('document').column('work_id').execute()
  await db.schema.createIndex('document_process').on('document').column('process_id').execute()
}

async function journals({ db, types, create }: Engine): Promise<void> {
  await create('head', (table) =>
    table
      .addColumn('document_id', 'text', (c) => c.primaryKey().notNull().references('document.id'))
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', types.integer, (c) => c.notNull())
      .addColumn('hash', types.bytes, (c) => c.notNull()),
  )
  await create('journal', (table) =>
    table
      .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
      .addColumn('seq', types.integer, (c) => c.notNull())
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('batch', 'text', (c) => c.notNull())
      .addColumn('payload', types.bytes, (c) => c.notNull())
      .addColumn('meta', 'text', (c) => c.notNull())
      .addColumn('at', types.integer, (c) => c.notNull())
      .addColumn('hash', types.bytes, (c) => c.notNull())
      .addPrimaryKeyConstraint('journal_key', ['document_id', 'seq'])
      .addUniqueConstraint('journal_batch', ['document_id', 'batch']),
  )
  await create('snapshot', (table) =>
    table
      .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', types.integer, (c) => c.notNull())
      .addColumn('state', types.bytes, (c) => c.notNull())
      .addColumn('hash', types.bytes, (c) => c.notNull())
      .addColumn('at', types.integer, (c) => c.notNull())
      .addPrimaryKeyConstraint('snapshot_key', ['document_id', 'epoch', 'seq']),
  )
  await create('lease', (table) =>
    table
      .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
      .addColumn('client_id', types.integer, (c) => c.notNull())
      .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
      .addColumn('party', 'text')
      .addColumn('hand', 'text', (c) => c.notNull())
      .addColumn('token', 'text')
      .addColumn('created_at', types.integer, (c) => c.notNull())
      .addPrimaryKeyConstraint('lease_key', ['document_id', 'client_id']),
  )
  await db.schema
    .createIndex('lease_account')
    .on('lease')
    .columns(['account_id', 'document_id'])
    .execute()
}

async function records({ db, types, create }: Engine): Promise<void> {
  await create('refusal', (table) =>
    types
      .counter(table, 'id')
      .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
      .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('rule', 'text')
      .addColumn('at', types.integer, (c) => c.notNull()),
  )
  await db.schema
    .createIndex('refusal_by_document')
    .on('refusal')
    .columns(['document_id', 'account_id', 'at'])
    .execute()
  await create('audit', (table) =>
    table
      .addColumn('seq', types.integer, (c) => c.primaryKey().notNull())
      .addColumn('at', types.integer, (c) => c.notNull())
      .addColumn('account_id', 'text')
      .addColumn('process_id', 'text')
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('target', 'text', (c) => c.notNull())
      .addColumn('detail', 'text', (c) => c.notNull())
      .addColumn('rule', 'text')
      .addColumn('hash', types.bytes, (c) => c.notNull()),
  )
  await db.schema
    .createIndex('audit_by_process')
    .on('audit')
    .columns(['process_id', 'seq'])
    .execute()
  await create('outbox', (table) =>
    types
      .counter(table, 'id')
      .addColumn('topic', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('at', types.integer, (c) => c.notNull()),
  )
  await db.schema.createIndex('outbox_topic').on('outbox').columns(['topic', 'id']).execute()
  await create('probe', (table) =>
    table
      .addColumn('id', types.integer, (c) => c.primaryKey().notNull())
      .addColumn('at', types.integer, (c) => c.notNull()),
  )
  await sql`insert into probe (id, at) values (1, 0)`.execute(db)
}
