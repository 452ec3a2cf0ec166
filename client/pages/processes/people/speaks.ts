// The people of a process put in order, and who may say who writes. In: the directory, the reader's
// seat. Out: delegations in reading order; yes or no. Keeps: the rights come from the hub with the
// seat.

import type { Language } from '#shared/i18n/languages.ts'
import type { PartyCode } from '#shared/ids.ts'
import { CHAIR } from '#shared/ids.ts'
import { partiesSorted } from '#shared/parties/names.ts'
import type { Role } from '#shared/roles.ts'
import { roles } from '#shared/roles.ts'
import type { PersonView, ProcessView } from '../../../../server/trpc/router.ts'

export interface Delegation<Person> {
  readonly party: PartyCode
  readonly people: readonly Person[]
}

/** Chair before secretariat, focal point before delegates, as shared/roles.ts lists them. */
const order: readonly Role[] = ['chair', ...roles.filter((role) => role !== 'chair')]

/** The chair's people first, then the delegations by name in the reader's language. */
export function byDelegation<Person extends { readonly party: PartyCode; readonly role: Role }>(
  people: readonly Person[],
  reader: Language,
): Delegation<Person>[] {
  const groups = new Map<PartyCode, Person[]>()
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
    people: (groups.get(party) ?? []).toSorted(
      (a, b) => order.indexOf(a.role) - order.indexOf(b.role),
    ),
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
