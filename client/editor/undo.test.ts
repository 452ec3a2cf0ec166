// Undo takes back one's own gestures and nothing else; no word changes its party by it.
// @vitest-environment node

import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { rulingsOf, textOf } from '#shared/document/roots.ts'
import { desk, proposing } from './testing/desk.ts'

const line = 'The States affirm'
const agree = (status: string) => (doc: Y.Doc) =>
  (textOf(doc).get(0) as Y.XmlElement).setAttribute('status', status)

describe('steps', () => {
  test('a burst of typing is one, a pause begins another', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).types(' one').waits(600).types(' two')
    br.undoes()
    expect(text.reads).toEqual(['The{+BR: one} States affirm'])
    br.undoes()
    expect(text.reads).toEqual([line])
    br.redoes().redoes()
    expect(text.reads).toEqual(['The{+BR: one two} States affirm'])
    expect(br.caret).toEqual([0, 11])
  })

  test('typing and deleting do not mix', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 10).types('abc').presses('Backspace', 4)
    expect(text.reads).toEqual(['The State{-BR:s} affirm'])
    br.undoes()
    expect(text.reads).toEqual(['The States{+BR:abc} affirm'])
    br.undoes()
    expect(text.reads).toEqual([line])
    expect(text.proposals).toEqual({})
  })

  test('a step somewhere else is a step of its own', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).types('a').at(0, 0).types('b')
    br.undoes()
    expect(text.reads).toEqual(['The{+BR:a} States affirm'])
  })

  test('a gesture that struck again under one entry', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 10).presses('Backspace', 2).waits(600).presses('Backspace', 2)
    expect(text.reads).toEqual(['The St{-BR:ates} affirm'])
    br.undoes()
    expect(text.reads).toEqual(['The Stat{-BR:es} affirm'])
    br.undoes()
    expect(text.proposals).toEqual({})
  })

  test('others’ words between stay', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).types('abc')
    text.as('CL').at(0, 4).types('X')
    br.undoes()
    expect(text.reads).toEqual(['The{+CL:X} States affirm'])
    br.redoes()
    expect(text.reads[0]!.replaceAll(/\{\+BR:|\{\+CL:|\}/g, '')).toContain('X')
    expect(text.reads[0]).toMatch(/\{\+CL:X\}/)
    expect(text.reads[0]).toMatch(/\{\+BR:/)
  })

  test('a paragraph of one’s own, back and forth', () => {
    const text = desk(line, 'Second')
    const br = text.as('BR').at(0, 3).presses('Enter').types('new')
    br.undoes().undoes()
    expect(text.reads).toEqual([line, 'Second'])
    br.redoes().redoes()
    expect(text.reads).toEqual([line, '<BR> {+BR:new}', 'Second'])
    br.undoes()
    expect(text.reads).toEqual([line, '<BR> ', 'Second'])
  })

  test('an own paragraph that was deleted returns with its words', () => {
    const text = desk(line, 'Second')
    const br = text.as('BR').at(0, 3).presses('Enter').types('new')
    br.does(br.state.tr.delete(line.length + 2, line.length + 7))
    expect(text.reads).toEqual([line, 'Second'])
    br.undoes()
    expect(text.reads).toEqual([line, '<BR> {+BR:new}', 'Second'])
  })
})

describe('nothing is laundered', () => {
  test('accepted words are not taken back by their author', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).types(' shall')
    text.rules((doc) => rulingsOf(doc).set('a/1', [[br.binding.clientId, 0, 4]]))
    br.undoes()
    expect(text.reads).toEqual(['The sha States affirm'])
  })

  test('an agreed paragraph is left alone, now and after it is reopened', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).types('abc')
    text.rules(agree('agreed'))
    br.undoes()
    expect(text.reads).toEqual(['The{+BR:abc} States affirm'])
    text.rules(agree('open'))
    br.undoes()
    expect(text.reads).toEqual(['The{+BR:abc} States affirm'])
  })

  test('nor is what was struck in it', () => {
    const text = desk(line)
    const br = text.as('BR').selects([0, 4], [0, 10]).presses('Delete')
    text.rules(agree('agreed'))
    br.undoes()
    expect(text.reads).toEqual(['The {-BR:States} affirm'])
  })

  test('own words deleted do not return into an agreed paragraph', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).types('abc').presses('Backspace', 2)
    text.rules(agree('agreed'))
    br.undoes()
    expect(text.reads).toEqual(['The{+BR:a} States affirm'])
  })

  test('a paragraph others have written in stays whole, with its attributes', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).presses('Enter').types('own')
    text.as('CL').at(1, 3).types('!')
    const before = text.attributes[1]
    br.undoes().undoes()
    expect(text.reads).toEqual([line, '<BR> {+CL:!}'])
    expect(text.attributes[1]).toEqual(before)
  })

  test('a colleague’s words are not taken along', () => {
    const text = desk(line)
    const br = text.as('BR').at(0, 3).presses('Enter').types('own')
    text.as('BR').at(1, 3).types('!')
    br.undoes().undoes()
    expect(text.reads).toEqual([line, '<BR> {+BR:!}'])
  })

  test('each hand takes back its own, and redo returns words to their party', () => {
    const text = desk(line)
    const page = text.as('BR').at(0, 3).types('brbr')
    const own = page.binding.clientId
    text.leases.set(888, 'CL' as never)
    page.binding.setHand(888, proposing('CL'))
    page.types('clcl').undoes()
    expect(text.reads).toEqual(['The{+BR:brbr} States affirm'])
    page.undoes()
    expect(text.reads).toEqual(['The{+BR:brbr} States affirm'])
    page.redoes()
    expect(text.reads).toEqual(['The{+BR:brbr}{+CL:clcl} States affirm'])
    page.binding.setHand(own, proposing('BR'))
    page.undoes()
    expect(text.reads).toEqual(['The{+CL:clcl} States affirm'])
    page.redoes()
    expect(text.reads[0]).toContain('{+BR:brbr}')
    expect(text.reads[0]).toContain('{+CL:clcl}')
  })

  test('a strike another page of the party has lifted does not come back by undo', () => {
    const text = desk(line)
    const br = text.as('BR').selects([0, 4], [0, 10]).presses('Delete')
    text.as('CL').at(0, 0).types('x')
    br.undoes()
    expect(text.reads).toEqual(['{+CL:x}The States affirm'])
  })

  test('a block that returns bears an id of who re-creates it', () => {
    const text = desk(line)
    text.as('BR').at(0, 3).presses('Enter').types('new')
    const colleague = text.as('BR')
    colleague.does(colleague.state.tr.delete(line.length + 2, line.length + 7)).undoes()
    expect(text.reads).toEqual([line, '<BR> {+BR:new}'])
    expect(String(text.attributes[1]!['id'])).toMatch(new RegExp(`^${colleague.binding.clientId}-`))
  })
})

describe('the pen', () => {
  test('takes back a split and a merge', () => {
    const text = desk(line, 'Second')
    const pen = text.as('pen').at(0, 3).presses('Enter')
    pen.undoes()
    expect(text.reads).toEqual([line, 'Second'])
    pen.at(1, 0).presses('Backspace')
    expect(text.reads).toEqual([`${line}Second`])
    pen.undoes()
    expect(text.reads).toEqual([line, 'Second'])
    expect(String(text.attributes[1]!['id'])).toMatch(new RegExp(`^${pen.binding.clientId}-`))
    expect(text.attributes[1]).toMatchObject({ kind: 'operative', proposedBy: null })
    pen.redoes()
    expect(text.reads).toEqual([`${line}Second`])
  })

  test('does not take a new paragraph away with another pen’s words in it', () => {
    const text = desk(line)
    const pen = text.as('pen').at(0, line.length).presses('Enter').types('one')
    text.as('pen').at(1, 3).types(' two')
    pen.undoes().undoes()
    expect(text.reads).toEqual([line, ' two'])
  })
})

test('whoever only reads takes nothing back', () => {
  const text = desk(line)
  const br = text.as('BR').at(0, 3).types('abc')
  const standing = { ...proposing('BR'), writing: null, readsBecause: 'writing-suspended' } as const
  br.binding.setHand(br.binding.clientId, standing)
  br.undoes()
  expect(text.reads).toEqual(['The{+BR:abc} States affirm'])
})
