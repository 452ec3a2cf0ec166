// Passwords by argon2id, a few at a time. In: a password and randomness, or a stored PHC string.
// Out: a PHC string, or whether it matches. Keeps: OWASP's parameters (19 MiB, 2 passes, 1 lane);
// at most `hashesAtOnceMax` run, a bounded line waits, the rest hear `busy` (hashing is the
// cheapest way to exhaust a hub); an account without a password costs the same work and never
// matches.

import { argon2, timingSafeEqual } from 'node:crypto'
import type { RandomBytes } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { isRefusal } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { createGate } from './gate.ts'

const memory = 19_456 // KiB
const passes = 2
const parallelism = 1
const tagLength = 32
const saltLength = 16

export interface Passwords {
  /** A PHC string to store. */
  hash(password: string): Promise<string | Refusal>
  /**
   * Whether it matches; the same work for `null` (no such account, no password yet), then false.
   */
  verify(stored: string | null, password: string): Promise<boolean | Refusal>
}

export function createPasswords(random: RandomBytes): Passwords {
  const gate = createGate(limits.hashesAtOnceMax, limits.hashesWaitingMax)
  return {
    hash: (password) => gate.run(() => hashPassword(password, random)),
    async verify(stored, password) {
      const matches = await gate.run(() => verifyPassword(stored ?? nobodys, password))
      return isRefusal(matches) ? matches : matches && stored !== null
    },
  }
}

/** As PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. Not gated: for seeding, not for doors. */
export async function hashPassword(password: string, random: RandomBytes): Promise<string> {
  const salt = random(saltLength)
  const tag = await derive(password, salt, { memory, passes, parallelism })
  return phc(salt, tag)
}

/** Not gated: for the check at start, not for doors. A malformed PHC string throws: it is a bug. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored)
  if (!parts) throw new Error('a stored password is not a PHC string of argon2id')
  const [, m, t, p, salt, tag] = parts as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const expected = Buffer.from(tag, 'base64')
  const cost = { memory: Number(m), passes: Number(t), parallelism: Number(p) }
  return timingSafeEqual(expected, await derive(password, Buffer.from(salt, 'base64'), cost))
}

type Cost = { memory: number; passes: number; parallelism: number }

function derive(password: string, nonce: Uint8Array, cost: Cost): Promise<Uint8Array> {
  // One form for ã typed as one character or as two (keyboards differ by system).
  const message = password.normalize('NFC')
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  argon2('argon2id', { message, nonce, tagLength, ...cost }, (error, tag) =>
    error ? reject(error) : resolve(tag),
  )
  return promise
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

function phc(salt: Uint8Array, tag: Uint8Array): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(tag)}`
}

/** Verified for who does not exist: the same work, a tag no password has. */
const nobodys = phc(new Uint8Array(saltLength), new Uint8Array(tagLength))
