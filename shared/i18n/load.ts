// One dictionary at a time. In: a language. Out: its dictionary, fetched when first asked for.
// Keeps: a reader downloads the words of one language only.

import type { Dict } from './en.ts'
import type { Language } from './languages.ts'

const loaders: Record<Language, () => Promise<{ readonly dict: Dict }>> = {
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
  fr: () => import('./fr.ts'),
  ru: () => import('./ru.ts'),
}

export async function loadDictionary(language: Language): Promise<Dict> {
  return (await loaders[language]()).dict
}
