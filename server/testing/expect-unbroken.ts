// After a story, whatever it did: the audit still follows from itself.
// In: a reader. Out: nothing, or a failed test.

import { firstBrokenRow } from '../audit/record.ts'
import type { Reader } from '../db/store.ts'

export async function expectUnbroken(read: Reader): Promise<void> {
  const broken = await firstBrokenRow(read)
  if (broken !== null) throw new Error(`the audit is broken at row ${broken}`)
}
