// The one password everybody knows. In: nothing; at start, the store. Out: its text; whether a demo
// person can still sign in with it. Keeps: it opens demonstrations only: password-rule.ts refuses
// it elsewhere, and a hub outside demo mode does not start with it (DESIGN §9).

import type { Reader } from '../db/store.ts'
import { verifyPassword } from './passwords.ts'

export const demoPassword = 'plenaria-demo'

/** Demo people are `<role>@<process>.demo`: as a pattern of SQL LIKE. */
export const demoPeoplePattern = '%@%.demo'

/** True when some demo account still has the demo password. */
export async function hasDemoPassword(read: Reader): Promise<boolean> {
  const rows = await read
    .selectFrom('account')
    .select('password')
    .distinct()
    .where('email', 'like', demoPeoplePattern)
    .where('password', 'is not', null)
    .execute()
  for (const { password } of rows) {
    if (password && (await verifyPassword(password, demoPassword))) return true
  }
  return false
}
