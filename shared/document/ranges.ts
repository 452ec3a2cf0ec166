// Ranges of character identities. In: [client, clock, length] triples. Out: an index that cuts any
// range along what it knows. Keeps: a character is named by who wrote it and when, never by offset.

import type { ClientId } from '../ids.ts'

/** `length` characters written by `client` from `clock` on. */
export type IdRange = readonly [client: ClientId, clock: number, length: number]

export interface Cut<T> {
  readonly clock: number
  readonly length: number
  /** Undefined where the index knows nothing. */
  readonly value: T | undefined
}

interface Entry<T> {
  readonly clock: number
  readonly length: number
  readonly value: T
}

/** Disjoint ranges with a value each; later additions do not overlap earlier ones. */
export class RangeIndex<T> {
  readonly #byClient = new Map<ClientId, Entry<T>[]>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add([client, clock, length]: IdRange, value: T): void {
    let entries = this.#byClient.get(client)
    if (!entries) this.#byClient.set(client, (entries = []))
    let at = entries.length
    while (at > 0 && entries[at - 1]!.clock > clock) at--
    entries.splice(at, 0, { clock, length, value })
    this.#size++
  }

  /** Pieces covering the range exactly, in order. */
  cut([client, from, length]: IdRange): Cut<T>[] {
    const entries = this.#byClient.get(client)
    if (!entries) return [{ clock: from, length, value: undefined }]
    const end = from + length
    const out: Cut<T>[] = []
    let clock = from
    for (let i = firstEndingAfter(entries, from); i < entries.length; i++) {
      const entry = entries[i]!
      if (entry.clock >= end) break
      if (entry.clock > clock) {
        out.push({ clock, length: entry.clock - clock, value: undefined })
        clock = entry.clock
      }
      const stop = Math.min(end, entry.clock + entry.length)
      if (stop > clock) out.push({ clock, length: stop - clock, value: entry.value })
      clock = Math.max(clock, stop)
    }
    if (clock < end) out.push({ clock, length: end - clock, value: undefined })
    return out
  }

  has(client: ClientId, clock: number): boolean {
    return this.cut([client, clock, 1])[0]!.value !== undefined
  }
}

function firstEndingAfter<T>(entries: readonly Entry<T>[], clock: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle]!.clock + entries[middle]!.length <= clock) low = middle + 1
    else high = middle
  }
  return low
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0

/** Well-formed ranges: at most `most` of them, none empty, none overlapping. */
export function isRanges(value: unknown, most: number): value is IdRange[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > most) return false
  return value.every(isRange) && areDisjoint(value)
}

function isRange(range: unknown): range is IdRange {
  if (!Array.isArray(range) || range.length !== 3 || !range.every(isCount)) return false
  return (range as number[])[2]! > 0
}

function areDisjoint(ranges: readonly IdRange[]): boolean {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  return sorted.every(([client, clock], i) => {
    const before = sorted[i - 1]
    return !before || before[0] !== client || before[1] + before[2] <= clock
  })
}

/** Neighbouring ranges of one client joined; order kept otherwise. */
export function joinRanges(ranges: readonly IdRange[]): IdRange[] {
  const out: [number, number, number][] = []
  for (const [client, clock, length] of ranges) {
    const last = out.at(-1)
    if (last && last[0] === client && last[1] + last[2] === clock) last[2] += length
    else out.push([client, clock, length])
  }
  return out
}
