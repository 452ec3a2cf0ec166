// The store on SQLite: the contract, and what only files, threads and crashes can show.

import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath, getuid } from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { DocumentId } from '#shared/ids.ts'
import { plantDocument, temporaryStore, testNow } from '../testing/temporary-store.ts'
import type { TemporaryStore } from '../testing/temporary-store.ts'
import { row, start } from './contract/rows.contract.ts'
import { openDirectory } from './directory.ts'
import { CannotStart, StoreFailed, StoryTimedOut, UnknownOutcome } from './errors.ts'
import { databaseFile, openSqliteStore } from './sqlite-store.ts'
import { storeContract } from './store.contract.ts'

storeContract('sqlite', temporaryStore)

const large = () => row(new Uint8Array(200_000))
const clock = { now: () => testNow }

function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'plenaria-directory-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** The sentence with which opening fails. */
async function refusal(directory: string): Promise<string> {
  const error = await openSqliteStore({ directory, clock }).then(
    (store) => store.close().then(() => null),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(CannotStart)
  const { message } = error as CannotStart
  expect(message.split('\n').length).toBe(1)
  return message
}

describe('the writing thread', () => {
  let store: TemporaryStore
  let document: DocumentId
  beforeEach(async () => {
    store = await temporaryStore({ storyMsMax: 200 })
    document = (await plantDocument(store)).document
  })
  afterEach(() => store.close())

  test('I1: its own connection waits for the disk (synchronous is FULL), in WAL mode', async () => {
    expect(await store.writerFacts()).toMatchObject({
      synchronous: 2,
      journalMode: 'wal',
      foreignKeys: 1,
    })
    await store.killWriter()
    await store.probe()
    expect((await store.writerFacts()).synchronous).toBe(2)
  })

  test('many appends at once share one commit', async () => {
    const documents = []
    for (let i = 0; i < 40; i++) documents.push((await plantDocument(store, `d${i}`)).document)
    const before = (await store.writerFacts()).commits
    const begun = Promise.withResolvers<void>()
    const sent = Promise.withResolvers<void>()
    const story = store.transaction(async () => {
      begun.resolve()
      await sent.promise
    })
    await begun.promise
    const appends = documents.map((one) => store.journal.append(one, start(), [row()]))
    sent.resolve()
    await Promise.all([story, ...appends])
    const commitsOfTheStory = 1
    expect((await store.writerFacts()).commits - before - commitsOfTheStory).toBe(1)
  })

  test('appends wait for a story that has the floor, and are not part of it', async () => {
    const other = await plantDocument(store, 'other')
    const begun = Promise.withResolvers<void>()
    const sent = Promise.withResolvers<void>()
    const story = store.transaction(async (tx) => {
      begun.resolve()
      await sent.promise
      await tx.updateTable('work').set({ title: 'never' }).execute()
      await pause(30)
      expect(await store.journal.head(other.document)).toBeNull()
      throw new RangeError('on purpose')
    })
    await begun.promise
    const append = store.journal.append(other.document, start(), [row()])
    sent.resolve()
    await expect(story).rejects.toThrow(RangeError)
    expect(await append).toHaveProperty('head')
    expect((await store.journal.rows(other.document, 0)).length).toBe(1)
  })

  test('a story that hangs is rolled back, and the next one runs', async () => {
    const hanging = store.transaction(async (tx) => {
      await tx.updateTable('work').set({ title: 'never' }).execute()
      await new Promise(() => {})
    })
    const next = store.transaction(async () => 'next')
    await expect(hanging).rejects.toBeInstanceOf(StoryTimedOut)
    expect(await next).toBe('next')
    const found = await store.read.selectFrom('work').select('title').executeTakeFirstOrThrow()
    expect(found.title).toBe('Declaration')
  })

  test('killed, it leaves an append unknown; its successor answers the look-up', async () => {
    const sought = row()
    const append = store.journal.append(document, start(), [sought])
    const [, outcome] = await Promise.allSettled([store.killWriter(), append])
    const reason: unknown = outcome.status === 'rejected' ? outcome.reason : null
    expect(reason === null || reason instanceof UnknownOutcome).toBe(true)
    const found = await store.journal.byBatch(document, sought.batch)
    const head = await store.journal.head(document)
    expect(head?.seq ?? 0).toBe(found ? 1 : 0)
    const next = await store.journal.append(document, head ?? start(), [row()])
    expect(next).toHaveProperty('head.seq', found ? 2 : 1)
  })

  test('killed inside a story, nothing of the story is there', async () => {
    const story = store.transaction(async (tx) => {
      await tx.updateTable('work').set({ title: 'never' }).execute()
      await store.killWriter()
      await tx.updateTable('work').set({ title: 'never either' }).execute()
    })
    await expect(story).rejects.toBeInstanceOf(StoreFailed)
    const alongside = store.journal.append(document, start(), [row()], () => store.killWriter())
    await expect(alongside).rejects.toBeInstanceOf(StoreFailed)
    await store.probe()
    const found = await store.read.selectFrom('work').select('title').executeTakeFirstOrThrow()
    expect(found.title).toBe('Declaration')
    expect(await store.journal.head(document)).toBeNull()
  })

  test('I9: past its bound the queue refuses, and what was in it is answered', async () => {
    const bytes = new Uint8Array(60 * 1024 * 1024)
    const appends = Array.from({ length: 6 }, (_, i) =>
      store.journal.append(`none${i}` as DocumentId, start(), [row(bytes)]),
    )
    const refused = store.journal.append(document, start(), [row(bytes)])
    await expect(refused).rejects.toThrow('too many writes')
    const settled = await Promise.allSettled(appends)
    const why = settled.map((one) => (one.status === 'rejected' ? String(one.reason) : 'written'))
    expect(why.filter((one) => one.includes('too many writes')).length).toBe(2)
    expect(why.filter((one) => one.includes('FOREIGN KEY')).length).toBe(4)
    expect(await store.journal.append(document, start(), [row()])).toHaveProperty('head.seq', 1)
  })

  test('a full disk fails appends for certain; with room, writing goes on', async () => {
    const pages = (max: number) =>
      store.transaction((tx) => sql.raw(`pragma max_page_count = ${max}`).execute(tx))
    const other = await plantDocument(store, 'other')
    await pages(1)
    const appends = [document, other.document].map((one) =>
      store.journal.append(one, start(), [large()]),
    )
    for (const append of appends) await expect(append).rejects.toBeInstanceOf(StoreFailed)
    expect(await store.journal.head(document)).toBeNull()
    await pages(1_000_000)
    expect(await store.journal.append(document, start(), [large()])).toHaveProperty('head.seq', 1)
  })
})

describe('the data directory', () => {
  test('is created for its owner alone, and kept', async () => {
    const directory = join(freshDirectory(), 'a', 'b')
    const first = await openSqliteStore({ directory, clock })
    await plantDocument(first)
    await first.close()
    expect(statSync(directory).mode & 0o777).toBe(0o700)
    const second = await openSqliteStore({ directory, clock })
    expect((await second.read.selectFrom('work').selectAll().execute()).length).toBe(1)
    await second.close()
  })

  test('held by a hub, it is refused to another, in this process and in any other', async () => {
    const directory = freshDirectory()
    const first = await openSqliteStore({ directory, clock })
    onTestFinished(() => first.close())
    expect(await refusal(directory)).toMatch(/^Another Plenaria hub is already running on .*:/)
    expect(await refusal(directory)).toContain(directory)
    const child = startChild(directory)
    expect(await child.ended).toBe(1)
    expect(child.said()).toContain('Another Plenaria hub')
    await plantDocument(first)
  })

  test('below a file, or being one, it is refused in one sentence', async () => {
    const file = join(freshDirectory(), 'file')
    writeFileSync(file, '')
    expect(await refusal(join(file, 'data'))).toContain('a part of the path is a file')
    expect(await refusal(file)).toContain(file)
  })

  test.skipIf(getuid?.() === 0)('without permission to write, it is refused', async () => {
    const directory = freshDirectory()
    chmodSync(directory, 0o500)
    expect(await refusal(directory)).toContain('cannot write')
  })

  test('with a damaged database, or one from the future, it is refused', async () => {
    const directory = freshDirectory()
    writeFileSync(join(directory, databaseFile), 'this is not a database '.repeat(500))
    expect(await refusal(directory)).toContain('is damaged')
    rmSync(join(directory, databaseFile))
    await (await openSqliteStore({ directory, clock })).close()
    const db = new DatabaseSync(join(directory, databaseFile))
    db.exec("insert into kysely_migration values ('9999-later', '2099-01-01')")
    db.close()
    expect(await refusal(directory)).toContain('a newer Plenaria')
  })

  test('after a clean end the database is one file', async () => {
    const directory = freshDirectory()
    const store = await openSqliteStore({ directory, clock })
    await store.probe()
    await store.close()
    expect(() => statSync(join(directory, `${databaseFile}-wal`))).toThrow('ENOENT')
    openDirectory(directory).release()
  })
})

function startChild(directory: string, documents = 1, round = 0) {
  const file = fileURLToPath(new URL('../testing/appending-child.ts', import.meta.url))
  const child = spawn(execPath, [file, directory, String(documents), String(round)])
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, said: () => said }
}

describe('kill -9', () => {
  test(
    'I1, I2: every acknowledged row is there, in an unbroken chain',
    { timeout: 60_000 },
    async () => {
      const directory = freshDirectory()
      const documents = 5
      const acknowledged = new Map<string, Map<number, string>>()
      for (let round = 0; round < 4; round++) {
        const { child, ended, said } = startChild(directory, documents, round)
        while (child.exitCode === null && said().split('\n').length < 60) await pause(5)
        if (child.exitCode !== null) throw new Error(said())
        await pause(37 * round)
        child.kill('SIGKILL')
        await ended
        const lines = said().split('\n').slice(0, -1)
        for (const [name, seq, hash] of lines.map((line) => line.split(' '))) {
          if (!acknowledged.has(name!)) acknowledged.set(name!, new Map())
          acknowledged.get(name!)!.set(Number(seq), hash!)
        }
        const store = await openSqliteStore({ directory, clock })
        for (const [name, rows] of acknowledged) {
          const found = await store.journal.rows(name as DocumentId, 0)
          const hashes = found.map(({ hash }) => Buffer.from(hash).toString('hex'))
          for (const [seq, hash] of rows) expect(hashes[seq - 1], `${name} ${seq}`).toBe(hash)
        }
        await store.close()
      }
      expect(acknowledged.size).toBe(documents)
    },
  )
})
