// The binding while negotiating: what a key does to the text.
// @vitest-environment node

import { describe, expect, test } from 'vitest'
import { desk } from './testing/desk.ts'

const line = 'The States affirm the need.'

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

  test('over a selection of base words strikes them and writes behind', () => {
    const text = desk(line)
    text.as('BR').selects([0, 4], [0, 10]).types('Parties')
    expect(text.reads).toEqual(['The {-BR:States}{+BR:Parties} affirm the need.'])
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
})
