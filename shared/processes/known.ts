// The three processes that ship with the house (DOMAIN §1). In: nothing. Out: `knownProcesses`,
// from which the demo is seeded and a new hub may begin. Keeps: real members, languages and
// organs, with their sources.

import { almaty } from './known-almaty.ts'
import { csm } from './known-csm.ts'
import { midsa } from './known-midsa.ts'
import type { KnownProcess } from './process-facts.ts'

export type { KnownProcess } from './process-facts.ts'

export const knownProcesses: readonly KnownProcess[] = [midsa, csm, almaty]
