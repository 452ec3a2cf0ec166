// Order keys: always between, never endless; and the reading order they make.

import { array, assert, boolean, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { blocksInOrder, idOf, makeBlock, orderBetween, orderKeys } from './blocks.ts'
import { textOf } from './roots.ts'

test('a key between two others lies between them, however often one inserts at one spot', () => {
  assert(
    property(integer({ min: 1, max: 300 }), array(boolean(), { maxLength: 60 }), (n, left) => {
      const keys = orderKeys(n)
      expect(keys.toSorted()).toEqual(keys)
      expect(new Set(keys).size).toBe(n)
      let low = keys[Math.floor(n / 2) - 1] ?? ''
      let high: string | null = keys[Math.floor(n / 2)] ?? null
      for (const toTheLeft of left) {
        const key = orderBetween(low, high)
        expect(key > low).toBe(true)
        expect(high === null || key < high).toBe(true)
        if (toTheLeft) high = key
        else low = key
      }
    }),
  )
})

test('no key lies between equal ones', () => {
  expect(() => orderBetween('m', 'm')).toThrow('differ')
})

test('base by order; each followed by its alternatives, then by what is proposed after it', () => {
  const doc = new Y.Doc()
  const base = { kind: 'operative', level: 1, status: 'open' } as const
  const proposal = { ...base, proposedBy: 'BR', after: 'one' }
  textOf(doc).insert(0, [
    makeBlock({ ...base, id: 'two', order: 'm' }, ''),
    makeBlock({ ...proposal, id: 'bis' }, ''),
    makeBlock({ ...base, id: 'one', order: 'c' }, ''),
    makeBlock({ ...proposal, id: 'alt', alt: 1 }, ''),
  ])
  expect(blocksInOrder(doc).map(idOf)).toEqual(['one', 'alt', 'bis', 'two'])
})
