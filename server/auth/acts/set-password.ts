// Gives an account its password by a link. In: an act, the account, the PHC string. Out: rows.
// Keeps: whoever held the old password is out: every login of the account ends and its sockets
// close (I8).

import type { AccountId } from '#shared/ids.ts'
import type { Act } from '../../audit/command.ts'

export async function setPassword(act: Act, account: AccountId, password: string): Promise<void> {
  await act.tx.updateTable('account').set({ password }).where('id', '=', account).execute()
  await act.tx.deleteFrom('login').where('account_id', '=', account).execute()
  act.signal('account-signed-out', account)
  await act.record({ act: 'password-set', target: account })
}
