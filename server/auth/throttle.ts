// Guessing made slow. In: attempts to sign in, by account e-mail and client address, and a clock.
// Out: how long to wait, or the attempt's own result. Keeps: a growing delay per (e-mail, address);
// a whole address is stopped only above 300 failures in 10 minutes, because a delegation shares
// one; attempts for one pair run one after another, so a burst gains nothing; bounded memory (least
// recent go first).

import { limits } from '#shared/limits.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Clock } from '../hub-types.ts'

const bucketMs = 60_000
const inLineMax = 64
/** A pair that rested this long starts afresh. */
const forgetMs = 60 * 60_000

interface Pair {
  failures: number
  /** Not before this time (the clock's milliseconds). */
  notBefore: number
  inLine: number
  last: Promise<unknown>
}

/** Failures of one address by minute. */
type Minutes = Map<number, number>

export interface Throttle {
  /**
   * Runs `attempt` when its turn comes and it need not wait; true means the person was let in. A
   * refusal from the attempt itself counts as nothing.
   */
  turn(
    email: string,
    address: string,
    attempt: () => Promise<boolean | Refusal>,
  ): Promise<boolean | Refusal>
}

export function createThrottle(
  clock: Clock,
  entriesMax: number = limits.throttleEntriesMax,
): Throttle {
  const pairs = new Map<string, Pair>()
  const addresses = new Map<string, Minutes>()

  function judge(pair: Pair, address: string): Refusal | null {
    const now = clock.now()
    const stopped = failuresOf(addresses.get(address), now) > limits.addressFailuresMax
    const wait = Math.max(pair.notBefore - now, stopped ? bucketMs : 0)
    return wait > 0 ? refuse('wait-to-sign-in', { seconds: Math.ceil(wait / 1000) }) : null
  }

  function failed(pair: Pair, address: string): void {
    const now = clock.now()
    pair.failures += 1
    pair.notBefore = now + delayAfter(pair.failures)
    const minutes = addresses.get(address) ?? new Map<number, number>()
    const minute = Math.floor(now / bucketMs)
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1)
    for (const old of minutes.keys()) {
      if (old * bucketMs <= now - limits.addressFailuresWindowMs - bucketMs) minutes.delete(old)
    }
    keep(addresses, address, minutes, entriesMax)
  }

  return {
    async turn(email, rawAddress, attempt) {
      const address = network(rawAddress)
      const key = `${address} ${email}`
      const pair = pairs.get(key) ?? {
        failures: 0,
        notBefore: 0,
        inLine: 0,
        last: Promise.resolve(),
      }
      if (pair.inLine >= inLineMax) return refuse('busy')
      keep(pairs, key, pair, entriesMax)
      pair.inLine += 1
      const mine = pair.last.then(async () => {
        if (clock.now() - pair.notBefore > forgetMs) pair.failures = 0
        const wait = judge(pair, address)
        if (wait) return wait
        const letIn = await attempt()
        if (letIn === true) pair.failures = 0
        else if (letIn === false) failed(pair, address)
        return letIn
      })
      pair.last = mine.catch(() => undefined)
      try {
        return await mine
      } finally {
        pair.inLine -= 1
        if (pair.inLine === 0 && pair.failures === 0) pairs.delete(key)
      }
    },
  }
}

/** 0 for the first few, then 1 s, 2 s, 4 s … up to five minutes. */
function delayAfter(failures: number): number {
  const beyond = failures - limits.signInFreeFailures
  if (beyond < 0) return 0
  return Math.min(limits.signInDelayMsFirst * 2 ** Math.min(beyond, 20), limits.signInDelayMsMax)
}

function failuresOf(minutes: Minutes | undefined, now: number): number {
  let sum = 0
  for (const [minute, count] of minutes ?? []) {
    if (minute * bucketMs > now - limits.addressFailuresWindowMs) sum += count
  }
  return sum
}

/** An IPv6 customer owns a /64, so its first four groups are the address that counts. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').split('%')[0] ?? ''
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === '' ? [] : tail.split(':')
  while (plain.includes('::') && groups.length + rest.length < 8) groups.push('0')
  return [...groups, ...rest].slice(0, 4).join(':')
}

function keep<T>(map: Map<string, T>, key: string, value: T, max: number): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.size > max ? map.keys().next() : null
  if (oldest && !oldest.done) map.delete(oldest.value)
}
