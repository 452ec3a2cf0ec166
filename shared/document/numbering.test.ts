// Labels of real and made-up documents, in the five languages.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../refusal.ts'
import { importText } from './import.ts'
import { labelsOf } from './numbering.ts'
import type { NumberedBlock } from './numbering.ts'

type Short = readonly [kind: NumberedBlock['kind'], level: number, id?: string]

const blocks = (...list: Short[]): NumberedBlock[] =>
  list.map(([kind, level, id], i) => ({ id: id ?? `b${i + 1}`, kind, level }))

const upTo = (n: number) => Array.from({ length: n }, (_, i) => String(i + 1))

const texts = (list: readonly NumberedBlock[], language: 'en' | 'es' | 'ru' = 'en') =>
  [...labelsOf(list, language).values()].map(({ text }) => text)

const declaration = blocks(
  ['title', 1],
  ['chapeau', 1],
  ['recital', 1],
  ['recital', 0],
  ['chapeau', 0],
  ['operative', 1],
  ['operative', 1],
  ['operative', 2],
  ['operative', 2],
  ['operative', 3],
  ['operative', 3],
  ['operative', 1],
  ['operative', 0],
)

describe('working labels', () => {
  it('count preamble and operative part, with sub-levels in the language', () => {
    expect(texts(declaration)).toEqual(
      ['', '', 'PP1', 'PP2', '', 'OP1', 'OP2', 'OP2(a)', 'OP2(b)', 'OP2(b)(i)'].concat([
        'OP2(b)(ii)',
        'OP3',
        '',
      ]),
    )
    expect(texts(declaration, 'es').slice(7, 10)).toEqual(['OP2 a)', 'OP2 b)', 'OP2 b) i)'])
    expect(texts(declaration, 'ru').slice(7, 10)).toEqual(['OP2 a)', 'OP2 b)', 'OP2 b) i)'])
  })

  it('say what stands in print, and what a listener hears', () => {
    const labels = labelsOf(declaration, 'en')
    expect(labels.get('b3')).toEqual({
      text: 'PP1',
      number: '',
      spoken: 'Preambular paragraph 1',
    })
    expect(labels.get('b7')?.number).toBe('2.')
    expect(labels.get('b10')).toEqual({
      text: 'OP2(b)(i)',
      number: '(i)',
      spoken: 'Operative paragraph 2, b, i',
    })
    expect(labels.get('b1')?.spoken).toBe('Title')
    expect(labelsOf(declaration, 'fr').get('b10')?.spoken).toBe('Paragraphe du dispositif 2, b, i')
    expect(labelsOf(declaration, 'es').get('b13')?.spoken).toBe('Texto sin número')
  })

  it('begin anew behind a heading of level 1, notes go on', () => {
    const report = blocks(
      ['heading', 2],
      ['paragraph', 1],
      ['paragraph', 2],
      ['note', 1],
      ['paragraph', 1],
      ['heading', 1],
      ['heading', 3],
      ['paragraph', 1],
      ['note', 1],
    )
    expect(texts(report)).toEqual(['', '1', '1(a)', 'N1', '2', '', '', '1', 'N2'])
    expect(labelsOf(report, 'en').get('b6')?.spoken).toBe('Part')
  })

  it('of the seed: 1 to 16, then 1 to 15 in the annex', () => {
    const file = join(import.meta.dirname, '../../server/demo/texts/mc-inf-269.txt')
    const seed = importText(readFileSync(file, 'utf8'))
    if (isRefusal(seed)) throw new Error(seed.refused)
    const list = seed.blocks.map(({ kind, level }, i) => ({ kind, level, id: `b${i + 1}` }))
    const numbered = texts(list, 'es').filter((text) => /^\d+$/.test(text))
    expect(numbered).toEqual([...upTo(16), ...upTo(15)])
    expect(texts(list, 'es')).toContain('16 h)')
  })
})

const proposal = (id: string, after: string, more: Partial<NumberedBlock> = {}) => ({
  id,
  after,
  kind: 'operative' as const,
  level: 1,
  proposedBy: 'BR',
  ...more,
})

describe('proposals (R5, R6)', () => {
  const base = blocks(['chapeau', 1, 'c'], ['recital', 1, 'p'], ['operative', 1, 'o1'])
  it('bis, ter, quater behind a paragraph; the next paragraph keeps its number', () => {
    const list = [
      ...base,
      proposal('x', 'o1'),
      proposal('y', 'o1'),
      proposal('z', 'o1'),
      { id: 'o2', kind: 'operative' as const, level: 1 },
    ]
    expect(texts(list)).toEqual(['', 'PP1', 'OP1', 'OP1 bis', 'OP1 ter', 'OP1 quater', 'OP2'])
    expect(labelsOf(list, 'en').get('x')?.spoken).toBe('Operative paragraph 1 bis')
  })

  it('alternatives are alt, then alt.2', () => {
    const alternatives = [proposal('x', 'o1', { alt: 1 }), proposal('y', 'o1', { alt: 1 })]
    expect(texts([...base, ...alternatives, proposal('z', 'o1')])).toEqual([
      '',
      'PP1',
      'OP1',
      'OP1 alt',
      'OP1 alt.2',
      'OP1 bis',
    ])
  })

  it('count by the kind that is proposed, whatever they stand behind', () => {
    const recital = { kind: 'recital' as const }
    const list = [base[0]!, proposal('w', 'c', recital), base[1]!, proposal('x', 'p', recital)]
    expect(texts([...list, proposal('y', 'p'), base[2]!])).toEqual([
      '',
      'PP0 bis',
      'PP1',
      'PP1 bis',
      'OP0 bis',
      'OP1',
    ])
  })

  it('behind a sub-paragraph: on its level, or on the level above', () => {
    const sub: NumberedBlock = { id: 's', kind: 'operative', level: 2 }
    const list = [...base, sub, proposal('x', 's', { level: 2 }), proposal('y', 's')]
    expect(texts(list)).toEqual(['', 'PP1', 'OP1', 'OP1(a)', 'OP1(a) bis', 'OP1 bis'])
    expect(texts(list, 'es').at(4)).toBe('OP1 a) bis')
  })

  it('are labelled though their anchor is gone, each differently', () => {
    const labels = texts([...base, proposal('x', 'gone'), proposal('y', 'gone')])
    expect(labels.slice(-2)).toEqual(['OP1 bis', 'OP1 ter'])
    const many = Array.from({ length: 30 }, (_, i) => proposal(`m${i}`, 'o1'))
    expect(new Set(texts([...base, ...many])).size).toBe(1 + 2 + 30)
  })

  it('label five thousand blocks without losing one', () => {
    const long = Array.from({ length: 5_000 }, (_, i): NumberedBlock => {
      const after = i % 5 === 4 ? { after: `b${i - 1}`, proposedBy: 'CL' } : {}
      return { id: `b${i}`, kind: 'operative', level: 1, ...after }
    })
    const labels = labelsOf(long, 'en')
    expect(labels.size).toBe(5_000)
    expect(labels.get('b4998')?.text).toBe('OP4000')
    expect(labels.get('b4999')?.text).toBe('OP4000 bis')
  })
})
