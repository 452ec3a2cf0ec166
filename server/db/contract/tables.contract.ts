// Contract of a store: every table of schema.ts exists with exactly its columns. In: a store. Out:
// a case. Keeps: the migrations and the types say the same; a column forgotten in either fails
// here.

import type { Insertable, Selectable } from 'kysely'
import { expect } from 'vitest'
import { plantDocument } from '../../testing/temporary-store.ts'
import type { Schema } from '../schema.ts'
import type { Cases } from './rows.contract.ts'

type Rows = { readonly [Table in keyof Schema]: Selectable<Schema[Table]> }

const id = <Id>(text: string) => text as Id
const bytes = (fill: number) => new Uint8Array(32).fill(fill)
const planted = { document: 'declaration', process: 'csm', account: 'planter' }

/** A full row of every table, beside what was planted, in an order in which foreign keys hold. */
const rows: Rows = {
  account: {
    id: id('a2'),
    email: 'a2@example.org',
    name: 'Ana',
    password: '$argon2id$',
    language: 'pt',
    created_at: 1,
  },
  login: {
    hash: id('h'),
    account_id: id('a2'),
    agent: 'Firefox',
    address: '::1',
    created_at: 1,
    seen_at: 2,
    expires_at: 3,
    ends_at: 4,
  },
  link: {
    hash: 'l',
    kind: 'invitation',
    account_id: id('a2'),
    created_by: id(planted.account),
    created_at: 1,
    expires_at: 2,
    used_at: 3,
  },
  process: {
    id: id('midsa'),
    names: '{}',
    short_name: 'MIDSA',
    languages: '["en","fr","pt"]',
    description: '{}',
    fictitious: 1,
    created_at: 1,
  },
  member: {
    process_id: id('midsa'),
    party: id('ZA'),
    standing: 'member',
    since: '2000-11-01',
    until: '2030-01-01',
    source: 'https://example.org',
  },
  organ: {
    process_id: id('midsa'),
    key: 'ministers',
    names: '{}',
    level: 'ministerial',
    position: 1,
  },
  seat: {
    id: id('s'),
    process_id: id('midsa'),
    account_id: id('a2'),
    role: 'chair',
    party: id('CHAIR'),
    speaks: 1,
    writing_suspended_at: 2,
    created_at: 1,
    ended_at: 3,
  },
  work: {
    id: id('w2'),
    process_id: id('midsa'),
    kind: 'declaration',
    title: 'Declaration',
    symbol: 'MIDSA/1',
    fictitious: 1,
    created_by: id('a2'),
    created_at: 1,
  },
  document: {
    id: id('d2'),
    work_id: id('w2'),
    process_id: id('midsa'),
    title: 'Declaration',
    language: 'en',
    phase: 'drafting',
    reading: 1,
    writing: 'together',
    shared: 0,
    open_to_observers: 0,
    created_at: 1,
    changed_at: 2,
  },
  head: { document_id: id('d2'), epoch: 'e', seq: 1, hash: bytes(1) },
  journal: {
    document_id: id('d2'),
    seq: 1,
    epoch: 'e',
    batch: id('b'),
    payload: bytes(2),
    meta: '{}',
    at: 1,
    hash: bytes(3),
  },
  snapshot: { document_id: id('d2'), epoch: 'e', seq: 1, state: bytes(4), hash: bytes(5), at: 1 },
  lease: {
    document_id: id('d2'),
    client_id: 4_294_967_295,
    account_id: id('a2'),
    party: id('BR'),
    hand: 'own',
    token: 't',
    created_at: 1,
  },
  refusal: {
    id: 1,
    document_id: id('d2'),
    account_id: id('a2'),
    code: 'base-words',
    rule: 'N2',
    at: 1,
  },
  audit: {
    seq: 1,
    at: 1,
    account_id: id('gone'),
    process_id: id('midsa'),
    act: 'signed in',
    target: 'a2',
    detail: '{}',
    rule: 'N1',
    hash: bytes(6),
  },
  outbox: { id: 1, topic: 'process:midsa', event: '{}', at: 1 },
}

const keyColumn: Partial<Record<keyof Schema, string>> = {
  login: 'hash',
  link: 'hash',
  member: 'party',
  organ: 'key',
  head: 'document_id',
  journal: 'document_id',
  snapshot: 'document_id',
  lease: 'document_id',
  audit: 'seq',
}

export const tables: Cases = {
  'a full row of every table is written and read back, column by column': async (store) => {
    await plantDocument(store)
    const all = Object.entries(rows) as [keyof Schema, Record<string, unknown>][]
    await store.transaction(async (tx) => {
      for (const [table, row] of all) {
        await tx
          .insertInto(table)
          .values(row as Insertable<Schema[typeof table]>)
          .execute()
      }
    })
    for (const [table, row] of all) {
      const found = await store.read.selectFrom(table).selectAll().execute()
      const key = keyColumn[table] ?? 'id'
      const same = found.filter((one) => (one as Record<string, unknown>)[key] === row[key])
      expect({ [table]: same }).toEqual({ [table]: [row] })
    }
  },
}
