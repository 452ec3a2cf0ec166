// Ends logins of one account. In: an act, the account, which logins. Out: how many ended. Keeps:
// I8: the signal after the commit takes them out of every socket; an account ends its own logins
// only.

import type { AccountId, LoginHash } from '#shared/ids.ts'
import type { Act } from '../../audit/command.ts'
import { accountTopic } from '../../live/outbox.ts'
import { loginKey } from '../queries.ts'

export async function endLogins(
  act: Act,
  account: AccountId,
  logins: readonly LoginHash[],
): Promise<number> {
  let ended = 0
  for (const login of logins) {
    const { numDeletedRows } = await act.tx
      .deleteFrom('login')
      .where('hash', '=', login)
      .where('account_id', '=', account)
      .executeTakeFirst()
    if (numDeletedRows === 0n) continue
    ended += 1
    act.signal('login-revoked', login)
    await act.record({ act: 'login-ended', target: account, detail: { login: loginKey(login) } })
  }
  if (ended > 0) await act.announce(accountTopic(account), { event: 'logins-changed' })
  return ended
}
