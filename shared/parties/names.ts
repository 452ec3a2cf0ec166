// What a party is called: our own dated table of UN names, never Intl.DisplayNames (issue 2, point
// 5). In: a code, a language, a form and perhaps a date. Out: the name, and lists in the order of
// a language (R8). Keeps: a text of 2015 says Swaziland, one of today says Eswatini; an unknown
// code stays itself.

import type { Language } from '../i18n/languages.ts'
import { CHAIR } from '../ids.ts'
import type { PartyCode } from '../ids.ts'
import { organisations } from './organisations.ts'
import type { PartyEntry } from './party-names.ts'
import { africanStates } from './states-africa.ts'
import { americanStates } from './states-america.ts'
import { eurasianStates } from './states-eurasia.ts'

const chair: PartyEntry = {
  code: CHAIR,
  type: 'chair',
  former: [],
  names: {
    en: ['Chair', 'Chair'],
    es: ['Presidencia', 'Presidencia'],
    pt: ['Presidência', 'Presidência'],
    fr: ['Présidence', 'Présidence'],
    ru: ['Председатель', 'Председатель'],
  },
}

const table: ReadonlyMap<string, PartyEntry> = new Map(
  [...africanStates, ...americanStates, ...eurasianStates, ...organisations, chair].map((entry) => [
    entry.code,
    entry,
  ]),
)

export interface NameOptions {
  /** `short` is what lists and labels say, `formal` what a chapeau says; default `short`. */
  readonly form?: 'short' | 'formal'
  /** ISO date (`2015-07-07`): the name borne on that day; default: today's name. */
  readonly at?: string
}

/** Every code of the table, in no particular order. */
export const knownParties: readonly PartyCode[] = [...table.values()].map((entry) => entry.code)
export const isKnownParty = (code: string): code is PartyCode => table.has(code)
export const partyType = (code: string): PartyEntry['type'] | null => table.get(code)?.type ?? null

/** The name of a State, organisation or the chair; an unknown code comes back as it is. */
export function nameOf(code: string, language: Language, options: NameOptions = {}): string {
  const entry = table.get(code)
  if (!entry) return code
  const { at } = options
  const former = at === undefined ? undefined : entry.former.find(({ until }) => at < until)
  return (former ?? entry).names[language][options.form === 'formal' ? 1 : 0]
}

const collators = new Map<Language, Intl.Collator>()

function collator(language: Language): Intl.Collator {
  const known = collators.get(language)
  if (known) return known
  const made = new Intl.Collator(language)
  collators.set(language, made)
  return made
}

/** The same codes in the alphabetical order of their names in that language (DOMAIN R8). */
export function partiesSorted<Code extends string>(
  codes: readonly Code[],
  language: Language,
  options: NameOptions = {},
): Code[] {
  const { compare } = collator(language)
  return codes
    .map((code) => ({ code, name: nameOf(code, language, options) }))
    .toSorted((a, b) => compare(a.name, b.name))
    .map(({ code }) => code)
}
