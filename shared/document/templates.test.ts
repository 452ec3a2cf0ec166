// The templates: alike in all languages, and read by the importer as what they are.

import { describe, expect, it } from 'vitest'
import { languages } from '../i18n/languages.ts'
import { isPlainText } from './plain-text.ts'
import { templateKeys, templateOf } from './templates.ts'

const shapeOf = (key: (typeof templateKeys)[number], language: (typeof languages)[number]) =>
  templateOf(key, language).blocks.map(({ kind, level }) => `${kind} ${level}`)

describe('templates', () => {
  it.each(templateKeys)('%s has the same shape in every language', (key) => {
    for (const language of languages) expect(shapeOf(key, language)).toEqual(shapeOf(key, 'en'))
  })

  it('a declaration has everything a declaration has', () => {
    const kinds = new Set(shapeOf('declaration', 'ru'))
    expect(kinds).toEqual(
      new Set(['title 1', 'chapeau 1', 'recital 1', 'operative 1', 'operative 2', 'operative 0']),
    )
  })

  it('hold plain words only, in the letters of their language, and no bracket', () => {
    for (const language of languages) {
      for (const key of templateKeys) {
        const { name, description, blocks } = templateOf(key, language)
        const words = [name, description, ...blocks.map((block) => block.words)]
        expect(words.every((each) => isPlainText(each) && each.trim() !== '')).toBe(true)
        expect(words.join(' ')).not.toMatch(/[[\]]/)
        expect(/[а-я]/.test(name)).toBe(language === 'ru')
      }
    }
  })
})
