// Logins: the only file that imports Lucia, which is no longer developed and stays replaceable. In:
// an account, or a request's Cookie header. Out: a login and the cookie to set. Keeps: the cookie
// `plenaria_login` holds 256 random bits, the database their SHA-256 alone; a login that was
// revoked or is over opens nothing. Time is judged here by our clock: Lucia reads its own, so it is
// told that no login ever ends. A login ends `loginIdleMs` after it was last seen, and at `ends_at`
// in any case.

import { createHash } from 'node:crypto'
import { Lucia, TimeSpan } from 'lucia'
import type { Adapter } from 'lucia'
import type { AccountId, LoginHash, RandomBytes } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import type { Asker, Clock } from '../hub-types.ts'
import type { Reader, Store, Tx } from '../db/store.ts'

interface LoginFacts {
  readonly agent: string
  readonly address: string
  readonly seenAt: number
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<LoginFacts>
    UserId: AccountId
    DatabaseSessionAttributes: LoginFacts
    DatabaseUserAttributes: Record<never, never>
  }
}

export const loginCookie = 'plenaria_login'
const seenEveryMs = 5 * 60_000
const factCharactersMax = 200
const never = new Date(8.64e15)
const short = (text: string) => text.slice(0, factCharactersMax)

/** A valid login, as a request showed it. */
interface KnownLogin extends Asker {
  /** Set-Cookie to send again, because the login now lasts longer. */
  readonly renewed?: string
}

export interface Logins {
  /**
   * Begins a login in the transaction of a sign-in; drops the account's oldest ones past the limit.
   */
  issue(
    tx: Tx,
    account: AccountId,
    from: { readonly agent: string; readonly address: string },
  ): Promise<{ login: LoginHash; cookie: string; dropped: LoginHash[] }>
  /** The login a Cookie header shows; null when there is none or it no longer counts. */
  verify(cookies: string | undefined): Promise<KnownLogin | null>
  /** Of these, the logins that still count. */
  stillValid(logins: readonly LoginHash[]): Promise<Set<LoginHash>>
  /** Forgets logins whose time is over. */
  sweep(): Promise<void>
  /** Set-Cookie that empties the cookie. */
  readonly blankCookie: string
}

interface Means {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
}

export function createLogins({ store, clock, random }: Means, secure: boolean): Logins {
  const over = (read: Reader, write: Write) =>
    new Lucia<LoginFacts>(adapter(read, write, clock), {
      sessionExpiresIn: new TimeSpan(limits.loginIdleMs, 'ms'),
      sessionCookie: { name: loginCookie, attributes: { secure, sameSite: 'lax', path: '/' } },
      getSessionAttributes: (facts) => facts,
    })
  const lucia = over(store.read, (story) => store.transaction(story))

  return {
    blankCookie: lucia.createBlankSessionCookie().serialize(),

    async issue(tx, account, { agent, address }) {
      const token = Buffer.from(random(32)).toString('base64url')
      const facts = { agent: short(agent), address: short(address), seenAt: clock.now() }
      await over(tx, (story) => story(tx)).createSession(account, facts, { sessionId: token })
      const cookie = lucia.createSessionCookie(token).serialize()
      return { login: loginHash(token), cookie, dropped: await dropOldest(tx, account) }
    },

    async verify(cookies) {
      const token = readToken(lucia, cookies)
      if (!token) return null
      const { session } = await lucia.validateSession(token)
      if (!session) return null
      const known = { account: session.userId, login: loginHash(token) }
      const now = clock.now()
      if (now - session.seenAt < seenEveryMs) return known
      await store.transaction((tx) => renew(tx, known.login, now))
      return { ...known, renewed: lucia.createSessionCookie(token).serialize() }
    },

    async stillValid(logins) {
      if (logins.length === 0) return new Set()
      const now = clock.now()
      const rows = await store.read
        .selectFrom('login')
        .select('hash')
        .where('hash', 'in', [...logins])
        .where('expires_at', '>', now)
        .where('ends_at', '>', now)
        .execute()
      return new Set(rows.map(({ hash }) => hash))
    },

    sweep: () => lucia.deleteExpiredSessions(),
  }
}

const loginHash = (token: string) => createHash('sha256').update(token).digest('hex') as LoginHash

type Write = (story: (tx: Tx) => Promise<void>) => Promise<void>

/**
 * Lucia's view of our `login` table. It gets the raw token back as the id, because it passes the id
 * on to delete; renewal and the list of one's logins are ours (above, and auth/queries.ts).
 */
function adapter(read: Reader, write: Write, clock: Clock): Adapter {
  return {
    async getSessionAndUser(token) {
      const row = await read
        .selectFrom('login')
        .selectAll()
        .where('hash', '=', loginHash(token))
        .executeTakeFirst()
      const now = clock.now()
      if (!row || row.expires_at <= now || row.ends_at <= now) return [null, null]
      const attributes = { agent: row.agent, address: row.address, seenAt: row.seen_at }
      return [
        { id: token, userId: row.account_id, expiresAt: never, attributes },
        { id: row.account_id, attributes: {} },
      ]
    },

    async setSession({ id, userId, attributes: { agent, address, seenAt } }) {
      const row = {
        hash: loginHash(id),
        account_id: userId,
        agent,
        address,
        created_at: seenAt,
        seen_at: seenAt,
        expires_at: seenAt + limits.loginIdleMs,
        ends_at: seenAt + limits.loginAbsoluteMs,
      }
      await write(async (tx) => void (await tx.insertInto('login').values(row).execute()))
    },

    async deleteSession(token) {
      await write(async (tx) => {
        await tx.deleteFrom('login').where('hash', '=', loginHash(token)).execute()
      })
    },

    async deleteUserSessions(account) {
      await write(async (tx) => {
        await tx.deleteFrom('login').where('account_id', '=', account).execute()
      })
    },

    async deleteExpiredSessions() {
      const now = clock.now()
      await write(async (tx) => {
        await tx
          .deleteFrom('login')
          .where(({ or, eb }) => or([eb('expires_at', '<=', now), eb('ends_at', '<=', now)]))
          .execute()
      })
    },

    updateSessionExpiration: () => Promise.resolve(),
    getUserSessions: () => Promise.resolve([]),
  }
}

/** Seen now: lasts another idle period, but not past its absolute end. */
async function renew(tx: Tx, login: LoginHash, now: number): Promise<void> {
  const row = await tx
    .selectFrom('login')
    .select('ends_at')
    .where('hash', '=', login)
    .executeTakeFirst()
  if (!row) return
  const expires_at = Math.min(now + limits.loginIdleMs, row.ends_at)
  await tx
    .updateTable('login')
    .set({ seen_at: now, expires_at })
    .where('hash', '=', login)
    .execute()
}

function readToken(lucia: Lucia<LoginFacts>, cookies: string | undefined): string | null {
  if (!cookies?.includes(loginCookie)) return null
  try {
    return lucia.readSessionCookie(cookies)
  } catch (error) {
    if (error instanceof URIError) return null // some cookie is not percent-encoded
    throw error
  }
}

async function dropOldest(tx: Tx, account: AccountId): Promise<LoginHash[]> {
  const rows = await tx
    .selectFrom('login')
    .select('hash')
    .where('account_id', '=', account)
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .execute()
  const dropped = rows.slice(limits.loginsPerAccountMax).map(({ hash }) => hash)
  if (dropped.length > 0) await tx.deleteFrom('login').where('hash', 'in', dropped).execute()
  return dropped
}
