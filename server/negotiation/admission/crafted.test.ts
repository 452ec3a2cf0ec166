// Bytes no client of ours would send, one table: forged origins, gaps, jumps, foreign clientIDs. Each is
// refused by its rule, leaves the text as it was, and leaves nothing pending.

import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { proposalsOf, rulingsOf } from '#shared/document/roots.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import { block, BR, FR, words, type Bench } from '../../testing/bench.ts'
import { contested } from '../../testing/texts/contested-text.ts'

/** An update of one hand-made struct. */
function struct(clock: number, write: (e: encoding.Encoder) => void, client = FR): Uint8Array {
  const e = encoding.createEncoder()
  for (const n of [1, 1, client, clock]) encoding.writeVarUint(e, n)
  write(e)
  encoding.writeVarUint(e, 0)
  return encoding.toUint8Array(e)
}

function deletes(...ranges: [number, number, number][]): Uint8Array {
  const e = encoding.createEncoder()
  encoding.writeVarUint(e, 0)
  encoding.writeVarUint(e, ranges.length)
  for (const [client, clock, length] of ranges) {
    for (const n of [client, 1, clock, length]) encoding.writeVarUint(e, n)
  }
  return encoding.toUint8Array(e)
}

const clockOf = (b: Bench, client = FR) => Y.getState(b.text.text.doc.store, client)
const idsOf = (b: Bench, id: string) => words(b.text.text.doc, id)._start!.id

const crafted: Record<string, [(b: Bench) => Uint8Array, RefusalCode | 'ok']> = {
  'N4 an attribute by forged origin': [
    (b) =>
      struct(clockOf(b), (e) => {
        const item = block(b.text.text.doc, 'b1')._map.get('status')!
        encoding.writeUint8(e, 8 | 128)
        for (const n of [item.id.client, item.id.clock, 1]) encoding.writeVarUint(e, n)
        encoding.writeAny(e, 'agreed')
      }),
    'attributes-fixed',
  ],
  'N5 a proposal of others by forged origin': [
    (b) =>
      struct(clockOf(b), (e) => {
        const item = proposalsOf(b.text.text.doc)._map.get('d/BR/1')!
        encoding.writeUint8(e, 8 | 128)
        for (const n of [item.id.client, item.id.clock, 1]) encoding.writeVarUint(e, n)
        encoding.writeAny(e, [[1, 40, 1]])
      }),
    'forged-proposal',
  ],
  'N4 a ruling by forged origin': [
    (b) =>
      struct(clockOf(b), (e) => {
        const item = rulingsOf(b.text.text.doc)._map.get('a/1')!
        encoding.writeUint8(e, 8 | 128)
        for (const n of [item.id.client, item.id.clock, 1]) encoding.writeVarUint(e, n)
        encoding.writeAny(e, [])
      }),
    'rulings-are-the-hubs',
  ],
  'N8 words between the halves of an astral character': [
    (b) => {
      const text = words(b.text.text.doc, 'b5')
      const at = text.toString().indexOf('😀')
      const { client, clock } = idsOf(b, 'b5')
      return struct(clockOf(b), (e) => {
        encoding.writeUint8(e, 4 | 128)
        encoding.writeVarUint(e, client)
        encoding.writeVarUint(e, clock + at)
        encoding.writeVarString(e, 'X')
      })
    },
    'not-plain-text',
  ],
  'N8 deletes half of an astral character': [
    (b) => {
      const at = words(b.text.text.doc, 'b5').toString().indexOf('😀')
      const { client, clock } = idsOf(b, 'b5')
      return deletes([client, clock + at, 1])
    },
    'not-plain-text',
  ],
  'N2 deletes base words without writing': [
    (b) => deletes([idsOf(b, 'b0').client, idsOf(b, 'b0').clock, 9]),
    'base-words',
  ],
  'N9 deletes what is not there yet': [() => deletes([1, 90_000, 4]), 'not-whole'],
  'N9 deletes its own future': [() => deletes([FR, 90_000, 4]), 'not-whole'],
  'N9 a clock jump of 2^40': [
    (b) =>
      struct(clockOf(b), (e) => {
        encoding.writeUint8(e, 1)
        encoding.writeVarUint(e, 1)
        encoding.writeVarString(e, 'text')
        encoding.writeVarUint(e, 2 ** 40)
      }),
    'not-whole',
  ],
  'N9 a gap': [
    (b) =>
      struct(clockOf(b) + 5, (e) => {
        encoding.writeUint8(e, 4 | 128)
        encoding.writeVarUint(e, idsOf(b, 'b0').client)
        encoding.writeVarUint(e, idsOf(b, 'b0').clock)
        encoding.writeVarString(e, 'X')
      }),
    'not-whole',
  ],
  'N9 words after words nobody has': [
    (b) =>
      struct(clockOf(b), (e) => {
        encoding.writeUint8(e, 4 | 128)
        encoding.writeVarUint(e, 4_242)
        encoding.writeVarUint(e, 7)
        encoding.writeVarString(e, 'X')
      }),
    'not-whole',
  ],
  'N9 under a clientID of another': [
    (b) => b.update(BR, (d) => words(d, 'b1').insert(0, 'as Brazil')),
    'foreign-client',
  ],
  'N9 under a clientID nobody leased': [
    (b) => b.update(123_456, (d) => words(d, 'b1').insert(0, 'anon')),
    'foreign-client',
  ],
  "N9 under the hub's own clientID": [
    (b) => b.update(1, (d) => words(d, 'b1').insert(0, 'base')),
    'foreign-client',
  ],
  'N9 own words mixed with words of others': [
    (b) =>
      Y.mergeUpdates([
        b.update(FR, (d) => words(d, 'b1').insert(0, 'ok')),
        b.update(BR, (d) => words(d, 'b1').insert(0, 'bad')),
      ]),
    'foreign-client',
  ],
  'N9 nothing at all': [() => new Uint8Array(0), 'not-whole'],
  'N9 random bytes': [() => new Uint8Array([9, 9, 200, 1, 3, 255, 255, 7]), 'not-whole'],
  'honest: an update twice': [(b) => Y.encodeStateAsUpdate(b.text.text.doc), 'ok'],
}

describe('crafted bytes that break N2, N4, N5, N8 or N9', () => {
  for (const [name, [craft, expected]] of Object.entries(crafted)) {
    test(`${name} → ${expected}`, () => {
      const b = contested()
      const image = b.image()
      const verdict = b.verdict(craft(b), FR)
      expect(verdict).toBe(expected)
      expect(b.image()).toBe(image)
      const { store } = b.text.text.doc
      expect(store.pendingStructs).toBeNull()
      expect(store.pendingDs).toBeNull()
    })
  }
})
