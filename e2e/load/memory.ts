// What an open text and a connection cost in memory. In: a hub of its own, how many texts. Out: one
// row. Keeps: a text holds 200 typed letters; figures of a garbage-collected heap, to be read as ±
// 30 %.

import { type MeasuredHub, sleep } from './measured.ts'
import { type Stage, logins, stageAt } from './stage.ts'
import type { Figures } from './statistics.ts'
import { framed, freshClient, typing } from './typing.ts'
import { type BareLine, bareLine } from './wire.ts'

const letters = 200
const atOnce = 20

async function settled(hub: MeasuredHub): Promise<number> {
  await sleep(1_500)
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 5; i++) {
    least = Math.min(least, hub.memoryMb())
    await sleep(100)
  }
  return least
}

async function inBatches<T>(list: readonly T[], story: (item: T, i: number) => Promise<void>) {
  for (let i = 0; i < list.length; i += atOnce) {
    await Promise.all(list.slice(i, i + atOnce).map((item, k) => story(item, i + k)))
  }
}

export async function memory(hub: MeasuredHub, texts: number): Promise<Figures[]> {
  const cookies = await logins(hub.url, texts * 5)
  const stages: Stage[] = []
  for (let i = 0; i < texts; i++) stages.push(await stageAt(hub.url, cookies, 3))
  await sleep(35_000) // rooms opened to look at them are closed again
  const before = await settled(hub)
  const lines: BareLine[] = []
  await inBatches(stages, async (stage, i) => {
    const line = await bareLine(stage.as(i))
    lines.push(line)
    for (const frame of framed(typing(stage.state, freshClient(), 0, letters))) line.send(frame)
  })
  const one = await settled(hub)
  const oneMore = () =>
    inBatches(
      stages,
      async (stage, i) => void lines.push(await bareLine(stage.as(i + lines.length))),
    )
  await oneMore()
  const two = await settled(hub)
  for (let i = 0; i < 3; i++) await oneMore()
  const five = await settled(hub)
  for (const line of lines) line.end()
  const after = await settled(hub)
  const perConnection = ((five - two) / (3 * texts)) * 1024
  return [
    {
      texts,
      'before MB': before,
      '1 connection each MB': one,
      '2 each MB': two,
      '5 each MB': five,
      'all gone MB': after,
      'KB/connection': perConnection,
      'KB/text': ((one - before) / texts) * 1024 - perConnection,
    },
  ]
}
