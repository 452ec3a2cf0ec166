// Makes an account. In: an act, a minted id, a clean e-mail address and name. Out: a row, or
// `address-taken`.
// Keeps: one account per e-mail address; without a password nobody can sign in to it.

import type { AccountId } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Act } from '../../audit/command.ts'

export interface NewAccount {
  readonly id: AccountId
  readonly email: string
  readonly name: string
  readonly language: Language
  /** PHC string; null until an invitation is used. */
  readonly password: string | null
}

export async function createAccount(act: Act, account: NewAccount): Promise<void | Refusal> {
  const taken = await act.tx
    .selectFrom('account')
    .select('id')
    .where('email', '=', account.email)
    .executeTakeFirst()
  if (taken) return refuse('address-taken')
  const { id, email, name, language, password } = account
  const row = { id, email, name, language, password, created_at: act.now }
  await act.tx.insertInto('account').values(row).execute()
  await act.record({ act: 'account-created', target: id })
}
