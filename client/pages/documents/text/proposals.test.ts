// Proposals read from a block: one spot of one delegation is one proposal. Keeps: the margin says
// what stands in the text, no more and no less.

import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Accepted, viewBlock } from '#shared/document/attribution.ts'
import { makeBlock, textNodeOf, type BlockAttributes } from '#shared/document/blocks.ts'
import { blockUnit, MarkIndex } from '#shared/document/marks.ts'
import { openRoots, proposalsOf as sideMap, textOf } from '#shared/document/roots.ts'
import type { Owner, PartyCode } from '#shared/ids.ts'
import { codeOf, proposalsOf, quoted } from './proposals.ts'

const hands: Record<number, Owner> = { 1: null, 11: 'BR' as PartyCode, 12: 'CL' as PartyCode }
const names: Record<number, string> = { 11: 'Ana' }

function paragraph(words: string, more: Partial<BlockAttributes> = {}) {
  const doc = new Y.Doc()
  doc.clientID = 1
  openRoots(doc)
  const attributes = { id: '1-a', kind: 'operative', level: 1, status: 'open', order: 'a', ...more }
  textOf(doc).insert(0, [makeBlock(attributes as BlockAttributes, words)])
  const block = textOf(doc).get(0) as Y.XmlElement
  const text = textNodeOf(block)!
  const as = (client: number, write: () => void) => {
    doc.clientID = client
    write()
  }
  const insert = (client: number, at: number, more: string) =>
    as(client, () => text.insert(at, more))
  const strike = (client: number, clock: number, length: number, unit: string) =>
    as(client, () => sideMap(doc).set(`d/${hands[client]}/${unit}`, [[1, clock, length]]))
  const read = () => {
    const view = { partyOf: (client: number) => hands[client] ?? null, accepted: new Accepted(doc) }
    const seen = viewBlock(block, view, new MarkIndex(doc))
    return proposalsOf(seen, (client) => names[client])
  }
  // oxlint-disable-next-line no-underscore-dangle -- identities are what a strike names
  const from = text._start?.id.clock ?? 0
  return { doc, block, insert, strike, read, as, from }
}

const short = (list: ReturnType<typeof proposalsOf>) =>
  list.map(({ party, wish, words, old, number }) => [party, wish, words, old, number].join('|'))

describe('proposals of a paragraph', () => {
  it('reads an insertion with the person who typed it', () => {
    const p = paragraph('every six months')
    p.insert(11, 9, ' or twelve')
    expect(short(p.read())).toEqual(['BR|insert| or twelve||0'])
    expect(p.read()[0]!.by).toEqual(['Ana'])
  })

  it('joins a strike and an insertion of one delegation at one spot', () => {
    const p = paragraph('every six months')
    p.strike(11, p.from + 6, 3, 'u1')
    p.insert(11, 9, ' twelve')
    expect(short(p.read())).toEqual(['BR|replace| twelve|six|0'])
  })

  it('keeps two delegations at one spot apart, and counts several of one', () => {
    const p = paragraph('every six months')
    p.strike(12, p.from + 6, 3, 'u1')
    p.insert(11, 9, ' twelve')
    p.insert(11, 0, 'Now ')
    expect(short(p.read())).toEqual([
      'BR|insert|Now ||1',
      'CL|delete|six||0',
      'BR|insert| twelve||2',
    ])
    expect(p.read().map((one) => codeOf(one, (party) => party))).toEqual(['BR·1', 'CL', 'BR·2'])
  })

  it('counts overlapping strikes of one delegation once', () => {
    const p = paragraph('every six months')
    p.strike(12, p.from, 9, 'u1')
    p.strike(12, p.from + 6, 10, 'u2')
    expect(short(p.read())).toEqual(['CL|delete|every six months||0'])
  })

  it('says a proposed paragraph, and others in it, apart', () => {
    const p = paragraph('', { proposedBy: 'BR' as PartyCode, after: '1-x' })
    p.insert(11, 0, 'Decides to meet')
    p.insert(12, 15, ' yearly')
    expect(short(p.read())).toEqual(['BR|paragraph|Decides to meet||0', 'CL|insert| yearly||0'])
  })

  it('says when the whole paragraph is to go', () => {
    const p = paragraph('words')
    p.as(12, () => sideMap(p.doc).set(`b/CL/${blockUnit(p.block)}`, 1))
    expect(short(p.read())).toEqual(['CL|no-paragraph|||0'])
  })

  it('cuts long quotations between words', () => {
    expect(quoted('  short ')).toBe('short')
    expect(quoted('one two three four', 9)).toBe('one two…')
    expect(quoted('Donaudampfschifffahrt', 9)).toBe('Donaudamp…')
  })
})
