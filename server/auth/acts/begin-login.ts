// Begins a login for an account. In: an act, the means of auth, from where. Out: the cookie to set.
// Keeps: one browser, one login: what this browser showed before ends with it, and its sockets
// close (I8), so that the next person at a shared computer reads nothing of the last one.

import type { AccountId, LoginHash } from '#shared/ids.ts'
import type { Act } from '../../audit/command.ts'
import { accountTopic } from '../../live/outbox.ts'
import type { Auth } from '../auth.ts'
import { loginKey } from '../queries.ts'
import { endLogins } from './end-logins.ts'

/** Where a sign-in comes from. */
export interface From {
  readonly agent: string
  readonly address: string
  /** The login this browser showed until now. */
  readonly previous: { readonly account: AccountId; readonly login: LoginHash } | null
}

export async function beginLogin(
  act: Act,
  auth: Auth,
  account: AccountId,
  from: From,
): Promise<string> {
  if (from.previous) await endLogins(act, from.previous.account, [from.previous.login])
  const { login, cookie, dropped } = await auth.logins.issue(act.tx, account, from)
  for (const old of dropped) act.signal('login-revoked', old)
  await act.record({ act: 'signed-in', target: account, detail: { login: loginKey(login) } })
  await act.announce(accountTopic(account), { event: 'logins-changed' })
  return cookie
}
