// What the drawer offers back: exactly what the hub has not acknowledged and its author has not
// deleted.
// @vitest-environment node

import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { unacknowledged } from './recover.ts'
import { desk, type Page } from './testing/desk.ts'

const short = (page: Page, doc: Y.Doc, updates = page.sent) =>
  unacknowledged(updates, doc, page.binding.clientId).map(({ what, block, words, ownBlock }) => ({
    what,
    block,
    words,
    ownBlock,
  }))

test('words typed after the last receipt, from the page’s own document', () => {
  const text = desk('The States', 'Second')
  const br = text.as('BR').at(0, 3).types(' acked')
  const acked = br.sent.length
  br.goesOffline().types(' lost').at(1, 6).types('!')
  expect(short(br, br.doc, br.sent.slice(acked))).toEqual([
    { what: 'words', block: 'b0', words: ' lost', ownBlock: false },
    { what: 'words', block: 'b1', words: '!', ownBlock: false },
  ])
})

test('from a fresh document of the hub, which has never seen them', () => {
  const text = desk('The States')
  const br = text.as('BR').goesOffline().at(0, 3).types('aé😀')
  expect(short(br, text.hub)).toEqual([
    { what: 'words', block: 'b0', words: 'aé😀', ownBlock: false },
  ])
})

test('not what its author has deleted since', () => {
  const text = desk('The States')
  const br = text.as('BR').goesOffline().at(0, 3).types('abcd').presses('Backspace', 2)
  expect(short(br, br.doc)).toEqual([{ what: 'words', block: 'b0', words: 'ab', ownBlock: false }])
})

test('a new paragraph, and what was struck', () => {
  const text = desk('The States', 'Second')
  const br = text.as('BR').goesOffline().at(1, 6).presses('Enter').types('new one')
  br.selects([0, 4], [0, 10]).presses('Delete')
  expect(short(br, text.hub)).toEqual([
    { what: 'paragraph', block: 'b1', words: 'new one', ownBlock: true },
    { what: 'deletion', block: 'b0', words: 'States', ownBlock: false },
  ])
})

test('words whose place is of another epoch are offered all the same', () => {
  const text = desk('The States')
  const br = text.as('BR').at(0, 3).types('sent').goesOffline().types('lost')
  const other = desk('Something else')
  const last = br.sent.slice(-4)
  expect(
    short(br, other.hub, last)
      .map(({ words }) => words)
      .join(''),
  ).toBe('lost')
  expect(short(br, other.hub, last)[0]!.block).toBeNull()
})
