// Contract of a store: many writers at once. In: a store. Out: cases. Keeps: I2 and the
// whole-or-nothing of stories while appends, commands, refusals and conflicts are mixed at random,
// from a printed seed.

import { expect } from 'vitest'
import type { AccountId } from '#shared/ids.ts'
import { refuse } from '#shared/refusal.ts'
import { plantDocument } from '../../testing/temporary-store.ts'
import type { Store } from '../store.ts'
import { row, start } from './rows.contract.ts'
import type { Cases } from './rows.contract.ts'

const writers = 6
const stepsEach = 40
const documents = 4

/** A small generator: the same seed, the same run. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Tally {
  /** Rows acknowledged, by document. */
  readonly rows: Map<string, number>
  /** Accounts acknowledged. */
  accounts: number
  conflicts: number
}

async function writeAtRandom(
  store: Store,
  name: string,
  pick: (below: number) => number,
  tally: Tally,
) {
  for (let i = 0; i < stepsEach; i++) {
    const document = `d${pick(documents)}` as Parameters<Store['journal']['head']>[0]
    const refused = pick(4) === 0
    const account = {
      id: `${name}-${i}` as AccountId,
      email: `${name}-${i}`,
      name: document,
      password: null,
      language: 'en' as const,
      created_at: i,
    }
    const insert = async (tx: Parameters<Parameters<Store['transaction']>[0]>[0]) => {
      await tx.insertInto('account').values(account).execute()
      if (refused) return refuse('not-allowed')
    }
    const kind = pick(3)
    if (kind === 0) {
      await store.transaction(insert)
      if (!refused) tally.accounts += 1
      continue
    }
    const head = (await store.journal.head(document)) ?? start()
    const rows = Array.from({ length: 1 + pick(3) }, () => row())
    const alongside = kind === 1 ? insert : undefined
    const result = await store.journal.append(document, head, rows, alongside)
    if ('conflict' in result) tally.conflicts += 1
    if (!('head' in result)) continue
    tally.rows.set(document, (tally.rows.get(document) ?? 0) + rows.length)
    if (alongside) tally.accounts += 1
  }
}

export const stress: Cases = {
  'I2: gapless, whole and nothing lost while many write at once': async (store) => {
    const seed = 20_260_101
    const tally: Tally = { rows: new Map(), accounts: 0, conflicts: 0 }
    for (let i = 0; i < documents; i++) await plantDocument(store, `d${i}`)
    const all = Array.from({ length: writers }, (_, i) =>
      writeAtRandom(store, `w${i}`, chance(seed + i), tally),
    )
    await Promise.all(all)
    expect(tally.conflicts, `seed ${seed}: no two writers ever met`).toBeGreaterThan(0)
    for (const [document, count] of tally.rows) {
      const rows = await store.journal.rows(document as never, 0)
      expect(rows.length, `seed ${seed}, ${document}`).toBe(count)
      expect((await store.journal.head(document as never))?.seq).toBe(count)
    }
    const found = await store.read.selectFrom('account').select('id').execute()
    // One more: the account the documents were planted with.
    expect(found.length, `seed ${seed}`).toBe(tally.accounts + 1)
  },

  'a reader always sees a head with its rows': async (store) => {
    const { document } = await plantDocument(store)
    let head = start()
    const write = async () => {
      for (let i = 0; i < 60; i++) {
        const result = await store.journal.append(document, head, [row(), row()])
        if ('head' in result) head = result.head
      }
    }
    const read = async () => {
      let reads = 0
      while (head.seq < 120) {
        const rows = await store.journal.rows(document, 0)
        expect(rows.length % 2).toBe(0)
        reads += 1
        await new Promise((resolve) => setImmediate(resolve))
      }
      return reads
    }
    const [reads] = await Promise.all([read(), write()])
    expect(reads).toBeGreaterThan(0)
    expect(head.seq).toBe(120)
  },
}
