// The paragraphs of a page: states, whom they touch, clean text, and that only what changed is new.
// Keeps: the margins tell what the document holds.

import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Accepted, viewBlock } from '#shared/document/attribution.ts'
import { blocksInOrder, makeBlock, textNodeOf } from '#shared/document/blocks.ts'
import { MarkIndex } from '#shared/document/marks.ts'
import { openRoots, proposalsOf, textOf } from '#shared/document/roots.ts'
import type { Owner, PartyCode } from '#shared/ids.ts'
import { foldsOf } from './frames.ts'
import { letterOf } from './letters.ts'
import { cleanPartsOf, Paragraphs, type Source } from './paragraphs.ts'

const hands: Record<number, Owner> = { 1: null, 11: 'BR' as PartyCode, 12: 'CL' as PartyCode }

function table(words: readonly string[]) {
  const doc = new Y.Doc()
  doc.clientID = 1
  openRoots(doc)
  const blocks = words.map((text, i) =>
    makeBlock(
      {
        id: `1-${i}`,
        kind: i === 0 ? 'title' : 'operative',
        level: 1,
        status: 'open',
        order: `a${i}`,
      },
      text,
    ),
  )
  textOf(doc).insert(0, blocks)
  const source: Source = {
    get order() {
      return blocksInOrder(doc)
    },
    blockView: (block) =>
      viewBlock(
        block,
        { partyOf: (client) => hands[client] ?? null, accepted: new Accepted(doc) },
        new MarkIndex(doc),
      ),
  }
  const page = new Paragraphs(source, {
    language: 'en',
    party: 'BR',
    nameOf: () => undefined,
    title: 'TITLE',
  })
  page.refresh('all')
  const insert = (client: number, i: number, at: number, text: string) => {
    doc.clientID = client
    textNodeOf(blocks[i]!)!.insert(at, text)
  }
  const strike = (client: number, i: number, from: number, length: number) => {
    doc.clientID = client
    // oxlint-disable-next-line no-underscore-dangle -- identities are what a strike names
    const { clock } = textNodeOf(blocks[i]!)!._start!.id
    proposalsOf(doc).set(`d/${hands[client]}/${i}.${from}`, [[1, clock + from, length]])
  }
  const clean = (i: number) =>
    cleanPartsOf(page.list[i]!)
      .map(({ part, words: text }) =>
        part === 'stands' ? text : part === 'gap' ? '[…]' : `[${text}]`,
      )
      .join('')
  return { doc, blocks, page, insert, strike, clean }
}

describe('paragraphs', () => {
  it('labels them and says how they stand', () => {
    const { page, insert, blocks } = table(['Title', 'One', 'Two', ''])
    expect(page.list.map(({ label }) => label.text)).toEqual(['', 'OP1', 'OP2', 'OP3'])
    expect(page.list.map(({ state }) => state)).toEqual([null, 'open', 'open', 'brackets'])
    insert(12, 1, 3, ' more')
    expect(page.refresh(new Set([blocks[1]!]))).toBe(true)
    expect(page.list.map(({ state }) => state)).toEqual([null, 'brackets', 'open', 'brackets'])
    expect(page.list.map(({ touchesUs }) => touchesUs)).toEqual([false, false, false, false])
    insert(11, 2, 0, 'Ours ')
    page.refresh(new Set([blocks[2]!]))
    expect(page.list[2]!.touchesUs).toBe(true)
  })

  it('knows the title among the heading lines', () => {
    const { page } = table(['Title', 'One'])
    expect(page.list.map(({ isMainTitle }) => isMainTitle)).toEqual([true, false])
  })

  it('makes new only what changed', () => {
    const { page, insert, blocks } = table(['Title', 'One', 'Two'])
    const before = page.list
    insert(11, 2, 0, 'x')
    page.refresh(new Set([blocks[2]!]))
    expect(page.list[1]).toBe(before[1])
    expect(page.list[2]).not.toBe(before[2])
    expect(page.refresh(new Set())).toBe(false)
  })

  it('shows the clean text: what stands, and where it is open', () => {
    const { page, insert, strike, clean } = table(['Title', 'every six months', 'Two', 'Three'])
    insert(11, 1, 9, ' or twelve')
    strike(12, 2, 0, 3)
    strike(12, 3, 1, 3)
    insert(12, 3, 4, 'X')
    page.refresh('all')
    expect(clean(1)).toBe('every six[…] months')
    expect(clean(2)).toBe('[Two]')
    expect(clean(3)).toBe('T[hre]e')
  })

  it('leaves a proposed paragraph out of the clean text but for a mark', () => {
    const { page, doc, clean } = table(['Title', 'One'])
    doc.clientID = 11
    const proposed = { id: '11-a', kind: 'operative', level: 1, status: 'open' } as const
    const anchored = { ...proposed, proposedBy: 'BR', after: '1-1' }
    textOf(doc).insert(2, [makeBlock(anchored, 'New words')])
    page.refresh('all')
    expect(page.list[2]).toMatchObject({ proposedBy: 'BR', state: 'brackets', touchesUs: true })
    expect(page.list[2]!.label.text).toBe('OP1 bis')
    expect(clean(2)).toBe('[…]')
  })

  it('folds what a filter leaves out into one line per run, and never a title', () => {
    const { page, insert } = table(['Title', 'One', 'Two', 'Three', 'Four', 'Five'])
    insert(11, 3, 0, 'x')
    page.refresh('all')
    const folds = foldsOf(page.list, ({ state }) => state === 'brackets')
    expect([...folds]).toEqual([
      ['1-1', 2],
      ['1-2', 'hidden'],
      ['1-4', 2],
      ['1-5', 'hidden'],
    ])
  })
})

const press = (init: KeyboardEventInit) => letterOf(new KeyboardEvent('keydown', init))

describe('single letters as keys', () => {
  it('go by the letter, and by its place on a layout that is not Latin', () => {
    expect(press({ key: 'n', code: 'KeyK' })).toBe('n')
    expect(press({ key: 'N', code: 'KeyN', shiftKey: true })).toBe('n')
    expect(press({ key: 'т', code: 'KeyN' })).toBe('n')
    expect(press({ key: '1', code: 'Digit1' })).toBe(null)
    expect(press({ key: 'n', code: 'KeyN', ctrlKey: true })).toBe(null)
    expect(press({ key: 'Enter', code: 'Enter' })).toBe(null)
  })
})
