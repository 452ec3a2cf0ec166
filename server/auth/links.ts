// Single-use links that open the door for one person: invitation, new password, first setup. In: an
// act's transaction, for whom and how long; later the token a person came with. Out: a path to hand
// over, once; what a link is for. Keeps: only SHA-256 of a token is stored; a link works once and
// until it expires; a newer link for the same person replaces the older ones.

import { createHash } from 'node:crypto'
import type { AccountId, RandomBytes } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import type { LinkTable } from '../db/schema.ts'
import type { Reader, Tx } from '../db/store.ts'

/** To be passed on by the secretariat; never shown again. */
export interface LinkHandedOut {
  /** `/link/<token>`, below the hub's own address. */
  readonly path: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

export interface OpenLink {
  readonly hash: string
  readonly kind: LinkTable['kind']
  readonly account: AccountId | null
}

const lifetimeMs = {
  invitation: limits.invitationMs,
  password: limits.newPasswordLinkMs,
  setup: limits.setupLinkMs,
} as const

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Writes a link and gives its path, whose token is stored nowhere. */
export async function issueLink(
  tx: Tx,
  link: { kind: LinkTable['kind']; account: AccountId | null; by: AccountId | null },
  now: number,
  random: RandomBytes,
): Promise<LinkHandedOut> {
  await tx
    .updateTable('link')
    .set({ expires_at: now })
    .where('account_id', link.account === null ? 'is' : '=', link.account)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  const token = Buffer.from(random(32)).toString('base64url')
  const expiresAt = now + lifetimeMs[link.kind]
  await tx
    .insertInto('link')
    .values({
      hash: hashOf(token),
      kind: link.kind,
      account_id: link.account,
      created_by: link.by,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { path: `/link/${token}`, expiresAt }
}

/** The link this token opens; null when there is none, it was used, or its time is over. */
export async function findLink(read: Reader, token: string, now: number): Promise<OpenLink | null> {
  const row = await read
    .selectFrom('link')
    .select(['hash', 'kind', 'account_id'])
    .where('hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? { hash: row.hash, kind: row.kind, account: row.account_id } : null
}

/** Uses it up, in the transaction that does what it is for; null when somebody was faster. */
export async function consumeLink(tx: Tx, token: string, now: number): Promise<OpenLink | null> {
  const link = await findLink(tx, token, now)
  if (!link) return null
  await tx.updateTable('link').set({ used_at: now }).where('hash', '=', link.hash).execute()
  return link
}
