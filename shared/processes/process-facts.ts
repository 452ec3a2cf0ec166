// The shape of what we know of a process before anyone has touched it. In: nothing. Out: types for
// the known-*.ts tables and for the hub that seeds them. Keeps: every membership says where it is
// known from.

import type { Language } from '../i18n/languages.ts'
import type { PartyCode, ProcessId } from '../ids.ts'

type InAllLanguages = Readonly<Record<Language, string>>

export interface KnownMember {
  readonly party: PartyCode
  readonly standing: 'member' | 'observer'
  /** First year or day known (`2000`, `2013-06-05`); absent when the sources do not say. */
  readonly since?: string
  readonly until?: string
  /** Where it is known from, and what other sources say (DOMAIN §1). */
  readonly source: string
}

interface KnownOrgan {
  readonly key: string
  readonly names: InAllLanguages
  readonly level: 'ministerial' | 'senior officials' | 'technical' | 'secretariat'
}

export interface KnownProcess {
  readonly id: ProcessId
  readonly names: InAllLanguages
  readonly shortName: string
  /** Working languages, the first one first. */
  readonly languages: readonly Language[]
  readonly description: InAllLanguages
  readonly members: readonly KnownMember[]
  readonly organs: readonly KnownOrgan[]
}

/** Several parties of one standing, known from one source: `parties('AO BW', 'member', '…')`. */
export function parties(
  codes: string,
  standing: KnownMember['standing'],
  source: string,
  since?: string,
): KnownMember[] {
  return codes.split(' ').map((code) => ({
    party: code as PartyCode,
    standing,
    source,
    ...(since === undefined ? {} : { since }),
  }))
}
