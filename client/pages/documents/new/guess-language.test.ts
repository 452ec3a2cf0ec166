// The language of a pasted text. In: the sample texts of the demonstration, which are in all five.
// Out: failures by file. Keeps: each is told rightly among all five; a few words are not guessed
// at.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Language } from '#shared/i18n/languages.ts'
import { languages } from '#shared/i18n/languages.ts'
import { guessLanguage } from './guess-language.ts'

const folder = join(import.meta.dirname, '../../../../server/demo/texts')

it.each<[string, Language]>([
  ['sample-a-declaracion-csm-es.txt', 'es'],
  ['sample-b-declaracao-csm-pt.txt', 'pt'],
  ['sample-c-midsa-ministerial-statement-en.txt', 'en'],
  ['sample-d-midsa-declaration-fr.txt', 'fr'],
  ['sample-e-almaty-declaration-ru.txt', 'ru'],
])('%s', (file, language) => {
  expect(guessLanguage(readFileSync(join(folder, file), 'utf8'), languages)).toBe(language)
})

it('does not guess from a few words', () => {
  expect(guessLanguage('Villa Modelo, 4 y 5 de junio', languages)).toBeNull()
  expect(guessLanguage('', languages)).toBeNull()
})
