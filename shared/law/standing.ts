// In whose name, and with which pen, a connection writes. In: a seat, a document's facts. Out: a
// standing, or the refusal a stranger gets. Keeps: N1 (who opens a document), N6 (who speaks), and that
// base words are written in `drafting` only.

import { CHAIR, type Owner } from '../ids.ts'
import { refuse, type Refusal, type RefusalCode } from '../refusal.ts'
import { may, type Seat } from '../roles.ts'
import type { Writing } from '../wire.ts'
import type { Phase } from './phases.ts'

export interface DocumentFacts {
  readonly phase: Phase
  /** Delegations may read it while it is drafted. */
  readonly shared: boolean
  readonly openToObservers: boolean
}

export interface Standing {
  readonly phase: Phase
  readonly writing: Writing
  /** Whose words this connection writes; null for base text. */
  readonly party: Owner
  /** Why it only reads. */
  readonly readsBecause: RefusalCode | null
}

const reads = (phase: Phase, readsBecause: RefusalCode): Standing => ({
  phase,
  writing: null,
  party: null,
  readsBecause,
})

/** What this seat may do with this document; `not-found` for whoever may not even know of it. */
export function standingOf(
  seat: (Seat & { readonly suspended: boolean }) | null,
  facts: DocumentFacts,
): Standing | Refusal {
  if (!seat || !mayRead(seat, facts)) return refuse('not-seated')
  const { phase } = facts
  if (phase !== 'drafting' && phase !== 'negotiating') return reads(phase, 'text-closed')
  if (!may(seat, 'read drafts')) return reads(phase, 'reads-only')
  if (seat.suspended) return reads(phase, 'writing-suspended')
  if (may(seat, 'hold the pen')) {
    return phase === 'drafting'
      ? { phase, writing: 'base', party: null, readsBecause: null }
      : { phase, writing: 'proposes', party: CHAIR, readsBecause: null }
  }
  if (phase === 'drafting') return reads(phase, 'base-words')
  if (!may(seat, 'propose for its delegation')) return reads(phase, 'does-not-speak')
  return { phase, writing: 'proposes', party: seat.party, readsBecause: null }
}

/** Observers never get a draft unless the body opened it to them (N1, DOMAIN §1.2). */
export function mayRead(seat: Seat, facts: DocumentFacts): boolean {
  if (!may(seat, 'read drafts')) return facts.openToObservers && may(seat, 'see the process')
  if (facts.phase === 'drafting' && !may(seat, 'hold the pen')) return facts.shared
  return true
}
