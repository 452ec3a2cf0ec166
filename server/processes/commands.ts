// The commands of a process about its people. In: parsed input and the asker's seat, whose right
// the door has checked. Out: values or refusals. Keeps: one transaction each; what the asker's seat
// allows is read again inside it, so that a seat ended a moment ago decides nothing.

import type { PartyCode, SeatId } from '#shared/ids.ts'
import { mint, partyCodePattern } from '#shared/ids.ts'
import type { AccountId } from '#shared/ids.ts'
import { isRefusal, refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { may } from '#shared/roles.ts'
import type { Right, Role } from '#shared/roles.ts'
import { command } from '../audit/command.ts'
import type { Act } from '../audit/command.ts'
import { createAccount } from '../auth/acts/create-account.ts'
import { issueLink } from '../auth/links.ts'
import type { LinkHandedOut } from '../auth/links.ts'
import { cleanEmail, cleanName } from '../auth/person.ts'
import type { World } from '../hub-types.ts'
import { endSeat } from './acts/end-seat.ts'
import { giveSeat } from './acts/give-seat.ts'
import { restoreWriting } from './acts/restore-writing.ts'
import { setSpeaks } from './acts/set-speaks.ts'
import { mayBeSeated } from './membership.ts'
import { findSeat, findSeatById, seatsOf } from './seats.ts'
import type { HeldSeat } from './seats.ts'

export interface Invitation {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly party: string
}

export interface Invited {
  readonly seat: SeatId
  /** To pass on; null for a person who already has a password. */
  readonly link: LinkHandedOut | null
}

/** Seats a person, making an account and a link where there is none yet. */
export async function invite(
  world: World,
  asker: HeldSeat,
  invitation: Invitation,
): Promise<Invited | Refusal> {
  const email = cleanEmail(invitation.email)
  if (isRefusal(email)) return email
  const name = cleanName(invitation.name)
  if (isRefusal(name)) return name
  const { role } = invitation
  const party = invitation.party as PartyCode
  if (!partyCodePattern.test(party)) return refuse('party-unknown')
  const { process } = asker

  return inProcess(world, asker, 'invite people', async (act) => {
    if (!(await mayBeSeated(act.tx, process, role, party, act.now))) return refuse('party-unknown')
    const account = await accountFor(act, world, { email, name })
    if (isRefusal(account)) return account
    const seat = await giveSeat(act, { process, account: account.id, role, party }, world.random)
    if (isRefusal(seat)) return seat
    if (account.hasPassword) return { seat, link: null }
    const link = { kind: 'invitation', account: account.id, by: act.by } as const
    return { seat, link: await handOut(act, world, link, asker) }
  })
}

/**
 * A link by which a person sets a new password. Who can hand it out could sign in as that person,
 * so it takes the secretariat of the process that seated the person first: inviting somebody to
 * one's own process never opens their account.
 */
export async function newPasswordLink(
  world: World,
  asker: HeldSeat,
  seat: SeatId,
): Promise<LinkHandedOut | Refusal> {
  return withSeat(world, asker, 'hand out password links', seat, async (act, held) => {
    const [first] = await seatsOf(act.tx, held.account)
    const own = first && (await findSeat(act.tx, asker.account, first.process))
    if (!may(own ?? null, 'hand out password links')) return refuse('not-allowed')
    const { hasPassword } = await passwordOf(act, held.account)
    const kind = hasPassword ? 'password' : 'invitation'
    return handOut(act, world, { kind, account: held.account, by: act.by }, asker)
  })
}

export function endSeatOf(world: World, asker: HeldSeat, seat: SeatId): Promise<void | Refusal> {
  return withSeat(world, asker, 'end seats', seat, (act, held) => endSeat(act, held))
}

export function setSpeaksOf(
  world: World,
  asker: HeldSeat,
  seat: SeatId,
  speaks: boolean,
): Promise<void | Refusal> {
  return withSeat(world, asker, 'say who speaks', seat, (act, held, by) =>
    setSpeaks(act, by, held, speaks),
  )
}

export function restoreWritingOf(
  world: World,
  asker: HeldSeat,
  seat: SeatId,
): Promise<void | Refusal> {
  return withSeat(world, asker, 'restore writing', seat, (act, held) => restoreWriting(act, held))
}

/** A command of a process, with the asker's seat as it stands inside the transaction. */
function inProcess<T>(
  world: World,
  asker: HeldSeat,
  right: Right,
  story: (act: Act, by: HeldSeat) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return command(world, asker.account, async (act) => {
    const by = await findSeat(act.tx, asker.account, asker.process)
    if (!by) return refuse('not-found')
    return may(by, right) ? story(act, by) : refuse('not-allowed')
  })
}

/** The same, about one seat of that process. */
function withSeat<T>(
  world: World,
  asker: HeldSeat,
  right: Right,
  seat: SeatId,
  story: (act: Act, held: HeldSeat, by: HeldSeat) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return inProcess(world, asker, right, async (act, by) => {
    const held = await findSeatById(act.tx, asker.process, seat)
    return held ? story(act, held, by) : refuse('not-found')
  })
}

async function accountFor(
  act: Act,
  world: World,
  person: { email: string; name: string },
): Promise<{ id: AccountId; hasPassword: boolean } | Refusal> {
  const known = await act.tx
    .selectFrom('account')
    .select(['id', 'password'])
    .where('email', '=', person.email)
    .executeTakeFirst()
  if (known) return { id: known.id, hasPassword: known.password !== null }
  const id = mint<AccountId>(world.random)
  const made = await createAccount(act, { id, ...person, language: 'en', password: null })
  return isRefusal(made) ? made : { id, hasPassword: false }
}

async function passwordOf(act: Act, account: AccountId): Promise<{ hasPassword: boolean }> {
  const row = await act.tx
    .selectFrom('account')
    .select('password')
    .where('id', '=', account)
    .executeTakeFirst()
  return { hasPassword: typeof row?.password === 'string' }
}

async function handOut(
  act: Act,
  world: World,
  link: { kind: 'invitation' | 'password'; account: AccountId; by: AccountId | null },
  { process }: HeldSeat,
): Promise<LinkHandedOut> {
  const { account, kind } = link
  await act.record({ process, act: 'link-handed-out', target: account, detail: { kind } })
  return issueLink(act.tx, link, act.now, world.random)
}
