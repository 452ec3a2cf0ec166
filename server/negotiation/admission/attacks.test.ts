// What hostile clients try against the laws, one table. Every attack is refused by its rule, and leaves
// the text, byte for byte of what a reader sees, as it was; honest gestures beside them are admitted.

import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { blockUnit } from '#shared/document/marks.ts'
import { proposalsOf, rulingsOf, textOf } from '#shared/document/roots.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import { ruleOf } from '#shared/refusal.ts'
import {
  Bench,
  block,
  BR,
  CHAIRS,
  FR,
  PEN,
  words,
  withoutProposalsOf,
} from '../../testing/bench.ts'
import { contested, proposed, range, type Doc } from '../../testing/texts/contested-text.ts'
import { textWith } from '../../testing/texts/text-with.ts'

const gestures: Record<string, [(d: Doc) => void, RefusalCode | 'ok', number?]> = {
  'honest: words': [(d) => words(d, 'b1').insert(3, 'hi'), 'ok'],
  'honest: a block': [(d) => textOf(d).push([proposed('new')]), 'ok'],
  'honest: an alternative': [(d) => textOf(d).push([proposed('new', { alt: 1 })]), 'ok'],
  'honest: a strike': [(d) => void proposalsOf(d).set('d/FR/1', [range(d, 'b5', 2, 5)]), 'ok'],
  'honest: a bracket': [(d) => void proposalsOf(d).set('k/FR/1', [range(d, 'b5', 2, 5)]), 'ok'],
  'honest: inserted words of a unit': [
    (d) => {
      words(d, 'b1').insert(3, 'hi')
      proposalsOf(d).set('i/FR/1', [[FR, 0, 2]])
    },
    'ok',
  ],
  'honest: striking a whole block': [
    (d) => void proposalsOf(d).set(`b/FR/${blockUnit(block(d, 'b1'))}`, 1),
    'ok',
  ],
  'honest: own words deleted': [(d) => words(d, 'b2').delete(4, 6), 'ok'],
  'honest: own block deleted': [
    (d) =>
      textOf(d).delete(
        textOf(d)
          .toArray()
          .indexOf(block(d, `${FR}-a`)),
        1,
      ),
    'ok',
  ],
  'honest: the chair proposes': [(d) => words(d, 'b1').insert(3, 'chair'), 'ok', CHAIRS],
  'N2 deletes base words': [(d) => words(d, 'b1').delete(0, 3), 'base-words'],
  'N2 deletes words of others': [(d) => words(d, 'b1').delete(10, 6), 'others-words'],
  'N2 deletes base words next to its own': [(d) => words(d, 'b2').delete(2, 5), 'base-words'],
  'N2 deletes its own accepted words': [(d) => words(d, 'b3').delete(4, 5), 'base-words'],
  'N2 the chair deletes words of a State': [
    (d) => words(d, 'b2').delete(4, 6),
    'others-words',
    CHAIRS,
  ],
  'N2 the chair deletes base words while negotiating': [
    (d) => words(d, 'b1').delete(0, 3),
    'base-words',
    CHAIRS,
  ],
  'N2 deletes a base block': [(d) => textOf(d).delete(0, 1), 'base-words'],
  'N2 deletes a block of others': [
    (d) =>
      textOf(d).delete(
        textOf(d)
          .toArray()
          .indexOf(block(d, `${BR}-1`)),
        1,
      ),
    'others-words',
  ],
  'N2 lifts the bracket of others': [(d) => proposalsOf(d).delete('k/BR/1'), 'others-proposal'],
  'N2 withdraws the strike of others': [(d) => proposalsOf(d).delete('d/BR/1'), 'others-proposal'],
  'N5 shrinks the bracket of others': [
    (d) => void proposalsOf(d).set('k/BR/1', [range(d, 'b0', 9, 1)]),
    'forged-proposal',
  ],
  'N5 a bracket under another name': [
    (d) => void proposalsOf(d).set('k/BR/9', [range(d, 'b5', 2, 5)]),
    'forged-proposal',
  ],
  'N5 a kind of mark nobody knows': [
    (d) => void proposalsOf(d).set('z/FR/9', [range(d, 'b5', 2, 5)]),
    'forged-proposal',
  ],
  'N5 a block under another name': [
    (d) => textOf(d).push([proposed('x', { proposedBy: 'BR' })]),
    'forged-proposal',
  ],
  'N2 a base block': [
    (d) => textOf(d).push([proposed('x', { proposedBy: undefined, after: undefined, order: 'm' })]),
    'base-words',
  ],
  'N2 a proposed block with an order': [
    (d) => textOf(d).push([proposed('x', { order: 'm' })]),
    'base-words',
  ],
  'N3 types in an agreed paragraph': [(d) => words(d, 'b4').insert(1, 'x'), 'agreed-paragraph'],
  'N3 strikes words of an agreed paragraph': [
    (d) => {
      const { client, clock } = words(d, 'b4')._start!.id
      proposalsOf(d).set('d/FR/9', [[client, clock, 3]])
    },
    'agreed-paragraph',
  ],
  'N3 strikes an agreed paragraph whole': [
    (d) => void proposalsOf(d).set(`b/FR/${blockUnit(block(d, 'b4'))}`, 1),
    'agreed-paragraph',
  ],
  'N4 changes a kind': [(d) => block(d, 'b1').setAttribute('kind', 'heading'), 'attributes-fixed'],
  'N4 moves a block': [(d) => block(d, 'b1').setAttribute('order', 'zz'), 'attributes-fixed'],
  'N4 agrees by itself': [
    (d) => block(d, 'b1').setAttribute('status', 'agreed'),
    'attributes-fixed',
  ],
  'N4 an order on its own block': [
    (d) => block(d, `${FR}-a`).setAttribute('order', 'zz'),
    'attributes-fixed',
  ],
  'N4 moves its own block': [
    (d) => block(d, `${FR}-a`).setAttribute('after', 'b5'),
    'attributes-fixed',
  ],
  'N4 its own block drops who proposed it': [
    (d) => block(d, `${FR}-a`).removeAttribute('proposedBy'),
    'attributes-fixed',
  ],
  'N4 an id of another writer': [
    (d) => textOf(d).push([proposed('x', { id: `${BR}-7` })]),
    'attributes-fixed',
  ],
  'N4 an id that exists': [
    (d) => textOf(d).push([proposed('x', { id: `${FR}-a` })]),
    'attributes-fixed',
  ],
  'N4 an attribute nobody knows': [
    (d) => {
      const one = proposed('x')
      one.setAttribute('onclick', 'x')
      textOf(d).push([one])
    },
    'attributes-fixed',
  ],
  'N4 anchored nowhere': [
    (d) => textOf(d).push([proposed('x', { after: 'nope' })]),
    'attributes-fixed',
  ],
  'N4 anchored on a proposal': [
    (d) => textOf(d).push([proposed('x', { after: `${BR}-1` })]),
    'attributes-fixed',
  ],
  'N4 anchored on itself': [
    (d) => textOf(d).push([proposed('x', { after: `${FR}-9` })]),
    'attributes-fixed',
  ],
  'N3 born agreed': [
    (d) => textOf(d).push([proposed('x', { status: 'agreed' })]),
    'agreed-paragraph',
  ],
  'N4 born agreed, without words': [
    (d) => textOf(d).push([proposed('', { status: 'agreed' })]),
    'attributes-fixed',
  ],
  'N4 a level beyond all levels': [
    (d) => textOf(d).push([proposed('x', { level: 99 })]),
    'attributes-fixed',
  ],
  'N4 writes a ruling: accepts its own words': [
    (d) => void rulingsOf(d).set('a/x', [[FR, 0, 6]]),
    'rulings-are-the-hubs',
  ],
  'N4 overwrites a ruling': [(d) => void rulingsOf(d).set('a/1', []), 'rulings-are-the-hubs'],
  'N4 deletes a ruling': [(d) => rulingsOf(d).delete('a/1'), 'rulings-are-the-hubs'],
  'N8 a kind nobody knows': [
    (d) => textOf(d).push([proposed('x', { kind: 'script' })]),
    'unknown-block',
  ],
  'N8 a node nobody knows': [
    (d) => {
      const p = new Y.XmlElement('p')
      p.insert(0, [new Y.XmlText('x')])
      textOf(d).push([p])
    },
    'unknown-block',
  ],
  'N8 a block without a text': [
    (d) => {
      const empty = new Y.XmlElement('block')
      for (const [k, v] of Object.entries({ id: `${FR}-9`, kind: 'operative', status: 'open' })) {
        empty.setAttribute(k, v)
      }
      textOf(d).push([empty])
    },
    'unknown-block',
  ],
  'N8 a second text in a block': [
    (d) => block(d, 'b2').insert(1, [new Y.XmlText('x')]),
    'not-plain-text',
  ],
  'N8 takes its own block apart': [(d) => block(d, `${FR}-a`).delete(0, 1), 'not-plain-text'],
  'N8 bold': [(d) => words(d, 'b2').format(4, 3, { em: {} }), 'not-plain-text'],
  'N8 an embed': [(d) => words(d, 'b2').insertEmbed(4, { a: 1 }), 'not-plain-text'],
  'N8 a nested type': [(d) => words(d, 'b2').insertEmbed(4, new Y.Map()), 'not-plain-text'],
  'N8 an attribute on a text': [(d) => words(d, 'b2').setAttribute('a', 'b'), 'not-plain-text'],
  'N8 a newline': [(d) => words(d, 'b2').insert(4, 'a\nb'), 'not-plain-text'],
  'N8 a control character': [(d) => words(d, 'b2').insert(4, 'a\u0000b'), 'not-plain-text'],
  'N8 a C1 control': [(d) => words(d, 'b2').insert(4, 'a\u0085b'), 'not-plain-text'],
  'N8 a zero-width space': [(d) => words(d, 'b2').insert(4, 'a\u200bb'), 'not-plain-text'],
  'N8 a bidi override': [(d) => words(d, 'b2').insert(4, 'a\u202eb'), 'not-plain-text'],
  'N8 half a character': [(d) => words(d, 'b2').insert(4, 'a\ud83d'), 'not-plain-text'],
  'N8 too long a paragraph': [(d) => words(d, 'b2').insert(4, 'x'.repeat(25_000)), 'over-limit'],
  'N9 a nested type in proposals': [
    (d) => void proposalsOf(d).set('d/FR/1', new Y.Array()),
    'not-whole',
  ],
  'N9 a document in proposals': [
    (d) => void proposalsOf(d).set('d/FR/1', new Y.Doc()),
    'not-whole',
  ],
  'N9 a mark on words to come': [
    (d) => void proposalsOf(d).set('k/FR/9', [[1, 1e6, 5]]),
    'not-whole',
  ],
  'N9 a mark far beyond what is known': [
    (d) => void proposalsOf(d).set('k/FR/9', [[1, 45, 1e9]]),
    'not-whole',
  ],
  'N9 a mark on a block as if it were words': [
    (d) => {
      const { client, clock } = block(d, 'b1')._item!.id
      proposalsOf(d).set('k/FR/9', [[client, clock, 1]])
    },
    'not-whole',
  ],
  'N9 a mark on nothing': [(d) => void proposalsOf(d).set('k/FR/9', []), 'not-whole'],
  'N9 a mark on half a character': [
    (d) => {
      const at = words(d, 'b5').toString().indexOf('😀')
      proposalsOf(d).set('d/FR/9', [range(d, 'b5', at, 1)])
    },
    'not-whole',
  ],
  'N9 words of others as its own insertions': [
    (d) => {
      const brazil = words(d, 'b1')._start!.right!.id
      proposalsOf(d).set('i/FR/9', [[brazil.client, brazil.clock, 3]])
    },
    'not-whole',
  ],
  'N9 a new root': [(d) => void d.getMap('evil').set('a', 1), 'not-whole'],
  'N9 writes as another delegation': [(d) => words(d, 'b1').insert(0, 'as Brazil'), 'ok', BR],
}

describe('gestures that break N2, N3, N4, N5, N8 or N9, and honest ones', () => {
  for (const [name, [gesture, expected, client = FR]] of Object.entries(gestures)) {
    test(`${name} → ${expected}`, () => {
      const b = contested()
      const party = client === CHAIRS ? 'CHAIR' : client === BR ? 'BR' : 'FR'
      const [image, others] = [b.image(), withoutProposalsOf(party as never, b.views())]
      const verdict = b.verdict(b.update(client, gesture), client)
      expect(verdict).toBe(expected)
      expect(withoutProposalsOf(party as never, b.views())).toBe(others)
      if (verdict === 'ok') return
      expect(b.image()).toBe(image)
      expect(name.startsWith(ruleOf(verdict)!)).toBe(true)
    })
  }
})

test('N4 no gesture of the table changes what a standing block is', () => {
  for (const [gesture, , client = FR] of Object.values(gestures)) {
    const b = contested()
    const before = b.views().map(({ attributes }) => attributes)
    b.verdict(b.update(client, gesture), client)
    const after = b.views().map(({ attributes }) => attributes)
    const standing = after.filter(({ id }) => before.some((one) => one.id === id))
    expect(before).toEqual(expect.arrayContaining(standing))
  }
})

test('N2 one culprit among honest updates: only it is refused', () => {
  const b = contested()
  const good = b.update(FR, (d) => words(d, 'b1').insert(3, 'one'))
  const bad = b.update(BR, (d) => words(d, 'b1').delete(0, 3))
  const other = b.update(CHAIRS, (d) => words(d, 'b2').insert(0, 'two'))
  const verdicts = b.admits([
    { bytes: good, as: FR },
    { bytes: bad, as: BR },
    { bytes: other, as: CHAIRS },
  ])
  expect(verdicts.map((v) => ('refusal' in v ? v.refusal.refused : 'ok'))).toEqual([
    'ok',
    'base-words',
    'ok',
  ])
  expect(words(b.text.text.doc, 'b2').toString().startsWith('two')).toBe(true)
})

test('N2 in drafting the pen writes base words, and a delegation writes nothing', () => {
  const b = new Bench(textWith(['One.', 'Two.']))
  const base = { id: `${PEN}-1`, proposedBy: undefined, after: undefined, order: 'zz' }
  const pen = b.update(PEN, (d) => {
    words(d, 'b0').delete(0, 2)
    textOf(d).push([proposed('Three.', base)])
  })
  expect(b.verdict(pen, PEN, 'drafting')).toBe('ok')
  const standing = { phase: 'drafting', writing: null, party: null, readsBecause: 'base-words' }
  const bytes = b.update(FR, (d) => words(d, 'b0').insert(0, 'x'))
  const [verdict] = b.admits([{ bytes, as: null, standing: standing as never }])
  expect(verdict).toMatchObject({ refusal: { refused: 'base-words' } })
})

test('the oracle of N2 notices what admission would have refused', () => {
  const hostile = Object.entries(gestures).filter(([name]) => /^N[235] /.test(name))
  const unnoticed: string[] = []
  for (const [name, [gesture, expected, client = FR]] of hostile) {
    if (expected === 'ok' || expected === 'agreed-paragraph') continue
    const b = contested()
    const party = client === CHAIRS ? 'CHAIR' : 'FR'
    const before = withoutProposalsOf(party as never, b.views())
    // Straight past admission, as if it were not there.
    b.text.adopt([{ seq: 99, payload: b.update(client, gesture) }])
    if (withoutProposalsOf(party as never, b.views()) === before) unnoticed.push(name)
  }
  expect(hostile.length).toBeGreaterThan(10)
  // Both leave the words of others as they were: only the structural rule sees them.
  expect(unnoticed).toEqual(['N5 a kind of mark nobody knows', 'N2 a proposed block with an order'])
})
