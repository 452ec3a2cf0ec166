// Randomness that can be had again. In: a seed. Out: numbers and bytes, always the same for it (mulberry32).

import type { RandomBytes } from '#shared/ids.ts'

export interface Random {
  /** In [0, 1). */
  next(): number
  /** An integer in [0, below). */
  below(n: number): number
  pick<T>(list: readonly T[]): T
}

export function seededRandom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, pick: (list) => list[below(list.length)]! }
}

export const seededBytes =
  (random: Random): RandomBytes =>
  (size) =>
    Uint8Array.from({ length: size }, () => random.below(256))
