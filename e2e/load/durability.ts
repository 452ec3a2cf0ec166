// kill -9 while five people type, again and again: how many letters that somebody else had read are
// missing afterwards, and how many that were acknowledged by being shown. In: a hub of its own.
// Out: a row per kind of count. Keeps: only a fresh client of the restarted hub is asked, nobody
// heals it.

import * as Y from 'yjs'
import { type MeasuredHub, sleep } from './measured.ts'
import { logins, stageAt } from './stage.ts'
import type { Figures } from './statistics.ts'
import { eachClock, framed, freshClient, typing } from './typing.ts'
import { bareLine, fetchDocument, readingLine } from './wire.ts'

const writers = 5
const rate = 20
const livesMsMin = 500
const livesMsMax = 2_500

async function round(hub: MeasuredHub, cookies: readonly string[]) {
  const stage = await stageAt(hub.url, cookies)
  const read = new Map<number, number>()
  const reader = await readingLine(stage.as(writers), (frame) => {
    if (!frame) return
    eachClock(frame.update, (client, to) => read.set(client, Math.max(to, read.get(client) ?? 0)))
  })
  const typists = await Promise.all(
    Array.from({ length: writers }, async (_, i) => {
      const client = freshClient()
      const count = Math.ceil((rate * livesMsMax) / 1000) + 10
      const frames = framed(typing(stage.state, client, i + 1, count))
      return { client, frames, line: await bareLine(stage.as(i)), next: 0 }
    }),
  )
  const lives = livesMsMin + Math.random() * (livesMsMax - livesMsMin)
  const start = performance.now()
  for (let now = 0; now < lives; now = performance.now() - start) {
    for (const typist of typists) {
      const due = Math.min(typist.frames.length, Math.floor((now / 1000) * rate))
      while (typist.next < due) typist.line.send(typist.frames[typist.next++]!)
    }
    await sleep(2)
  }
  await hub.dies()
  await sleep(150) // what had reached the reader's socket counts as read
  reader.terminate()
  for (const { line } of typists) line.end()

  await hub.comesBack()
  const { update, socket } = await fetchDocument(stage.as(0))
  socket.terminate()
  const stored = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update))
  const lost = typists.map(({ client }) => (read.get(client) ?? 0) - (stored.get(client) ?? 0))
  return {
    sent: typists.reduce((sum, { next }) => sum + next, 0),
    read: typists.reduce((sum, { client }) => sum + (read.get(client) ?? 0), 0),
    lost: lost.reduce((sum, letters) => sum + Math.max(0, letters), 0),
  }
}

export async function durability(hub: MeasuredHub, rounds: number): Promise<Figures[]> {
  const cookies = await logins(hub.url, writers + 1)
  const all: Awaited<ReturnType<typeof round>>[] = []
  for (let i = 0; i < rounds; i++) all.push(await round(hub, cookies))
  const total = (key: 'sent' | 'read' | 'lost') => all.reduce((sum, one) => sum + one[key], 0)
  return [
    {
      kills: rounds,
      'letters sent': total('sent'),
      'read by another': total('read'),
      'of these lost': total('lost'),
      'rounds with loss': all.filter(({ lost }) => lost > 0).length,
    },
  ]
}
