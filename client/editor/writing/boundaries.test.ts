// Where a text may be cut: between letters, as a reader counts them.
// @vitest-environment node

import { expect, test } from 'vitest'
import { cutsPair, letterAfter, letterAround, letterBefore } from './boundaries.ts'

test('a surrogate pair is one character', () => {
  expect([0, 1, 2, 3].map((at) => cutsPair('a😀', at))).toEqual([false, false, true, false])
})

test.for([
  ['e\u0301x', 1, 0, 2],
  ['a🇧🇷b', 3, 1, 5],
  ['👩🏽x', 2, 0, 4],
  ['\u1100\u1161\u11a8', 1, 0, 3],
  ['да', 1, 1, 1],
  ['ab', 0, 0, 0],
  ['ab', 2, 2, 2],
] as const)('the letter around an offset: %s at %i', ([words, at, from, to]) => {
  expect(letterAround(words, at)).toEqual({ from, to })
})

test('the letter before and after', () => {
  expect(letterBefore('xe\u0301', 3)).toBe(1)
  expect(letterAfter('e\u0301x', 0)).toBe(2)
  expect(letterBefore('x', 0)).toBe(0)
  expect(letterAfter('x', 1)).toBe(1)
})
