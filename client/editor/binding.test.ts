// The binding while negotiating: what a key does to the text (N2, N3, N5).
// @vitest-environment node

import { describe, expect, test } from 'vitest'
import { blocksInOrder } from '#shared/document/blocks.ts'
import { rulingsOf, textOf } from '#shared/document/roots.ts'
import * as Y from 'yjs'
import { desk, penInDrafting, proposing } from './testing/desk.ts'

const line = 'The States affirm the need.'
const three = ['The States affirm', 'Recalling the need', 'Deciding to act'] as const

describe('typing', () => {
  test('is one’s own insertion', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).types(' shall')
    expect(text.reads).toEqual(['The{+BR: shall} States affirm the need.'])
    expect(br.caret).toEqual([0, 9])
  })

  test('two delegations in one paragraph', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 10)
    const cl = text.as('CL').at(0, 11)
    for (const letter of 'abc') {
      br.types(letter)
      cl.types(letter.toUpperCase())
    }
    expect(text.reads).toEqual(['The States{+BR:abc} {+CL:ABC}affirm the need.'])
  })

  test('two delegations at one caret: each keeps its words in one piece', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3)
    const cl = text.as('CL').at(0, 3)
    for (const letter of 'abc') {
      br.types(letter)
      cl.types(letter.toUpperCase())
    }
    expect(text.reads[0]!.match(/\{/g)).toHaveLength(2)
    expect(text.reads[0]).toContain('{+BR:abc}')
    expect(text.reads[0]).toContain('{+CL:ABC}')
  })

  test('over a selection of base words strikes them and writes behind', () => {
    const text = desk(line)
    text.as('BR').selects([0, 4], [0, 10]).types('Parties')
    expect(text.reads).toEqual(['The {-BR:States}{+BR:Parties} affirm the need.'])
  })

  test('stays in front of a tombstone at its left: the origin is the visible neighbour', () => {
    const text = desk('ab')
    const br = text.as('BR').at(0, 1).types('xyz').presses('Backspace', 2).types('Q')
    const words = textOf(br.doc).get(0) as Y.XmlElement
    const typed = [...words.toArray()][0] as Y.XmlText
    const items: [string, number | null][] = []
    for (let item = typed._start; item; item = item.right) {
      if (item.content instanceof Y.ContentString)
        items.push([item.content.str, item.origin?.clock ?? null])
    }
    const x = items.find(([words]) => words.startsWith('x'))
    expect(x).toBeDefined()
    expect(text.reads).toEqual(['a{+BR:xQ}b'])
    // Q hangs on x (the first clock of this client), not on the deleted z.
    expect(items.find(([words]) => words.includes('Q'))![1]).toBe(0)
  })

  test('what the law does not admit is dropped from it', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3)
    br.does(br.state.tr.insertText(' a\u200bb\u00a0c\ud83d', 4))
    expect(text.reads).toEqual(['The{+BR: ab c} States affirm the need.'])
  })

  test('over everything strikes every paragraph and proposes a new one', () => {
    const text = desk(...three)
    const br = text.as('BR')
    const { tr, doc, schema } = br.state
    br.does(
      tr.replaceWith(0, doc.content.size, schema.nodes['block']!.create(null, schema.text('x'))),
    )
    expect(text.reads).toEqual([...three.map((words) => `<-BR> ${words}`), '<BR> {+BR:x}'])
  })
})

describe('deleting', () => {
  test('own words go, base words are struck, in one entry', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 10).types('XY').presses('Backspace', 5)
    expect(text.reads).toEqual(['The Sta{-BR:tes} affirm the need.'])
    expect(br.caret).toEqual([0, 7])
    expect(Object.values(text.proposals)).toEqual([[[1, expect.any(Number), 3]]])
  })

  test('Delete goes on behind what it has struck', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 4).presses('Delete', 6).types('Q')
    expect(text.reads).toEqual(['The {-BR:States}{+BR:Q} affirm the need.'])
    expect(br.caret).toEqual([0, 11])
    expect(Object.keys(text.proposals)).toHaveLength(1)
  })

  test('a selection leaves the caret behind it', () => {
    const br = desk(line).as('BR').selects([0, 4], [0, 10]).presses('Delete')
    expect(br.caret).toEqual([0, 10])
  })

  test('a new gesture is a new entry', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 10).presses('Backspace', 2)
    br.at(0, 3).presses('Backspace', 1)
    expect(Object.keys(text.proposals)).toHaveLength(2)
  })

  test('a gesture goes on while others type before it', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 10).presses('Backspace', 2)
    text.as('CL').at(0, 0).types('So ')
    br.presses('Backspace', 2)
    expect(text.reads).toEqual(['{+CL:So }The St{-BR:ates} affirm the need.'])
    expect(Object.keys(text.proposals)).toHaveLength(1)
  })

  test('a gesture does not go on under an entry that reaches into an agreed paragraph', () => {
    const text = desk(...three)
    const br = text.as('BR').selects([0, 4], [1, 9]).presses('Delete')
    text.rules((doc) => (textOf(doc).get(0) as Y.XmlElement).setAttribute('status', 'agreed'))
    const before = text.proposals
    br.presses('Delete', 2)
    expect(text.reads[1]).toBe('{-BR:Recalling t}he need')
    expect(text.proposals).toMatchObject(before)
    expect(Object.keys(text.proposals)).toHaveLength(2)
  })

  test('moves on over words one has struck, and writes nothing', () => {
    const text = desk(line)
    const br = text.as('BR').selects([0, 4], [0, 10]).presses('Delete')
    const before = text.proposals
    br.presses('Backspace', 6)
    expect(br.caret).toEqual([0, 4])
    expect(text.proposals).toEqual(before)
  })

  test('each party strikes for itself', () => {
    const text = desk(line)
    text.as('BR').selects([0, 4], [0, 10]).presses('Delete')
    text.as('CL').selects([0, 8], [0, 14]).presses('Delete')
    expect(text.reads).toEqual(['The {-BR:Stat}{-BR,CL:es}{-CL: aff}irm the need.'])
  })

  test('others’ proposed words are struck, not deleted', () => {
    const text = desk(line)
    text.as('BR').at(0, 3).types(' shall')
    text.as('CL').selects([0, 2], [0, 7]).presses('Delete')
    expect(text.reads).toEqual(['Th{-CL:e}{+BR-CL: sha}{+BR:ll} States affirm the need.'])
  })

  test('a colleague’s words are the delegation’s own', () => {
    const text = desk(line)
    text.as('BR').at(0, 3).types(' shall')
    text.as('BR').selects([0, 3], [0, 9]).presses('Delete')
    expect(text.reads).toEqual([line])
  })

  test('accepted words are base: struck', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).types(' shall')
    text.rules((doc) => rulingsOf(doc).set('a/1', [[br.binding.clientId, 0, 6]]))
    br.selects([0, 3], [0, 9]).presses('Delete')
    expect(text.reads).toEqual(['The{-BR: shall} States affirm the need.'])
  })

  test('over several paragraphs: words at the ends, whole blocks between', () => {
    const text = desk(...three)
    text.as('BR').selects([0, 4], [2, 8]).presses('Delete')
    expect(text.reads).toEqual([
      'The {-BR:States affirm}',
      '<-BR> Recalling the need',
      '{-BR:Deciding} to act',
    ])
    expect(Object.keys(text.proposals)).toHaveLength(2)
  })
})

describe('letters are never parted', () => {
  test('half a surrogate pair strikes the whole character', () => {
    const text = desk('a😀b')
    const br = text.as('BR')
    br.does(br.state.tr.delete(3, 4))
    expect(text.reads).toEqual(['a{-BR:😀}b'])
  })

  test('typing between the halves goes behind them', () => {
    const text = desk('a😀b')
    const br = text.as('BR')
    br.does(br.state.tr.insertText('x', 3))
    expect(text.reads).toEqual(['a😀{+BR:x}b'])
  })

  test('a character replaced by its other half is written whole', () => {
    const text = desk('a😀b')
    const br = text.as('BR')
    br.does(br.state.tr.insertText('😁'.charAt(1), 3, 4))
    expect(text.reads).toEqual(['a{-BR:😀}{+BR:😁}b'])
  })

  test('striking an accent strikes its letter; typing does not get between them', () => {
    const text = desk('Ne\u0301e')
    const br = text.as('BR')
    br.does(br.state.tr.delete(3, 4))
    expect(text.reads).toEqual(['N{-BR:e\u0301}e'])
    br.does(br.state.tr.insertText('x', 3))
    expect(text.reads).toEqual(['N{-BR:e\u0301}{+BR:x}e'])
  })

  test('an accent exchanged brings its letter along', () => {
    const text = desk('Ne\u0301e')
    const br = text.as('BR')
    br.does(br.state.tr.insertText('\u0300', 3, 4))
    expect(text.reads).toEqual(['N{-BR:e\u0301}{+BR:e\u0300}e'])
  })

  test('one’s own accent is exchanged alone', () => {
    const text = desk('N')
    const br = text.as('BR').at(0, 1).types('e\u0301')
    br.does(br.state.tr.insertText('\u0300', 3, 4))
    expect(text.reads).toEqual(['N{+BR:e\u0300}'])
  })
})

describe('paragraphs', () => {
  test('Enter proposes one behind the paragraph, like it', () => {
    const text = desk({ words: 'Recalling', kind: 'recital', level: 1 }, 'Deciding')
    const br = text.as('BR').at(0, 4).presses('Enter').types('new')
    expect(text.reads).toEqual(['Recalling', '<BR> {+BR:new}', 'Deciding'])
    expect(text.attributes[1]).toMatchObject({
      id: expect.stringMatching(new RegExp(`^${br.binding.clientId}-\\d+$`)),
      kind: 'recital',
      level: 1,
      status: 'open',
      proposedBy: 'BR',
      after: 'b0',
      order: null,
    })
  })

  test('behind a heading comes what follows it', () => {
    const text = desk({ words: 'Part', kind: 'heading', level: 2 }, 'Deciding')
    text.as('BR').at(0, 4).presses('Enter')
    expect(text.attributes[1]).toMatchObject({ kind: 'operative', level: 1, after: 'b0' })
  })

  test('Enter at the start proposes one before it', () => {
    const text = desk(...three)
    const br = text.as('BR').at(1, 0).presses('Enter').types('new')
    expect(text.reads).toEqual([three[0], '<BR> {+BR:new}', three[1], three[2]])
    expect(text.attributes[1]).toMatchObject({ after: 'b0' })
    expect(br.caret).toEqual([1, 3])
  })

  test('Enter again goes on behind one’s own, and parts own words only', () => {
    const text = desk(three[0], three[1])
    const br = text.as('BR').at(0, 3).presses('Enter').types('one two').presses('Enter').types('x')
    br.at(1, 4).presses('Enter')
    expect(text.reads).toEqual([
      three[0],
      '<BR> {+BR:one }',
      '<BR> {+BR:two}',
      '<BR> {+BR:x}',
      three[1],
    ])
    expect(br.caret).toEqual([2, 0])
  })

  test('a paragraph with others’ words in it is not parted', () => {
    const text = desk(three[0])
    const br = text.as('BR').at(0, 3).presses('Enter').types('one two')
    text.as('CL').at(1, 7).types('!')
    br.at(1, 3).presses('Enter').types('x')
    expect(text.reads).toEqual([three[0], '<BR> {+BR:one two}{+CL:!}', '<BR> {+BR:x}'])
  })

  test('Backspace takes an empty own one back, and bites nothing', () => {
    const text = desk(three[0], three[1])
    const br = text.as('BR').at(0, 3).presses('Enter').types('ab').presses('Backspace', 3)
    expect(text.reads).toEqual([three[0], three[1]])
    expect(br.caret).toEqual([0, three[0].length])
  })

  test('nothing is joined at the edges', () => {
    const text = desk(three[0], three[1])
    const br = text.as('BR').at(1, 0).presses('Backspace').at(0, three[0].length).presses('Delete')
    br.presses('Enter').types('own').at(1, 0).presses('Backspace')
    expect(text.reads).toEqual([three[0], '<BR> {+BR:own}', three[1]])
    expect(text.proposals).toEqual({})
  })

  test('a whole own one selected over goes; with others’ words in it only the own go', () => {
    const text = desk(three[0], three[1])
    const br = text.as('BR').at(0, 3).presses('Enter').types('mine')
    br.does(br.state.tr.delete(three[0].length + 2, three[0].length + 2 + 6))
    expect(text.reads).toEqual([three[0], three[1]])
    br.at(0, 3).presses('Enter').types('mine')
    text.as('CL').at(1, 4).types('!')
    br.does(br.state.tr.delete(three[0].length + 2, three[0].length + 2 + 7))
    expect(text.reads).toEqual([three[0], '<BR> {+CL-BR:!}', three[1]])
  })

  test('follow their base block when it moves, and the caret with them', () => {
    const text = desk(...three)
    const br = text.as('BR').at(0, 3).presses('Enter').types('new')
    text.rules((doc) => (textOf(doc).get(0) as Y.XmlElement).setAttribute('order', 'zz'))
    expect(text.reads).toEqual([three[1], three[2], three[0], '<BR> {+BR:new}'])
    expect(br.caret).toEqual([3, 3])
    br.types('!')
    expect(text.reads[3]).toBe('<BR> {+BR:new!}')
  })

  test('a kind changed under the caret leaves it there', () => {
    const text = desk(...three)
    const br = text.as('BR').at(0, 3).types('a')
    text.rules((doc) => (textOf(doc).get(0) as Y.XmlElement).setAttribute('kind', 'heading'))
    br.types('b')
    expect(text.reads[0]).toBe('The{+BR:ab} States affirm')
  })
})

describe('what is refused is not written', () => {
  test('in an agreed paragraph (N3), also as part of a longer selection', () => {
    const text = desk(three[0], { words: three[1], status: 'agreed' }, three[2])
    const before = text.reads
    const br = text.as('BR')
    expect(br.at(1, 3).types('x').refusal?.refused).toBe('agreed-paragraph')
    expect(br.presses('Backspace').refusal?.refused).toBe('agreed-paragraph')
    expect(br.selects([0, 4], [2, 3]).presses('Delete').refusal?.refused).toBe('agreed-paragraph')
    expect(text.reads).toEqual(before)
    expect(text.proposals).toEqual({})
    expect(br.at(1, 3).presses('Enter').types('x').refusal).toBeNull()
  })

  test('for whoever only reads', () => {
    const text = desk(line)
    const br = text.as('BR')
    br.binding.setHand(br.binding.clientId, {
      ...proposing('BR'),
      writing: null,
      readsBecause: 'writing-suspended',
    })
    expect(br.at(0, 3).types('x').refusal?.refused).toBe('writing-suspended')
    expect(text.reads).toEqual([line])
  })

  test('beyond the limits', () => {
    const text = desk('x'.repeat(19_990))
    const br = text.as('BR').at(0, 5)
    br.does(br.state.tr.insertText('y'.repeat(11)))
    expect(br.refusal?.refused).toBe('over-limit')
  })

  test('in a text with a block this page does not know', () => {
    const text = desk(line)
    const br = text.as('BR')
    text.rules((doc) => (textOf(doc).get(0) as Y.XmlElement).setAttribute('kind', 'hologram'))
    expect(br.at(0, 3).types('x').refusal?.refused).toBe('unknown-block')
    expect(br.presses('Backspace').refusal?.refused).toBe('unknown-block')
    expect(wordsOfFirst(text.hub)).toBe(line)
  })
})

const wordsOfFirst = (doc: Y.Doc) => (blocksInOrder(doc)[0]!.get(0) as Y.XmlText).toString()

test('a hand never writes for another', () => {
  const text = desk(line)
  const page = text.as('BR').at(0, 3).types('b')
  text.leases.set(999, 'CL' as never)
  page.binding.setHand(999, proposing('CL'))
  page.types('c').presses('Backspace', 2)
  expect(text.reads).toEqual(['The{+BR-CL:b} States affirm the need.'])
  expect(penInDrafting.party).toBeNull()
})
