// The shape of the table of names. In: rows written by hand in states-*.ts and organisations.ts.
// Out: typed entries. Keeps: every entry has its short and its formal name in all five languages,
// so a missing translation is a type error; names are the UN's (UNTERM), Portuguese after the
// Brazilian foreign ministry.

import type { Language } from '../i18n/languages.ts'
import type { PartyCode } from '../ids.ts'

/** [short, formal], without article. */
type NamePair = readonly [short: string, formal: string]
export type NameSet = Readonly<Record<Language, NamePair>>

/** A name a party no longer bears; `until` is the first day of the next one (ISO date). */
export interface FormerName {
  readonly until: string
  readonly names: NameSet
}

export interface PartyEntry {
  readonly code: PartyCode
  readonly type: 'state' | 'organisation' | 'chair'
  readonly names: NameSet
  /** Oldest first. */
  readonly former: readonly FormerName[]
}

export const state = (code: string, names: NameSet, ...former: FormerName[]): PartyEntry => ({
  code: code as PartyCode,
  type: 'state',
  names,
  former,
})

export const organisation = (code: string, names: NameSet): PartyEntry => ({
  code: code as PartyCode,
  type: 'organisation',
  names,
  former: [],
})
