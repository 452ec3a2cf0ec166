// What every store must do, whichever engine is behind it. In: a name and how to open a fresh one.
// Out: tests registered with vitest, each on a store of its own. Keeps: the cases know no engine;
// damage is done through the store's own transactions. Crashes and files are tested beside each
// implementation.

import { describe, test } from 'vitest'
import { journal, snapshots } from './contract/journal.contract.ts'
import { stress } from './contract/stress.contract.ts'
import { tables } from './contract/tables.contract.ts'
import { transactions } from './contract/transactions.contract.ts'
import type { Store } from './store.ts'

const groups = { transactions, tables, journal, snapshots, stress }

export function storeContract(name: string, open: () => Promise<Store>): void {
  describe.each(Object.entries(groups))(`${name}: %s`, (_, cases) => {
    // The assertions are in the cases.
    // oxlint-disable-next-line vitest/expect-expect
    test.each(Object.entries(cases))('%s', async (_, holds) => {
      const store = await open()
      try {
        await holds(store)
      } finally {
        await store.close()
      }
    })
  })
}
