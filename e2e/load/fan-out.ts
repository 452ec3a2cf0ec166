// How long a letter takes to everyone, and how many letters a hub can take. In: a hub, numbers.
// Out: tables: a fixed load by number of people; the highest rate with p99 under 250 ms and nothing
// lost.

import type { MeasuredHub } from './measured.ts'
import { sleep } from './measured.ts'
import { point } from './point.ts'
import { logins, stageAt } from './stage.ts'
import { type Figures, medians } from './statistics.ts'

const writersMax = 10
const p99MsMax = 250
const deliveredPercentMin = 99

/** At least half of the people only read. */
const writersOf = (clients: number) => Math.min(writersMax, Math.floor(clients / 2))

export interface Measure {
  readonly clients: readonly number[]
  readonly rounds: number
  readonly seconds: number
}

/** Ten people (of ten: five) type ten letters a second each, the others read along. */
export async function fanOut(hub: MeasuredHub, { clients, rounds, seconds }: Measure) {
  const cookies = await logins(hub.url, Math.max(...clients))
  const rows: Figures[] = []
  for (let round = 0; round < rounds; round++) {
    for (const count of clients) {
      const stage = await stageAt(hub.url, cookies)
      rows.push(
        await point(hub, stage, { clients: count, writers: writersOf(count), rate: 10, seconds }),
      )
    }
  }
  return medians(rows, ['clients']).toSorted((a, b) => Number(a['clients']) - Number(b['clients']))
}

const holds = (row: Figures) =>
  Number(row['p99 ms']) < p99MsMax &&
  Number(row['delivered %']) > deliveredPercentMin &&
  row['dropped'] === 0

/**
 * Doubling, then two bisections. A point fails only at the third attempt: the machine is shared.
 */
export async function saturation(hub: MeasuredHub, { clients, seconds }: Measure) {
  const cookies = await logins(hub.url, Math.max(...clients))
  const attempt = async (count: number, rate: number) => {
    for (let attempts = 0; attempts < 3; attempts++) {
      if (attempts) await sleep(700)
      const stage = await stageAt(hub.url, cookies)
      const row = await point(hub, stage, {
        clients: count,
        writers: writersOf(count),
        rate,
        seconds,
      })
      if (holds(row)) return row
    }
    return null
  }
  const best: Figures[] = []
  for (const count of clients) {
    let good: Figures | null = null
    let low = 0
    let high = Number.POSITIVE_INFINITY
    let rate = 8
    for (let bisections = 2; rate <= 4_096;) {
      const row = await attempt(count, rate)
      if (row) [good, low] = [row, rate]
      else high = rate
      if (high === Number.POSITIVE_INFINITY) rate *= 2
      else if (bisections-- === 0 || low === 0) break
      else rate = Math.round(Math.sqrt(low * high))
    }
    best.push(good ?? { clients: count, 'letters/s in': 0 })
  }
  return best
}
