// What pages see of a process and its people. In: nothing. Out: types. Keeps: names and addresses
// of people are null where the reader has no right to them, never left to the page to hide.

import type { PartyCode, ProcessId, SeatId } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Role } from '#shared/roles.ts'
import type { SeatView } from '../auth/views.ts'
import type { MemberTable, OrganTable } from '../db/schema.ts'

export interface ProcessSummary {
  readonly id: ProcessId
  readonly names: Record<Language, string>
  readonly shortName: string
  readonly languages: Language[]
  readonly fictitious: boolean
  readonly seat: SeatView
}

export interface MemberView {
  readonly party: PartyCode
  readonly standing: MemberTable['standing']
  readonly since: string | null
  readonly until: string | null
  readonly source: string
}

interface OrganView {
  readonly key: string
  readonly names: Record<Language, string>
  readonly level: OrganTable['level']
}

export interface ProcessView extends ProcessSummary {
  readonly description: Record<Language, string>
  readonly members: MemberView[]
  readonly organs: OrganView[]
}

export interface PersonView {
  readonly seat: SeatId
  readonly role: Role
  readonly party: PartyCode
  readonly you: boolean
  readonly speaks: boolean
  /** One's own delegation and the chair's people; everyone for the secretariat. */
  readonly name: string | null
  /** For the secretariat, and one's own. */
  readonly email: string | null
  /** For the secretariat. */
  readonly writingSuspendedAt: number | null
  /** For the secretariat: has not used the invitation yet. */
  readonly invitationPending: boolean
}
