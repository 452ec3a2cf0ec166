// The faulty store does on disk exactly what its levers say.

import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DocumentId } from '#shared/ids.ts'
import { row, start } from '../db/contract/rows.contract.ts'
import { StoreFailed, UnknownOutcome } from '../db/errors.ts'
import { faulty } from './faulty-store.ts'
import type { FaultyStore } from './faulty-store.ts'
import { plantDocument, temporaryStore } from './temporary-store.ts'

let store: FaultyStore
let document: DocumentId
beforeEach(async () => {
  store = faulty(await temporaryStore())
  document = (await plantDocument(store)).document
})
afterEach(() => store.close())

const append = () => store.journal.append(document, start(), [row()])
const written = async () => (await store.journal.rows(document, 0)).length

test('held, an append reaches the disk only after the release', async () => {
  store.hold()
  const appending = append()
  await turn()
  expect(store.held).toBe(1)
  expect(await written()).toBe(0)
  store.release()
  expect(await appending).toHaveProperty('head.seq', 1)
  expect(store.held).toBe(0)
})

test('held for a time, it goes through by itself', async () => {
  store.holdCommits(20)
  const appending = append()
  expect(await written()).toBe(0)
  expect(await appending).toHaveProperty('head.seq', 1)
})

test('failed: nothing is written, and only so often', async () => {
  store.failAppends(1)
  await expect(append()).rejects.toBeInstanceOf(StoreFailed)
  expect(await written()).toBe(0)
  expect(await append()).toHaveProperty('head.seq', 1)
})

test('answer lost: the row is there; lost on the way: it is not', async () => {
  store.loseAppends(1)
  await expect(append()).rejects.toBeInstanceOf(UnknownOutcome)
  expect(await written()).toBe(0)
  store.loseAnswers(1)
  await expect(append()).rejects.toBeInstanceOf(UnknownOutcome)
  expect(await written()).toBe(1)
})

test('with everything failing nothing is written, reading goes on, and it ends', async () => {
  store.failEverything(true)
  const snapshot = { epoch: 'e1', seq: 0, state: new Uint8Array(1) }
  const writes = [
    append(),
    store.probe(),
    store.transaction(async () => 1),
    store.journal.saveSnapshot(document, snapshot),
  ]
  for (const write of writes) await expect(write).rejects.toBeInstanceOf(StoreFailed)
  expect(await written()).toBe(0)
  store.failEverything(false)
  await store.probe()
})
