// Counting in words. In: a language, a number, the forms that language needs. Out: the right form
// with the number written the way the language writes it. Keeps: `other` is always there; Russian
// brings `one few many other`, the Romance languages may leave `many` (millions) out.

import type { Language } from './languages.ts'

export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

const rules = new Map<Language, Intl.PluralRules>()
const numbers = new Map<Language, Intl.NumberFormat>()

/** The rules and formats of a language are dear to make: one of each is kept. */
function kept<T>(map: Map<Language, T>, language: Language, make: () => T): T {
  const known = map.get(language)
  if (known) return known
  const made = make()
  map.set(language, made)
  return made
}

/** 1234 → `1,234`, `1.234`, `1 234`. */
export function formatNumber(language: Language, n: number): string {
  return kept(numbers, language, () => new Intl.NumberFormat(language)).format(n)
}

/** The form for `n` with every `#` replaced by the number. */
export function plural(language: Language, n: number, forms: Forms): string {
  const rule = kept(rules, language, () => new Intl.PluralRules(language)).select(n)
  return (forms[rule] ?? forms.other).replaceAll('#', formatNumber(language, n))
}
