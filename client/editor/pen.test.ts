// The pen while a text is drafted: base words are really written, split and merged.
// @vitest-environment node

import { expect, test } from 'vitest'
import { Fragment, Slice } from 'prosemirror-model'
import { desk, type Page } from './testing/desk.ts'

const two = ['Recalling the need', 'Deciding to act'] as const
const ids = (page: Page) => page.state.doc.children.map((node) => String(node.attrs['id']))

function pastes(page: Page, lines: readonly string[]): Page {
  const { schema, tr } = page.state
  const blocks = lines.map((words) => schema.nodes['block']!.create(null, schema.text(words)))
  return page.does(tr.replaceSelection(new Slice(Fragment.from(blocks), 1, 1)))
}

test('types and deletes base words', () => {
  const text = desk(...two)
  const pen = text.as('pen').at(0, 9).types(' again').selects([1, 0], [1, 8]).types('Resolving')
  pen.at(0, 2).presses('Delete').presses('Backspace')
  expect(text.reads).toEqual(['Ralling again the need', 'Resolving to act'])
  expect(text.proposals).toEqual({})
})

test('Enter splits: the tail is a block of its own between its neighbours', () => {
  const text = desk({ words: two[0], kind: 'recital', level: 1 }, two[1])
  const pen = text.as('pen').at(0, 9).presses('Enter')
  expect(text.reads).toEqual(['Recalling', ' the need', two[1]])
  expect(pen.caret).toEqual([1, 0])
  const [first, tail, last] = text.attributes as { order: string }[]
  expect(tail).toMatchObject({
    kind: 'recital',
    level: 1,
    status: 'open',
    proposedBy: null,
    after: null,
  })
  expect(first!.order < tail!.order && tail!.order < last!.order).toBe(true)
})

test('behind a heading comes a paragraph like the next', () => {
  const text = desk({ words: 'Part', kind: 'heading', level: 1 }, two[1])
  text.as('pen').at(0, 4).presses('Enter').types('x')
  expect(text.attributes[1]).toMatchObject({ kind: 'operative', level: 1 })
})

test('Enter at the start leaves the words, and who they are, where they stand', () => {
  const text = desk(...two)
  const pen = text.as('pen').at(1, 0).presses('Enter')
  expect(text.reads).toEqual([two[0], '', two[1]])
  expect(ids(pen)[2]).toBe('b1')
  expect(pen.caret).toEqual([2, 0])
})

test('Backspace at the start merges, Delete at the end too', () => {
  const text = desk(...two, 'Third')
  const pen = text.as('pen').at(1, 0).presses('Backspace')
  expect(text.reads).toEqual([two[0] + two[1], 'Third'])
  expect(pen.caret).toEqual([0, two[0].length])
  pen.at(0, (two[0] + two[1]).length).presses('Delete')
  expect(text.reads).toEqual([two[0] + two[1] + 'Third'])
})

test('merging with an empty paragraph carries nothing', () => {
  const text = desk('', two[1])
  const pen = text.as('pen').at(1, 0).presses('Backspace')
  expect(text.reads).toEqual([two[1]])
  expect(ids(pen)).toEqual(['b1'])
})

test('a selection over paragraphs, deleted or typed over', () => {
  const text = desk(...two, 'Third one')
  const pen = text.as('pen').selects([0, 9], [2, 5]).types('!')
  expect(text.reads).toEqual(['Recalling! one'])
  expect(pen.caret).toEqual([0, 10])
})

test('select all and type leaves one paragraph', () => {
  const text = desk(...two)
  const pen = text.as('pen')
  const { tr, doc, schema } = pen.state
  pen.does(
    tr.replaceWith(0, doc.content.size, schema.nodes['block']!.create(null, schema.text('x'))),
  )
  expect(text.reads).toEqual(['x'])
  pen.does(pen.state.tr.delete(0, pen.state.doc.content.size))
  expect(text.reads).toEqual([''])
})

test('pasted lines stand between the two halves', () => {
  const text = desk(two[0])
  const pen = pastes(text.as('pen').at(0, 9), ['one', 'two', 'three'])
  expect(text.reads).toEqual(['Recallingone', 'two', 'three the need'])
  expect(pen.caret).toEqual([2, 5])
})

test('a hundred pasted lines keep short order keys', () => {
  const text = desk(...two)
  pastes(
    text.as('pen').at(0, two[0].length),
    Array.from({ length: 120 }, (_, i) => `line ${i}`),
  )
  const orders = text.attributes.map(({ order }) => String(order))
  expect(orders).toEqual(orders.toSorted())
  expect(Math.max(...orders.map((order) => order.length))).toBeLessThan(12)
})

test('an empty text begins with what is typed', () => {
  const text = desk()
  const pen = text.as('pen').presses('Enter').types('First')
  expect(text.reads).toEqual(['First'])
  expect(pen.caret).toEqual([0, 5])
  expect(text.attributes[0]).toMatchObject({ kind: 'paragraph', proposedBy: null })
})

test('a delegation cannot begin a text', () => {
  const text = desk()
  expect(text.as('BR').presses('Enter').refusal?.refused).toBe('attributes-fixed')
})

test('the pen does not touch an agreed paragraph', () => {
  const text = desk({ words: two[0], status: 'agreed' }, two[1])
  const pen = text.as('pen')
  expect(pen.at(1, 0).presses('Backspace').refusal?.refused).toBe('agreed-paragraph')
  expect(pen.selects([0, 4], [1, 4]).presses('Delete').refusal?.refused).toBe('agreed-paragraph')
  expect(text.reads).toEqual([...two])
})
