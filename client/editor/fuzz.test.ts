// Many random gestures of four people at one text (seeded; the seed is in the title). After every
// step the page shows what its document holds, all replicas are equal, and taking away what the
// party of the gesture proposed, nothing else has changed (N2).
// @vitest-environment node

import { Fragment, Slice, type Node as ProseNode } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { wordsOf } from '#shared/document/attribution.ts'
import { blocksInOrder, idOf, isAgreed } from '#shared/document/blocks.ts'
import { rulingsOf } from '#shared/document/roots.ts'
import { isRanges, type IdRange } from '#shared/document/ranges.ts'
import { parseMarkKey } from '#shared/document/marks.ts'
import { desk, everything, type Desk, type Page } from './testing/desk.ts'
import { valueWithout } from './testing/value.ts'

const paragraphs = [
  'Нести ответственность 👩🏽 за e\u0301té — 𝒜ses.',
  'aaa eee sss ttt aaa eee sss ttt',
  'a\u0301e\u0301 😀😁 да',
  'The States affirm the need for safe migration.',
  '',
  '日本 ã é ñ',
]
const letters = ['a', 'e', 's', ' ', 't', '😀', 'e\u0301', '\u0301', 'ж', '日', '🇧🇷']

/** A small generator of its own, so that a seed means the same for ever (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

type Below = (below: number) => number

function place(doc: ProseNode, below: Below): { index: number; position: number; size: number } {
  const index = below(doc.childCount)
  const { size } = doc.child(index).content
  return { index, position: doc.resolve(0).posAtIndex(index, 0) + 1 + below(size + 1), size }
}

const paragraph = (page: Page, words: string) =>
  page.state.schema.nodes['block']!.create(null, words ? page.state.schema.text(words) : null)

function gesture(page: Page, below: Below): string {
  const { state } = page
  const { doc, tr } = state
  const here = place(doc, below)
  const there = place(doc, below)
  const [from, to] = [here.position, there.position].toSorted((a, b) => a - b) as [number, number]
  const near = Math.min(doc.resolve(here.position).end(), here.position + 1 + below(8))
  const letter = letters[below(letters.length)]!
  const crowded = doc.childCount > 20
  const kinds: [number, string, () => void][] = [
    [25, 'type', () => page.does(tr.insertText(letter, here.position))],
    [15, 'type at caret', () => page.does(tr.insertText(letter))],
    [12, 'delete', () => page.does(tr.delete(here.position, near))],
    [8, 'replace', () => page.does(tr.insertText(letter + letter, here.position, near))],
    [8, 'Backspace', () => page.presses('Backspace', 1 + below(3))],
    [5, 'Delete', () => page.presses('Delete', 1 + below(3))],
    [4, 'Enter', () => void (crowded || page.presses('Enter'))],
    [3, 'split', () => void (crowded || page.does(tr.split(here.position)))],
    [4, 'delete across', () => page.does(tr.delete(from, to))],
    [2, 'type across', () => page.does(tr.insertText('x', from, to))],
    [1, 'delete all', () => page.does(tr.delete(0, doc.content.size))],
    [1, 'delete block', () => page.does(tr.delete(from - 1 - doc.resolve(from).parentOffset, to))],
    [3, 'paste', () => void (crowded || page.does(pasted(page, from, from)))],
    [2, 'paste over', () => void (crowded || page.does(pasted(page, from, to)))],
    [3, 'drag', () => drag(page, here.position, near, there.position)],
    [9, 'undo', () => page.undoes()],
    [4, 'redo', () => page.redoes()],
    [2, 'wait', () => page.waits(600)],
  ]
  let pick = below(kinds.reduce((sum, [weight]) => sum + weight, 0))
  const [, name, run] = kinds.find(([weight]) => (pick -= weight) < 0)!
  run()
  return name
}

function pasted(page: Page, from: number, to: number) {
  const lines = ['pasted é', 'second 😀'].map((words) => paragraph(page, words))
  return page.state.tr.replace(from, to, new Slice(Fragment.from(lines), 1, 1))
}

function drag(page: Page, from: number, to: number, target: number): void {
  if (from === to || (target >= from && target <= to)) return
  const { tr, doc } = page.state
  const words = doc.textBetween(from, to)
  const dropped = tr.delete(from, to)
  page.does(dropped.insertText(words, dropped.mapping.map(target)))
}

/** No letter is struck twice by one party, and none is broken. */
function checkText(table: Desk, oncePerLetter: boolean): void {
  const struck = new Map<string, Set<string>>()
  let twice = false
  for (const [key, value] of Object.entries(table.proposals)) {
    const { kind, party } = parseMarkKey(key)!
    if (kind !== 'd') continue
    expect(isRanges(value, 2000)).toBe(true)
    const seen = struck.get(party) ?? new Set()
    struck.set(party, seen)
    for (const [client, clock, length] of value as IdRange[]) {
      for (let i = clock; i < clock + length; i++) {
        twice ||= seen.has(`${client}:${i}`)
        seen.add(`${client}:${i}`)
      }
    }
  }
  expect(twice && oncePerLetter).toBe(false)
  for (const block of table.anyPage.binding.order) {
    expect(wordsOf(block).isWellFormed()).toBe(true)
  }
}

/** What the hub does meanwhile: closes and reopens blocks, accepts words. */
function rule(table: Desk, below: Below, n: number): void {
  const { binding } = table.anyPage
  const block = binding.order[below(binding.order.length)]!
  const id = idOf(block)
  if (below(2) === 0) {
    table.rules((doc) => {
      const there = blocksInOrder(doc).find((one) => idOf(one) === id)!
      there.setAttribute('status', isAgreed(there) ? 'open' : 'agreed')
    })
    return
  }
  const open = binding.blockView(block).runs.filter(({ owner }) => owner !== null)
  if (open.length === 0) return
  const { client, clock, length } = open[below(open.length)]!
  table.rules((doc) => rulingsOf(doc).set(`a/${n}`, [[client, clock, length]]))
}

/** N3: the agreed blocks, word for word. */
const agreedWords = (table: Desk): string =>
  JSON.stringify(
    table.anyPage.binding.order.filter(isAgreed).map((one) => [idOf(one), wordsOf(one)]),
  )

/** The end state of every page. */
function negotiate(seed: number, steps: number): Set<string> {
  const below = random(seed)
  const table = desk(...paragraphs)
  const parties = ['BR', 'BR', 'CL', 'CHAIR']
  const pages = parties.map((party) => table.as(party))
  const partyOf = (client: number) => table.leases.get(client) ?? null
  for (let i = 0; i < steps; i++) {
    const who = below(pages.length)
    const page = pages[who]!
    if (below(25) === 0) rule(table, below, i)
    const before = valueWithout(table.hub, partyOf, parties[who]!)
    const agreed = agreedWords(table)
    const what = gesture(page, below)
    table.clock += below(300)
    expect({
      at: `seed ${seed}, step ${i}: ${parties[who]} ${what}`,
      value: agreedWords(table),
    }).toEqual({ at: `seed ${seed}, step ${i}: ${parties[who]} ${what}`, value: agreed })
    const after = valueWithout(table.hub, partyOf, parties[who]!)
    expect({ at: `seed ${seed}, step ${i}: ${parties[who]} ${what}`, value: after }).toEqual({
      at: `seed ${seed}, step ${i}: ${parties[who]} ${what}`,
      value: before,
    })
    if (i % 20 === 0) checkText(table, true)
  }
  checkText(table, true)
  return new Set(pages.map((page) => everything(page.doc, page)))
}

test.for([1, 2, 3])('together, direct delivery, seed %i', (seed) => {
  expect(negotiate(seed, 300).size).toBe(1)
})

test.for([11, 12])('with spells offline, seed %i', (seed) => {
  const below = random(seed)
  const table = desk(...paragraphs)
  const parties = ['BR', 'BR', 'CL', 'CHAIR']
  const pages = parties.map((party) => table.as(party))
  const partyOf = (client: number) => table.leases.get(client) ?? null
  for (let i = 0; i < 300; i++) {
    const who = below(pages.length)
    const page = pages[who]!
    if (below(12) === 0) page.goesOffline()
    const before = valueWithout(table.hub, partyOf, parties[who]!)
    gesture(page, below)
    if (page.offline && below(4) === 0) page.comesBack()
    expect({
      at: `seed ${seed}, step ${i}`,
      value: valueWithout(table.hub, partyOf, parties[who]!),
    }).toEqual({ at: `seed ${seed}, step ${i}`, value: before })
  }
  for (const page of pages) page.comesBack()
  const all = pages.map((page) => everything(page.doc, page))
  expect(new Set(all).size).toBe(1)
  checkText(table, false)
})

test.for([21, 22])('two pens drafting, seed %i', (seed) => {
  const below = random(seed)
  const table = desk(...paragraphs)
  const pages = [table.as('pen'), table.as('pen')]
  for (let i = 0; i < 300; i++) {
    gesture(pages[below(2)]!, below)
    expect(table.anyPage.binding.order.length).toBeGreaterThan(0)
    expect(table.proposals).toEqual({})
  }
  const all = pages.map((page) => everything(page.doc, page))
  expect(new Set(all).size).toBe(1)
  for (const block of table.anyPage.binding.order) {
    expect(wordsOf(block).isWellFormed()).toBe(true)
  }
})
