// How long a newcomer waits for a whole text: from the handshake to its arrival. In: a hub, sizes.
// Out: per size: cold (right after a restart, nothing in memory) and warm. Keeps: the text has a
// history of many hands, as a negotiated one has, not one paste.

import * as Y from 'yjs'
import { limits } from '#shared/limits.ts'
import { encodeSync, syncUpdate } from '#shared/wire.ts'
import { type MeasuredHub, sleep } from './measured.ts'
import { type Stage, logins, stageAt, stageIn } from './stage.ts'
import { type Figures, median } from './statistics.ts'
import { freshClient, typing } from './typing.ts'
import { bareLine, fetchDocument, frameOf } from './wire.ts'

const lettersPerHand = 2_000
const lettersPerUpdate = 50

const size = (state: Uint8Array) => state.length

/** One more hand writes letter by letter, as groups of updates. */
async function anotherHand(stage: Stage, i: number): Promise<void> {
  const client = freshClient()
  const updates = typing(stage.state, client, i, lettersPerHand)
  const line = await bareLine(stage.as(i))
  for (let from = 0; from < updates.length; from += lettersPerUpdate) {
    const merged = Y.mergeUpdates(updates.slice(from, from + lettersPerUpdate))
    line.send(frameOf(encodeSync(syncUpdate, merged)))
    while (line.waiting() > limits.updateBytesMax) await sleep(1)
  }
  await sleep(100)
  line.end()
}

async function grown(hub: MeasuredHub, cookies: readonly string[], bytes: number): Promise<Stage> {
  const paragraphs = Math.min(600, Math.max(5, Math.round(bytes / 1_000)))
  let stage = await stageAt(hub.url, cookies, paragraphs)
  for (let i = 0; size(stage.state) < bytes; i++) {
    await anotherHand(stage, i)
    if (i % 10 === 9) stage = await stageIn(hub.url, cookies, stage.place)
  }
  return stage
}

async function once(stage: Stage, i: number): Promise<{ ms: number; bytes: number }> {
  const { ms, update, socket } = await fetchDocument(stage.as(i))
  socket.terminate()
  return { ms, bytes: update.length }
}

export async function join(hub: MeasuredHub, sizes: readonly number[], rounds: number) {
  const cookies = await logins(hub.url, 40, 24)
  const stages = []
  for (const bytes of sizes) stages.push(await grown(hub, cookies, bytes))
  const small = await stageAt(hub.url, cookies, 1)
  const rows: Figures[] = []
  for (const stage of stages) {
    const cold: number[] = []
    const warm: number[] = []
    let bytes = 0
    for (let i = 0; i < rounds; i++) {
      await hub.drains()
      await hub.comesBack()
      await once(small, 0) // the code paths are warm, this document is not
      const first = await once(stage, i)
      cold.push(first.ms)
      bytes = first.bytes
      for (let k = 0; k < 3; k++) warm.push((await once(stage, i + k)).ms)
    }
    rows.push({
      KB: Math.round(bytes / 1024),
      'cold ms': median(cold),
      'cold max ms': Math.max(...cold),
      'warm ms': median(warm),
      'warm max ms': Math.max(...warm),
      n: rounds,
    })
  }
  return rows
}
