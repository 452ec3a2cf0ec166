// What a new document may begin with. In: a key and a language. Out: blocks with the shape of a
// declaration, a ministerial statement, recommendations, or nearly nothing. Keeps: the same
// templates, block for block, in all five languages.

import type { Language } from '../i18n/languages.ts'
import { templates as en } from './templates/en.ts'
import { templates as es } from './templates/es.ts'
import { templates as fr } from './templates/fr.ts'
import { templates as pt } from './templates/pt.ts'
import { templates as ru } from './templates/ru.ts'
import type { TemplateKey, Templates, TemplateText } from './templates/template.ts'

export { templateKeys } from './templates/template.ts'
export type { TemplateKey, TemplateText } from './templates/template.ts'

const byLanguage: Readonly<Record<Language, Templates>> = { en, es, pt, fr, ru }

/** Name, description and blocks of a template; `…` stands where words are to be filled in. */
export const templateOf = (key: TemplateKey, language: Language): TemplateText =>
  byLanguage[language][key]
