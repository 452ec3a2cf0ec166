// The commands of one's own account. In: parsed input, who asks and from where. Out: values or
// refusals. Keeps: an unknown e-mail address and a wrong password get the same answer after the
// same work; every change and its audit commit together.

import type { AccountId } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { isRefusal, refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { command } from '../audit/command.ts'
import type { Asker, World } from '../hub-types.ts'
import { beginLogin } from './acts/begin-login.ts'
import type { From } from './acts/begin-login.ts'
import { endLogins } from './acts/end-logins.ts'
import type { Auth } from './auth.ts'
import { foldEmail } from './person.ts'
import { loginKey } from './queries.ts'

export interface SignedIn {
  readonly account: AccountId
  /** Set-Cookie. */
  readonly cookie: string
}

export async function signIn(
  world: World,
  auth: Auth,
  input: { readonly email: string; readonly password: string },
  from: From,
): Promise<SignedIn | Refusal> {
  const email = foldEmail(input.email)
  let found: { id: AccountId; password: string | null } | undefined
  const letIn = await auth.throttle.turn(email, from.address, async () => {
    found = await world.store.read
      .selectFrom('account')
      .select(['id', 'password'])
      .where('email', '=', email)
      .executeTakeFirst()
    return auth.passwords.verify(found?.password ?? null, input.password)
  })
  if (isRefusal(letIn)) return letIn
  if (!letIn || !found) return refuse('wrong-sign-in')
  const { id: account, password } = found

  return command(world, account, async (act) => {
    // A new password may have been set while this one was being verified.
    const still = await act.tx
      .selectFrom('account')
      .select('id')
      .where('id', '=', account)
      .where('password', '=', password)
      .executeTakeFirst()
    if (!still) return refuse('wrong-sign-in')
    return { account, cookie: await beginLogin(act, auth, account, from) }
  })
}

export async function signOut(world: World, who: Asker): Promise<void> {
  await command(world, who.account, (act) => endLogins(act, who.account, [who.login]))
}

export async function setLanguage(world: World, who: Asker, language: Language): Promise<void> {
  await command(world, who.account, async ({ tx }) => {
    await tx.updateTable('account').set({ language }).where('id', '=', who.account).execute()
  })
}

/** Ends one of one's own logins, named by its key. */
export async function revokeLogin(world: World, who: Asker, key: string): Promise<void | Refusal> {
  return command(world, who.account, async (act) => {
    const rows = await act.tx
      .selectFrom('login')
      .select('hash')
      .where('account_id', '=', who.account)
      .execute()
    const named = rows.map(({ hash }) => hash).filter((hash) => loginKey(hash) === key)
    if ((await endLogins(act, who.account, named)) === 0) return refuse('not-found')
  })
}

/** Ends all of one's own logins but the one that asks; tells how many. */
export async function revokeOtherLogins(world: World, who: Asker): Promise<number | Refusal> {
  return command(world, who.account, async (act) => {
    const rows = await act.tx
      .selectFrom('login')
      .select('hash')
      .where('account_id', '=', who.account)
      .where('hash', '!=', who.login)
      .execute()
    return endLogins(
      act,
      who.account,
      rows.map(({ hash }) => hash),
    )
  })
}
