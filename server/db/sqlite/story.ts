// Runs a story: a function that writes through Kysely inside one transaction on the writing
// thread. In: the story. Out: its value, committed; or its refusal or error, rolled back. Keeps: a
// story is bounded in time; nothing but its own `tx` writes inside it: a second write begun within
// an open story is a bug and crashes at once, because waiting for it would never end.

import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import { BrokenInvariant } from '#shared/assert.ts'
import { limits } from '#shared/limits.ts'
import { isRefusal } from '#shared/refusal.ts'
import { StoreFailed, StoryTimedOut } from '../errors.ts'
import { bindable } from '../parameters.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import { ownBytes } from './protocol.ts'
import type { Writer } from './writer.ts'

/** A story, and the number under which its statements travel. */
type Story<T> = (tx: Tx, id: number) => Promise<T>

export interface Stories {
  /**
   * Gives `story` the floor, then commits. `rollsBack` tells which values undo what was written (a
   * refusal always does). Throws what the story threw, StoryTimedOut, StoreFailed, or
   * UnknownOutcome.
   */
  run<T>(story: Story<T>, rollsBack?: (value: T) => boolean): Promise<T>
  /** Crashes when called from within an open story. */
  assertOutside(): void
  /** Takes no further story and waits for those under way. */
  finish(): Promise<void>
}

export function storiesOn(writer: Writer, storyMsMax: number = limits.storyMsMax): Stories {
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  const underWay = new Set<Promise<unknown>>()
  let lastStory = 0
  let finished = false

  function assertOutside(): void {
    if (inside.getStore()?.open) {
      throw new BrokenInvariant('a write was begun inside an open story: use its `tx`')
    }
  }

  async function whole<T>(story: Story<T>, rollsBack: (value: T) => boolean): Promise<T> {
    const id = ++lastStory
    const rollback = () => writer.ask('rollback', { story: id })
    const mark = { open: true }
    try {
      await writer.ask('begin', { story: id })
      const tx = await transactionOf(writer, id)
      const value = await inTime(storyMsMax, () => inside.run(mark, () => story(tx, id)))
      if (isRefusal(value) || rollsBack(value)) await rollback()
      else await writer.ask('commit', { story: id })
      return value
    } catch (error) {
      // The thread may be gone, and the transaction with it: the first error is the one to tell.
      await rollback().catch(() => null)
      throw error
    } finally {
      mark.open = false
    }
  }

  return {
    assertOutside,
    async run(story, rollsBack = () => false) {
      assertOutside()
      if (finished) throw new StoreFailed('the store is closed')
      const running = whole(story, rollsBack)
      underWay.add(running)
      try {
        return await running
      } finally {
        underWay.delete(running)
      }
    },
    async finish() {
      finished = true
      await Promise.allSettled(underWay)
    },
  }
}

async function inTime<T>(ms: number, story: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoryTimedOut(`a story took more than ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([story(), late])
  } finally {
    clearTimeout(timer)
  }
}

/** A Kysely transaction whose statements go to the story that has the floor under this id. */
function transactionOf(writer: Writer, story: number): Promise<Tx> {
  return new Kysely<Schema>({ dialect: dialectOf(writer, story) }).startTransaction().execute()
}

function dialectOf(writer: Writer, story: number): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driverOf(connectionOf(writer, story)),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

const notYours = (): never => {
  throw new BrokenInvariant('a story does not end its own transaction')
}

/** Begin, commit and rollback belong to `run`: Kysely is handed a transaction already begun. */
function driverOf(connection: DatabaseConnection): Driver {
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: async () => {},
    commitTransaction: async () => notYours(),
    rollbackTransaction: async () => notYours(),
    releaseConnection: async () => {},
    destroy: async () => {},
  }
}

function connectionOf(writer: Writer, story: number): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) {
      const values = bindable(parameters).map((v) => (v instanceof Uint8Array ? ownBytes(v) : v))
      const result = await writer.ask('statement', { story, sql, parameters: values })
      const done: QueryResult<R> = {
        rows: result.rows as R[],
        numAffectedRows: BigInt(result.changes),
        insertId: BigInt(result.lastId),
      }
      return done
    },
    // oxlint-disable-next-line require-yield
    async *streamQuery() {
      throw new BrokenInvariant('a story reads whole answers, never streams')
    },
  }
}
