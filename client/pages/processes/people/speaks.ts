// The people of a process put in order, and who may say who writes. In: the directory, the reader's
// seat. Out: delegations in reading order; yes or no. Keeps: the rights come from the hub with the
// seat.

import type { Language } from '#shared/i18n/languages.ts'
import type { PartyCode } from '#shared/ids.ts'
import { CHAIR } from '#shared/ids.ts'
import { partiesSorted } from '#shared/parties/names.ts'
import type { PersonView, ProcessView } from '../../../../server/processes/views.ts'

export interface Delegation {
  readonly party: PartyCode
  readonly people: readonly PersonView[]
}

/** The chair's people first, then the delegations by name in the reader's language. */
export function byDelegation(people: readonly PersonView[], reader: Language): Delegation[] {
  const groups = new Map<PartyCode, PersonView[]>()
  for (const person of people) {
    const group = groups.get(person.party)
    if (group) group.push(person)
    else groups.set(person.party, [person])
  }
  const codes = partiesSorted(
    [...groups.keys()].filter((code) => code !== CHAIR),
    reader,
  )
  return [...(groups.has(CHAIR) ? [CHAIR] : []), ...codes].map((party) => ({
    party,
    people: groups.get(party) ?? [],
  }))
}

/** May this reader say whether that person writes? A focal point: in the own delegation only. */
export function maySaySpeaks(
  process: Pick<ProcessView, 'seat'>,
  person: Pick<PersonView, 'role' | 'party'>,
): boolean {
  const writes = person.role === 'delegate' || person.role === 'focalPoint'
  if (!writes || !process.seat.rights.includes('say who speaks')) return false
  return process.seat.role !== 'focalPoint' || person.party === process.seat.party
}
