// The table of names: complete, dated, and sorted as each language sorts.

import { describe, expect, it } from 'vitest'
import { languages } from '../i18n/languages.ts'
import { knownProcesses } from '../processes/known.ts'
import { isKnownParty, knownParties, nameOf, partiesSorted, partyType } from './names.ts'

describe('names of States and organisations', () => {
  it('has every party of every known process, in five languages, short and formal', () => {
    const parties = knownProcesses.flatMap((known) => known.members.map(({ party }) => party))
    expect(parties.filter((code) => !isKnownParty(code))).toEqual([])
    for (const code of [...parties, ...knownParties]) {
      for (const language of languages) {
        for (const form of ['short', 'formal'] as const) {
          const name = nameOf(code, language, { form })
          expect(name.trim(), `${code} ${language} ${form}`).toBe(name)
          expect(name.length, `${code} ${language} ${form}`).toBeGreaterThan(1)
          const cyrillic = /[А-Яа-яё]/.test(name)
          expect(cyrillic, `${code} ${language} ${form}: ${name}`).toBe(language === 'ru')
        }
      }
    }
  })

  it('knows each code once', () => {
    expect(new Set(knownParties).size).toBe(knownParties.length)
    expect(knownParties.every((code) => /^[A-Z]{2,8}$/.test(code))).toBe(true)
    expect(partyType('BR')).toBe('state')
    expect(partyType('IOM')).toBe('organisation')
    expect(partyType('XX')).toBeNull()
  })

  it('gives the name borne on a day', () => {
    expect(nameOf('SZ', 'en', { at: '2015-07-07' })).toBe('Swaziland')
    expect(nameOf('SZ', 'en', { at: '2018-04-18' })).toBe('Swaziland')
    expect(nameOf('SZ', 'en', { at: '2018-04-19' })).toBe('Eswatini')
    expect(nameOf('SZ', 'fr', { form: 'formal' })).toBe("Royaume d'Eswatini")
    expect(nameOf('TR', 'es', { form: 'formal', at: '2022-05-31' })).toBe('República de Turquía')
    expect(nameOf('TR', 'es', { form: 'formal' })).toBe('República de Türkiye')
    expect(nameOf('BO', 'es', { form: 'formal', at: '2004-11-25' })).toBe('República de Bolivia')
    expect(nameOf('BO', 'es', { form: 'formal' })).toBe('Estado Plurinacional de Bolivia')
    expect(nameOf('KZ', 'ru', { form: 'formal' })).toBe('Республика Казахстан')
  })

  it('names the chair, and leaves an unknown code as it is', () => {
    expect(languages.map((language) => nameOf('CHAIR', language))).toEqual([
      'Chair',
      'Presidencia',
      'Presidência',
      'Présidence',
      'Председатель',
    ])
    expect(nameOf('QQ', 'en')).toBe('QQ')
  })

  it('sorts as each language does (R8): South Africa changes its place', () => {
    const codes = ['ZA', 'AO', 'ZM', 'SC'] as const
    expect(partiesSorted(codes, 'en')).toEqual(['AO', 'SC', 'ZA', 'ZM'])
    expect(partiesSorted(codes, 'fr')).toEqual(['ZA', 'AO', 'SC', 'ZM'])
    expect(partiesSorted(codes, 'pt')).toEqual(['ZA', 'AO', 'SC', 'ZM'])
    expect(partiesSorted(['EC', 'CL', 'AR'], 'fr')).toEqual(['AR', 'CL', 'EC'])
    expect(partiesSorted(['ZA', 'AO', 'ZM'], 'ru')).toEqual(['AO', 'ZM', 'ZA'])
    expect(partiesSorted(['TR', 'MZ'], 'en', { at: '2020-01-01' })).toEqual(['MZ', 'TR'])
  })
})
