// Reads about the asking person alone. In: a reader, ids. Out: views. Keeps: nobody reads about
// another person's logins here; a link tells what it is for and nothing more.

import { createHash } from 'node:crypto'
import type { AccountId, LoginHash } from '#shared/ids.ts'
import { must } from '#shared/assert.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Reader } from '../db/store.ts'
import { seatsOf } from '../processes/seats.ts'
import { findLink } from './links.ts'
import { seatView } from './views.ts'
import type { LinkView, LoginView, Me } from './views.ts'

/** The account (which exists: its login was just verified, or it was just made) and its seats. */
export async function me(read: Reader, account: AccountId): Promise<Me> {
  const row = await read
    .selectFrom('account')
    .select(['id', 'email', 'name', 'language'])
    .where('id', '=', account)
    .executeTakeFirst()
  const seats = await seatsOf(read, account)
  return { account: must(row, 'account of a login'), seats: seats.map(seatView) }
}

/** A name for a login that its owner may see; the hash itself stays here. */
export const loginKey = (login: LoginHash): string =>
  createHash('sha256').update(`key:${login}`).digest('hex').slice(0, 20)

/** One's own logins that still count, the latest seen first. */
export async function logins(
  read: Reader,
  account: AccountId,
  current: LoginHash,
  now: number,
): Promise<LoginView[]> {
  const rows = await read
    .selectFrom('login')
    .selectAll()
    .where('account_id', '=', account)
    .where('expires_at', '>', now)
    .where('ends_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    key: loginKey(row.hash),
    current: row.hash === current,
    agent: row.agent,
    address: row.address,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  }))
}

/** What a link is for. */
export async function linkView(
  read: Reader,
  token: string,
  now: number,
): Promise<LinkView | Refusal> {
  const link = await findLink(read, token, now)
  if (!link) return refuse('link-used-or-expired')
  if (!link.account) return { kind: link.kind, name: null, email: null }
  const { account } = await me(read, link.account)
  return { kind: link.kind, name: account.name, email: account.email }
}

/** Whether any account exists. */
export async function isSetUp(read: Reader): Promise<boolean> {
  return Boolean(await read.selectFrom('account').select('id').limit(1).executeTakeFirst())
}
