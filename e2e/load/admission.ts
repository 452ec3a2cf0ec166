// What the rules cost: a keystroke through admission against Yjs' own applyUpdate on the same text.
// In: nothing. Out: microseconds per keystroke, one by one and twenty to a tick. Keeps: the very
// updates of the other measurements; what is timed is the product's own function.

import { limits } from '#shared/limits.ts'
import * as Y from 'yjs'
import type { PartyCode } from '#shared/ids.ts'
import { makeBlock, orderKeys } from '#shared/document/blocks.ts'
import { openRoots, textOf } from '#shared/document/roots.ts'
import type { Standing } from '#shared/law/standing.ts'
import { type Submission, admitTick } from '../../server/negotiation/admission/admission.ts'
import { WorkingText } from '../../server/negotiation/working-text.ts'
import { type Figures, quantile } from './statistics.ts'
import { freshClient, typing } from './typing.ts'

const paragraphs = 50
const lettersEach = 1_200
const writers = 20
const keystrokes = 6_000
const unmeasured = 1_000

function negotiated(): Uint8Array {
  const doc = new Y.Doc()
  openRoots(doc)
  const words = 'recalls what was agreed and invites '.repeat(40).slice(0, lettersEach)
  const blocks = orderKeys(paragraphs).map((order, i) =>
    makeBlock({ id: `1-${i}`, kind: 'operative', level: 1, status: 'open', order }, words),
  )
  textOf(doc).push(blocks)
  return Y.encodeStateAsUpdate(doc)
}

const party = 'BR' as PartyCode
const standing: Standing = { phase: 'negotiating', writing: 'proposes', party, readsBecause: null }

/** Keystrokes of twenty writers, in turns. */
function bursts(state: Uint8Array) {
  const each = Math.ceil(keystrokes / writers)
  const clients = Array.from({ length: writers }, freshClient)
  const updates = clients.map((client, i) => typing(state, client, i, each))
  return Array.from({ length: each * writers }, (_, i) => ({
    client: clients[i % writers]!,
    bytes: updates[i % writers]![Math.floor(i / writers)]!,
  }))
}

const microseconds = (samples: readonly number[], what: string): Figures => ({
  keystroke: what,
  'p50 µs': quantile(samples, 0.5) * 1000,
  'mean µs': (samples.reduce((sum, one) => sum + one, 0) / samples.length) * 1000,
  'p99 µs': quantile(samples, 0.99) * 1000,
})

function plain(state: Uint8Array): Figures {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const samples: number[] = []
  for (const { bytes } of bursts(state)) {
    const began = performance.now()
    Y.applyUpdate(doc, bytes)
    samples.push(performance.now() - began)
  }
  return microseconds(samples.slice(unmeasured), 'applyUpdate alone')
}

function admitted(state: Uint8Array, perTick: number): Figures {
  const all = bursts(state)
  const mine = new Set(all.map(({ client }) => client))
  const text = new WorkingText({ seq: 1, payload: state }, [], (client) =>
    mine.has(client) ? party : null,
  )
  const samples: number[] = []
  let seq = 1
  for (let i = 0; i < all.length; i += perTick) {
    const tick = all.slice(i, i + perTick).map(({ client, bytes }): Submission => {
      return {
        bytes,
        client,
        standing,
        claim: () => null,
        bytesMax: limits.updateBytesMax,
        isFull: false,
        source: mine,
      }
    })
    const began = performance.now()
    const { update, verdicts } = admitTick(text, tick)
    const took = (performance.now() - began) / tick.length
    if (!update || verdicts.some((verdict) => 'refusal' in verdict)) throw new Error('refused')
    text.committed({ seq: ++seq, payload: update })
    for (let k = 0; k < tick.length; k++) samples.push(took)
  }
  return microseconds(samples.slice(unmeasured), `admitted, ${perTick} to a tick`)
}

export function admission(): Figures[] {
  const state = negotiated()
  plain(state) // warms the code paths
  return [plain(state), admitted(state, 1), admitted(state, 20)]
}
