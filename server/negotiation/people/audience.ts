// Who may see whose name. In: a connection's place. Out: the key of the group it is served with, and
// what that group is told of a person. Keeps: others see delegations, never persons (UX §0 rule 7).

import type { Owner, PartyCode } from '#shared/ids.ts'

/** Connections of one group receive the same bytes. */
export type Audience = PartyCode | 'secretariat' | 'others'

export interface Person {
  readonly party: PartyCode
  readonly name: string
}

/** The name of a person of `party`, if this audience may see it. */
export function nameFor(audience: Audience, party: Owner, name: string): string | undefined {
  return audience === 'secretariat' || (party !== null && audience === party) ? name : undefined
}
