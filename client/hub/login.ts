// Who sits at this browser. In: e-mail and password, links, the wish to leave. Out: the signal `me`
// (undefined until the hub has answered, null when nobody is signed in). Keeps: signing out never
// loses unsent words without a warning, and afterwards nothing of the account stays on this device.

import { createSignal } from 'solid-js'
import type { AccountId } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Me } from '../../server/trpc/router.ts'
import { hangUp, subscribe, whenSignedOutLive } from './live.ts'
import type { Failure } from './trpc.ts'
import { ask, hub, isFailure, whenSignedOut } from './trpc.ts'

export type { Me } from '../../server/trpc/router.ts'

const [me, setMe] = createSignal<Me | null | undefined>(undefined)
const [startFailure, setStartFailure] = createSignal<Failure | null>(null)

/** Who is signed in; `undefined` until known, `null` for nobody. */
export { me, startFailure }

let stopListening = () => {}

function take(person: Me | null): void {
  const before = me()?.account.id
  setMe(person)
  if (person?.account.id === before) return
  stopListening()
  stopListening = () => {}
  if (person) stopListening = subscribe(`account/${person.account.id}`, () => void whoAmI())
  else hangUp()
}

/** Asks the hub who this is: at the start, and when one's places have changed. */
export async function whoAmI(): Promise<void> {
  const answer = await ask(hub.auth.me.query())
  setStartFailure(isFailure(answer) ? answer : null)
  if (!isFailure(answer)) take(answer)
}

/** Called once, by main.tsx. */
export function startLogin(): Promise<void> {
  whenSignedOut(() => take(null))
  whenSignedOutLive(() => take(null))
  return whoAmI()
}

export async function signIn(email: string, password: string): Promise<Me | Failure> {
  const answer = await ask(hub.auth.signIn.mutate({ email, password }))
  if (!isFailure(answer)) take(answer)
  return answer
}

export interface LinkAnswer {
  readonly token: string
  readonly password: string
  readonly name?: string
  readonly email?: string
  readonly language: Language
}

/** Uses an invitation, a new-password or a setup link; signs in. */
export async function signInByLink(answers: LinkAnswer): Promise<Me | Failure> {
  const answer = await ask(hub.auth.useLink.mutate(answers))
  if (!isFailure(answer)) take(answer)
  return answer
}

/** How many changes of this account wait on this device: ask before leaving. */
export async function unsent(account: AccountId): Promise<number> {
  return (await keptWords()).keptCount(account)
}

/** Fetched when somebody leaves: the start page does without. */
const keptWords = () => import('./kept-words.ts')

/** Signs out here and erases what was kept on this device for the account. */
export async function signOut(account: AccountId): Promise<Failure | null> {
  const answer = await ask(hub.auth.signOut.mutate())
  if (isFailure(answer)) return answer
  await (await keptWords()).eraseKept(account)
  take(null)
  return null
}

/** Tells the hub which language this account reads. */
export async function rememberLanguage(language: Language): Promise<void> {
  const person = me()
  if (!person || person.account.language === language) return
  const answer = await ask(hub.auth.setLanguage.mutate({ language }))
  if (!isFailure(answer)) setMe({ ...person, account: { ...person.account, language } })
}
