// A text two delegations contest, for attacks. In: nothing. Out: a bench with words, strikes, a bracket
// and blocks of BR and FR, an accepted insertion and an agreed paragraph; blocks and ranges to attack with.

import type * as Y from 'yjs'
import { assert } from '#shared/assert.ts'
import { makeBlock, type BlockAttributes } from '#shared/document/blocks.ts'
import { proposalsOf, rulingsOf, textOf } from '#shared/document/roots.ts'
import { Bench, block, BR, FR, words } from '../bench.ts'
import { textWith } from './text-with.ts'

export type Doc = Y.Doc
export type Attributes = Partial<Record<keyof BlockAttributes | 'onclick', unknown>>

/** b0…b5 are base; BR and FR have words, strikes, a bracket and a block; b3 holds accepted words of FR. */
export function contested(): Bench {
  const six = Array.from(
    { length: 6 },
    (_, i) => `Paragraph ${i} says what the States agree 😀 on.`,
  )
  const b = new Bench(textWith(six))
  const does = (client: number, gesture: (doc: Doc) => void) =>
    assert(b.verdict(b.update(client, gesture), client) === 'ok', 'an honest gesture')
  does(BR, (d) => {
    words(d, 'b1').insert(10, 'BRAZIL')
    proposalsOf(d).set('d/BR/1', [range(d, 'b0', 4, 3)])
    proposalsOf(d).set('k/BR/1', [range(d, 'b0', 9, 5)])
    textOf(d).push([proposed('brazil', { id: `${BR}-1`, proposedBy: 'BR' })])
  })
  does(FR, (d) => {
    words(d, 'b2').insert(4, 'FRANCE')
    words(d, 'b3').insert(4, 'PARIS')
    textOf(d).push([proposed('france', { id: `${FR}-a` })])
  })
  b.rules((d) => {
    const paris = words(d, 'b3')._start!.right!
    rulingsOf(d).set('a/1', [[paris.id.client, paris.id.clock, 5]])
    block(d, 'b4').setAttribute('status', 'agreed')
  })
  return b
}

/** Characters of the first run of a base paragraph. */
export function range(d: Doc, id: string, from: number, length: number): [number, number, number] {
  const { client, clock } = words(d, id)._start!.id
  return [client, clock + from, length]
}

export function proposed(text: string, given: Attributes = {}): Y.XmlElement {
  const base = { id: `${FR}-9`, kind: 'operative', level: 1, status: 'open' }
  const all = { ...base, proposedBy: 'FR', after: 'b1', ...given }
  return makeBlock(all as unknown as BlockAttributes, text)
}
