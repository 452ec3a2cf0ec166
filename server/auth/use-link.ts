// A person comes with a link: an invitation, a new password, or the first setup of the hub. In: the
// token, a password, for the setup also who they are. Out: a login. Keeps: the link is used up in
// the same transaction that gives what it promises; the expensive hash is made only for a link that
// works.

import type { AccountId } from '#shared/ids.ts'
import { CHAIR, mint } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { isRefusal, refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { command } from '../audit/command.ts'
import type { Act } from '../audit/command.ts'
import type { World } from '../hub-types.ts'
import { giveSeat } from '../processes/acts/give-seat.ts'
import { beginLogin } from './acts/begin-login.ts'
import type { From } from './acts/begin-login.ts'
import { createAccount } from './acts/create-account.ts'
import { setPassword } from './acts/set-password.ts'
import type { Auth } from './auth.ts'
import type { SignedIn } from './commands.ts'
import { consumeLink, findLink } from './links.ts'
import type { OpenLink } from './links.ts'
import { judgePassword } from './password-rule.ts'
import { cleanEmail, cleanName } from './person.ts'
import { isSetUp, me } from './queries.ts'

export interface LinkInput {
  readonly token: string
  readonly password: string
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly language?: Language | undefined
}

interface Person {
  readonly email: string
  readonly name: string
}

export async function useLink(
  world: World,
  auth: Auth,
  input: LinkInput,
  from: From,
): Promise<SignedIn | Refusal> {
  const link = await findLink(world.store.read, input.token, world.clock.now())
  if (!link) return refuse('link-used-or-expired')
  const person = await personOf(world, link, input)
  if (isRefusal(person)) return person
  const unfit = judgePassword(input.password, person, auth.demo)
  if (unfit) return unfit
  const password = await auth.passwords.hash(input.password)
  if (isRefusal(password)) return password

  const fresh = link.account === null
  const account = link.account ?? mint<AccountId>(world.random)
  return command(world, account, async (act) => {
    if (!(await consumeLink(act.tx, input.token, act.now))) return refuse('link-used-or-expired')
    await act.record({ act: 'link-used', target: account, detail: { kind: link.kind } })
    if (fresh) {
      const language = input.language ?? 'en'
      const done = await setUp(act, world, { id: account, ...person, language, password })
      if (isRefusal(done)) return done
    } else {
      await setPassword(act, account, password)
      await act.tx
        .updateTable('account')
        .set({ name: person.name, ...(input.language && { language: input.language }) })
        .where('id', '=', account)
        .execute()
    }
    return { account, cookie: await beginLogin(act, auth, account, from) }
  })
}

/**
 * Whose link it is: an invitation lets the person correct their own name, a setup names the first.
 */
async function personOf(world: World, link: OpenLink, input: LinkInput): Promise<Person | Refusal> {
  if (!link.account) {
    const email = cleanEmail(input.email ?? '')
    if (isRefusal(email)) return email
    const name = cleanName(input.name ?? '')
    return isRefusal(name) ? name : { email, name }
  }
  const { account } = await me(world.store.read, link.account)
  if (link.kind !== 'invitation' || input.name === undefined) return account
  const name = cleanName(input.name)
  return isRefusal(name) ? name : { email: account.email, name }
}

interface First extends Person {
  readonly id: AccountId
  readonly language: Language
  readonly password: string
}

/** The first account of a hub: secretariat in every process it holds. */
async function setUp(act: Act, world: World, first: First): Promise<void | Refusal> {
  if (await isSetUp(act.tx)) return refuse('link-used-or-expired')
  const made = await createAccount(act, first)
  if (isRefusal(made)) return made
  const processes = await act.tx.selectFrom('process').select('id').orderBy('id').execute()
  for (const { id } of processes) {
    const seat = { process: id, account: first.id, role: 'secretariat', party: CHAIR } as const
    await giveSeat(act, seat, world.random)
  }
}
