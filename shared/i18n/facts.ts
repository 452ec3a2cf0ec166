// Facts inside sentences. In: a refusal's facts. Out: their words, or nothing when a fact is
// absent. Keeps: a sentence reads well with and without its facts.

import type { Language } from './languages.ts'
import { formatNumber } from './plural.ts'

export type Facts = Readonly<Record<string, string | number>>

/** `say(value)` when the fact is known, else ''. */
export function fact(facts: Facts, name: string, say: (value: string) => string): string {
  const value = facts[name]
  return value === undefined || value === '' ? '' : say(String(value))
}

/** A number among the facts, written as the language writes it. */
export function number(language: Language, facts: Facts, name: string, or: number): string {
  const value = Number(facts[name] ?? or)
  return formatNumber(language, Number.isFinite(value) ? value : or)
}
