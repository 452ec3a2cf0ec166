// The five dictionaries hold the same words. In: all of them, walked side by side. Out: failures
// that name the key. Keeps: no language lacks a sentence, none has an empty or an untouched English
// one.

import { describe, expect, it } from 'vitest'
import { refusals } from '../refusal.ts'
import type { RefusalCode } from '../refusal.ts'
import { formatMoment, formatZone } from './format.ts'
import type { Language } from './languages.ts'
import { languages } from './languages.ts'
import { loadDictionary } from './load.ts'
import { plural } from './plural.ts'

type Leaf = readonly [path: string, value: unknown]

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`))
}

/** What a leaf says for sample arguments: names and a count, so that no form is left out. */
function spoken(value: unknown, count: number): string {
  if (typeof value === 'string') return value
  const say = value as (...args: unknown[]) => string
  const numeric = say(count, 41)
  return typeof numeric === 'string' ? numeric : ''
}

const walked = async (language: Language) => leaves(await loadDictionary(language))

describe.each(languages)('the dictionary in %s', (language) => {
  it('has exactly the keys of the English one', async () => {
    const ours = (await walked(language)).map(([path]) => path)
    const english = (await walked('en')).map(([path]) => path)
    expect(ours.toSorted()).toEqual(english.toSorted())
  })

  it('says something under every key, for no, one, few and many', async () => {
    const wrong: string[] = []
    for (const [path, value] of await walked(language)) {
      for (const count of [0, 1, 3, 5, 21]) {
        const said = path.startsWith('/refused/')
          ? (value as (facts: object) => string)({})
          : spoken(value, count)
        if (said.trim() === '' || /undefined|NaN|#/.test(said)) wrong.push(`${path}: ${said}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('never says on screen what belongs to the machine', async () => {
    const forbidden = /\b(log ?in|block|journal|seat|phase)\b|сесси|\biniciar sesión\b/i
    const said = (await walked(language)).map(([path, value]) => `${path}: ${spoken(value, 2)}`)
    expect(said.filter((line) => forbidden.test(line.slice(line.indexOf(':'))))).toEqual([])
  })

  it('ends every refusal with a full sentence, with and without facts', async () => {
    const { refused } = await loadDictionary(language)
    const said = (Object.keys(refusals) as RefusalCode[]).flatMap((code) => [
      refused[code]({}),
      refused[code]({ min: 12, max: 20, seconds: 3, party: 'BR' }),
    ])
    expect(said.filter((sentence) => !/[.!]$/.test(sentence))).toEqual([])
  })
})

it('leaves nothing in English by mistake', async () => {
  const english = new Map(await walked('en'))
  const same = (await walked('ru'))
    .filter(([path, value]) => typeof value === 'string' && value === english.get(path))
    .map(([path]) => path)
  expect(same).toEqual(['/text/states/adReferendum'])
})

describe('counting', () => {
  it('follows the rules of the language', () => {
    const forms = { one: '# день', few: '# дня', many: '# дней', other: '# дня' }
    expect([1, 2, 5, 11, 21, 22].map((n) => plural('ru', n, forms))).toEqual([
      '1 день',
      '2 дня',
      '5 дней',
      '11 дней',
      '21 день',
      '22 дня',
    ])
    expect(plural('fr', 0, { one: '# jour', other: '# jours' })).toBe('0 jour')
    expect(plural('en', 1234, { one: '# day', other: '# days' })).toBe('1,234 days')
  })
})

describe('moments', () => {
  const at = Date.UTC(2025, 10, 19, 20, 42)
  it('carry their weekday and their zone', () => {
    expect(formatMoment('en', at, 'America/Sao_Paulo')).toBe(
      'Wednesday 19 November 2025, 17:42 (UTC−3)',
    )
    expect(formatMoment('es', at, 'America/Montevideo')).toContain('miércoles')
    expect(formatMoment('ru', at, 'Asia/Almaty')).toContain('четверг')
    expect(formatZone(at, 'Asia/Kolkata')).toBe('UTC+5:30')
    expect(formatZone(at, 'UTC')).toBe('UTC')
  })
})
