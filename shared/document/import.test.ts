// Real and made-up input: the seed document, the five sample texts, the three shapes of DOMAIN
// §1.2, and what a PDF or a hostile clipboard brings along.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import { isRefusal } from '../refusal.ts'
import { importText } from './import.ts'
import type { ImportedText } from './import.ts'
import { isPlainText } from './plain-text.ts'

const texts = join(import.meta.dirname, '../../server/demo/texts')
const read = (file: string) => readFileSync(join(texts, file), 'utf8').replace(/^SOURCE:.*\n/, '')

function imported(text: string): ImportedText {
  const result = importText(text)
  if (isRefusal(result)) throw new Error(result.refused)
  return result
}

/** Blocks as `kind level` with their words, for reading. */
const lines = (text: string) =>
  imported(text).blocks.map(({ kind, level, words }) => `${kind} ${level} ${words}`)

function counts(text: string): Record<string, number> {
  const out: Record<string, number> = {}
  for (const { kind, level } of imported(text).blocks) {
    const key = `${kind} ${level}`
    out[key] = (out[key] ?? 0) + 1
  }
  return out
}

describe('the seed, MC/INF/269', () => {
  const seed = read('mc-inf-269.txt')
  const { title, blocks } = imported(seed)
  const annex = blocks.findIndex(({ words }) => words === 'Anexo')

  it('keeps its sections, numbered paragraphs, annex and notes', () => {
    expect(title).toBe('COOPERACIÓN TÉCNICA SOBRE MIGRACIÓN')
    expect(counts(seed)).toEqual({
      'title 1': 2,
      'heading 1': 1,
      'heading 2': 8,
      'heading 3': 16,
      'paragraph 1': 31,
      'paragraph 2': 21,
      'paragraph 0': 1,
      'note 1': 2,
    })
    const sections = blocks.slice(0, annex).filter(({ kind }) => kind === 'heading')
    expect(sections.map(({ words }) => words)).toEqual([
      'I. INTRODUCCIÓN',
      'II. MANDATO Y OBJETIVO DE LA OIM',
      'III. COOPERACIÓN TÉCNICA SOBRE MIGRACIÓN DE LA OIM: PERSPECTIVAS Y PROGRAMAS',
      'IV. FUTURA DIRECCIÓN DE LA OIM EN MATERIA DE COOPERACIÓN TÉCNICA',
    ])
  })

  it('has sixteen numbered paragraphs in the body and fifteen in the annex', () => {
    const numbered = (from: number, to?: number) =>
      blocks.slice(from, to).filter(({ kind, level }) => kind === 'paragraph' && level === 1)
    expect(numbered(0, annex)).toHaveLength(16)
    expect(numbered(annex)).toHaveLength(15)
    expect(numbered(annex)[0]!.words).toMatch(/^This integrated pilot project .* alike\.$/)
    expect(blocks[annex]).toEqual({ kind: 'heading', level: 1, words: 'Anexo' })
    const regions = blocks
      .slice(annex)
      .filter(({ kind, level }) => kind === 'heading' && level === 2)
    expect(regions.map(({ words }) => words)).toEqual([
      'AFRICA AND THE MIDDLE EAST',
      'ASIA AND OCEANIA',
      'AMERICAS',
      'EUROPE',
    ])
  })

  it('heals what pages had cut, and takes project titles for headings', () => {
    const words = blocks.map((block) => block.words)
    const fifth = words.find((each) => each.startsWith('Las perspectivas exhaustivas'))
    expect(fifth).toContain('contribuir a reducir al mínimo el impacto negativo de la migración')
    const eighth = words.find((each) =>
      each.startsWith('In close collaboration with the Government of the'),
    )
    expect(eighth).toContain('labour migration. Civil society institutions are also being trained')
    expect(words).toContain('Capacity-Building in Migration Management in Bosnia and Herzegovina')
    expect(words).toContain(
      'Dialogue and Technical Capacity-Building Programme in Migration Management' +
        ' for Central Asia and Pakistan',
    )
    expect(words.find((each) => each.startsWith('This project facilitates'))).toContain(
      'A key long-term outcome',
    )
    expect(words).toContain('Fomentar y encauzar la migración regular; y')
    expect(words.join(' ')).not.toMatch(/MC\/INF\/269|Página 2|\ufffd|•/)
  })

  it('keeps reference marks in the text and the notes behind the body', () => {
    expect(blocks.find(({ words }) => words.includes('Palermo1.'))?.kind).toBe('paragraph')
    expect(blocks.slice(annex - 2, annex)).toEqual([
      {
        kind: 'note',
        level: 1,
        words: expect.stringMatching(
          /^1 Protocolo contra el tráfico .* sancionar la trata de personas, .* enero de 2004\)\.$/,
        ),
      },
      {
        kind: 'note',
        level: 1,
        words:
          '2 Declaración del Director General de la OIM, Sr. Brunson McKinley, ante la' +
          ' Septuagésima sexta Reunión del Consejo, 23 de noviembre de 1998.',
      },
    ])
    const quoted = blocks.find(({ kind, level }) => kind === 'paragraph' && level === 0)
    expect(quoted?.words).toMatch(
      /^Consolidar, mediante una colaboración activa, .*autosuficiente\.$/,
    )
  })
})

function shape(file: string) {
  const all = counts(read(file))
  return [all['recital 1'], all['operative 1'], all['operative 2'], all['operative 0']]
}

describe('the sample declarations', () => {
  it.each([
    ['sample-a-declaracion-csm-es.txt', 'DECLARACIÓN DE VILLA MODELO', [5, 6, 3, 1]],
    ['sample-b-declaracao-csm-pt.txt', 'DECLARAÇÃO DE VILA MODELO', [5, 6, 3, 1]],
    [
      'sample-c-midsa-ministerial-statement-en.txt',
      'MINISTERIAL STATEMENT ON CHILDREN TRAVELLING ALONE',
      [4, 6, 2, 1],
    ],
    [
      'sample-d-midsa-declaration-fr.txt',
      'DÉCLARATION MINISTÉRIELLE SUR LES ENFANTS VOYAGEANT SEULS',
      [4, 6, 2, 1],
    ],
    [
      'sample-e-almaty-declaration-ru.txt',
      'ДЕКЛАРАЦИЯ О ЗАЩИТЕ БЕЖЕНЦЕВ И УПРАВЛЕНИИ МИГРАЦИЕЙ',
      [4, 5, 3, 1],
    ],
  ])('%s', (file, title, expected) => {
    expect(imported(read(file)).title).toBe(title)
    expect(shape(file)).toEqual(expected)
  })

  it('reads the chapeau, a lead line and the closing line', () => {
    const statement = imported(read('sample-c-midsa-ministerial-statement-en.txt')).blocks
    expect(statement.find(({ kind }) => kind === 'chapeau')?.words).toMatch(/^We, the Ministers/)
    expect(statement).toContainEqual({ kind: 'chapeau', level: 0, words: 'Hereby:' })
    expect(statement.at(-1)).toMatchObject({ kind: 'operative', level: 0 })
    const russian = imported(read('sample-e-almaty-declaration-ru.txt')).blocks
    expect(russian.find(({ kind }) => kind === 'recital')?.words).toMatch(/^подтверждая /)
  })
})

describe('the three shapes of declaration (DOMAIN §1.2)', () => {
  it('a: recitals numbered under a heading word, then agreements numbered anew', () => {
    const text = `DECLARACIÓN DE EJEMPLO

Los representantes de los Gobiernos, reunidos en Ejemplo, adoptan la presente Declaración.

CONSIDERANDO:

1. Que los instrumentos de derechos humanos obligan a los Estados.
2. La importancia de la Convención.

ACUERDAN:

1. Fortalecer la cooperación consular.
2. Invitar a la Secretaría Técnica a:
a) elaborar un informe;
b) presentarlo:
i) por escrito;
ii) en línea.
3. Celebrar la próxima reunión.`
    expect(lines(text)).toEqual([
      'title 1 DECLARACIÓN DE EJEMPLO',
      'chapeau 1 Los representantes de los Gobiernos, reunidos en Ejemplo, adoptan la presente' +
        ' Declaración.',
      'heading 2 CONSIDERANDO:',
      'recital 1 Que los instrumentos de derechos humanos obligan a los Estados.',
      'recital 1 La importancia de la Convención.',
      'heading 2 ACUERDAN:',
      'operative 1 Fortalecer la cooperación consular.',
      'operative 1 Invitar a la Secretaría Técnica a:',
      'operative 2 elaborar un informe;',
      'operative 2 presentarlo:',
      'operative 3 por escrito;',
      'operative 3 en línea.',
      'operative 1 Celebrar la próxima reunión.',
    ])
  })

  it('b: unnumbered recitals, a capitalised gerund each, with a footnote', () => {
    const text = `DECLARACIÓN FINAL
REAFIRMANDO los instrumentos de derechos humanos1,
TOMANDO EN CUENTA los resultados de las cumbres,
ACUERDAN:
1. Promover la regularización.
________________
1 Declaración Universal.`
    expect(lines(text)).toEqual([
      'title 1 DECLARACIÓN FINAL',
      'recital 1 REAFIRMANDO los instrumentos de derechos humanos1,',
      'recital 1 TOMANDO EN CUENTA los resultados de las cumbres,',
      'heading 2 ACUERDAN:',
      'operative 1 Promover la regularización.',
      'note 1 1 Declaración Universal.',
    ])
  })

  it('c: a chapeau, a lead line and dash bullets', () => {
    const text = `Declaración de Ejemplo
Los representantes de Bolivia y Chile, reunidos en Ejemplo, aprobaron el plan de trabajo.

Los Países Miembros de la CSM:
- Reafirman su compromiso con los derechos humanos;
- Acuerdan fortalecer las Redes de Trabajo;
– Instan a los organismos a cooperar.`
    expect(lines(text).slice(2)).toEqual([
      'chapeau 0 Los Países Miembros de la CSM:',
      'recital 1 Reafirman su compromiso con los derechos humanos;',
      'operative 1 Acuerdan fortalecer las Redes de Trabajo;',
      'operative 1 Instan a los organismos a cooperar.',
    ])
  })
})

it('takes numbered paragraphs for operative ones when told that it is a declaration', () => {
  const text = 'Declaration\n\n1. Agree.\n\n2. Decide.'
  const kinds = (as?: 'declaration') => {
    const result = importText(text, as ? { as } : {})
    return isRefusal(result) ? [] : result.blocks.map(({ kind }) => kind)
  }
  expect(kinds()).toEqual(['title', 'paragraph', 'paragraph'])
  expect(kinds('declaration')).toEqual(['title', 'operative', 'operative'])
})

describe('what papers and clipboards bring along', () => {
  it('drops page furniture and form feeds, joins hard-wrapped lines, knows odd bullets', () => {
    const text =
      'REPORT\r\n\r\n1. First\u00a0paragraph of the\r\nreport ends on the next\r\n\fUN/DOC/1\r\n' +
      'Page 2\r\n\r\npage here.\r\n' +
      '2.\tSecond paragraph.\r\n\ufffd\tone\r\n•\ttwo\r\n\uf0b7 three\r\n'
    expect(lines(text)).toEqual([
      'title 1 REPORT',
      'paragraph 1 First paragraph of the report ends on the next page here.',
      'paragraph 1 Second paragraph.',
      'paragraph 2 one',
      'paragraph 2 two',
      'paragraph 2 three',
    ])
  })

  it('lists: the ninth letter, a roman list inside, Cyrillic letters', () => {
    const letters = [...'abcdefghi'].map((each) => `(${each}) point ${each};`).join('\n')
    const list = lines(`Statement\n\n1. Decide:\n${letters}\n(i) inner;\n(ii) inner.\n2. End.`)
    expect(list.filter((line) => line.startsWith('paragraph 2'))).toHaveLength(9)
    expect(list.filter((line) => line.startsWith('paragraph 3'))).toHaveLength(2)
    const russian = lines(
      'ДЕКЛАРАЦИЯ\n\nМы, главы делегаций,\n\n1. поручаем:\nа) одно;\nб) другое.',
    )
    expect(russian.slice(-2)).toEqual(['operative 2 одно;', 'operative 2 другое.'])
  })

  it('leaves nothing that N8 refuses, and keeps every word of a wrapped paragraph', () => {
    const hostile =
      'A\u200b\u202e title\ud800\n\n1. Words\u0000 with\u00ad marks\u2028and \u0007 bells.\n'
    for (const { words } of imported(hostile).blocks) expect(isPlainText(words)).toBe(true)
    expect(lines(hostile)[0]).toBe('title 1 A title')
  })

  it('a year or a date at the start of a wrapped line is no number', () => {
    const text = `Report

1. The Convention entered into force on a day that everybody in the room remembered, the
23. of September, and it was adopted by the Assembly in the long autumn session of that same
year in Palermo, as the delegations of the region have recalled many times since, when they
spoke of it in the sessions of the Council, in the working groups and in the corridors of
1999. Nobody has forgotten that day.`
    expect(lines(text)).toHaveLength(2)
  })

  it('refuses what is empty or beyond the bounds, by value', () => {
    expect(importText('  \n\u200b\n')).toEqual({ refused: 'text-missing' })
    expect(importText('x'.repeat(limits.importCharactersMax + 1))).toEqual({
      refused: 'text-too-long',
      facts: { max: limits.importCharactersMax },
    })
    expect(importText('word '.repeat(limits.blockCharactersMax / 4))).toEqual({
      refused: 'text-too-long',
      facts: { max: limits.blockCharactersMax },
    })
    const many = Array.from({ length: limits.blocksPerDocumentMax + 1 }, (_, i) => `${i}. Word.`)
    expect(importText(many.join('\n'))).toEqual({
      refused: 'too-many-paragraphs',
      facts: { max: limits.blocksPerDocumentMax },
    })
  })
})
