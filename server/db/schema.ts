// One interface per table: the shape both stores share. In: nothing. Out: types for Kysely. Keeps:
// times are integers (milliseconds since 1970, UTC), truth values are 0 or 1, JSON is text; nothing
// here is peculiar to one engine.

import type { Generated } from 'kysely'
import type {
  AccountId,
  BatchId,
  DocumentId,
  LoginHash,
  Owner,
  PartyCode,
  ProcessId,
  SeatId,
  WorkId,
} from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Phase } from '#shared/law/phases.ts'
import type { Role } from '#shared/roles.ts'

export interface AccountTable {
  id: AccountId
  /** Lower case, trimmed; unique. */
  email: string
  name: string
  /** PHC string of argon2id; null until the invitation was used. */
  password: string | null
  language: Language
  created_at: number
}

export interface LoginTable {
  hash: LoginHash
  account_id: AccountId
  agent: string
  address: string
  created_at: number
  seen_at: number
  expires_at: number
  ends_at: number
}

/** Single-use links: invitation, new password, first setup. */
export interface LinkTable {
  hash: string
  kind: 'invitation' | 'password' | 'setup'
  account_id: AccountId | null
  created_by: AccountId | null
  created_at: number
  expires_at: number
  used_at: number | null
}

export interface ProcessTable {
  id: ProcessId
  /** JSON: Record<Language, string>. */
  names: string
  short_name: string
  /** JSON: Language[]. */
  languages: string
  /** JSON: Record<Language, string>. */
  description: string
  fictitious: 0 | 1
  created_at: number
}

/** Membership of a State or organisation, with its source (DOMAIN §1.5). */
export interface MemberTable {
  process_id: ProcessId
  party: PartyCode
  standing: 'member' | 'observer'
  since: string | null
  until: string | null
  source: string
}

export interface OrganTable {
  process_id: ProcessId
  key: string
  /** JSON: Record<Language, string>. */
  names: string
  level: 'ministerial' | 'senior officials' | 'technical' | 'secretariat'
  position: number
}

export interface SeatTable {
  id: SeatId
  process_id: ProcessId
  account_id: AccountId
  role: Role
  party: PartyCode
  speaks: 0 | 1
  /** Set after too many refusals; the secretariat clears it. */
  writing_suspended_at: number | null
  created_at: number
  ended_at: number | null
}

export type WorkKind = 'declaration' | 'agenda' | 'action plan' | 'recommendations' | 'report'
export type { Phase }

export interface WorkTable {
  id: WorkId
  process_id: ProcessId
  kind: WorkKind
  title: string
  symbol: string
  fictitious: 0 | 1
  created_by: AccountId | null
  created_at: number
}

export interface DocumentTable {
  id: DocumentId
  work_id: WorkId
  process_id: ProcessId
  /** The title in the document's own language. */
  title: string
  language: Language
  phase: Phase
  reading: number
  /** `together`: letters show as they are typed; `tabled`: next issue's other way to write. */
  writing: 'together' | 'tabled'
  /** Delegations may read it while it is drafted. */
  shared: 0 | 1
  /** Observers were let in by the body (N1): read-only. */
  open_to_observers: 0 | 1
  created_at: number
  changed_at: number
}

export interface HeadTable {
  document_id: DocumentId
  epoch: string
  seq: number
  hash: Uint8Array
}

export interface JournalTable {
  document_id: DocumentId
  seq: number
  epoch: string
  batch: BatchId
  payload: Uint8Array
  /** JSON, hashed as these very bytes. */
  meta: string
  at: number
  hash: Uint8Array
}

export interface SnapshotTable {
  document_id: DocumentId
  epoch: string
  seq: number
  state: Uint8Array
  /** SHA-256 of `state`. */
  hash: Uint8Array
  at: number
}

export interface LeaseTable {
  document_id: DocumentId
  client_id: number
  account_id: AccountId
  party: Owner
  hand: 'own' | 'hub'
  /** SHA-256 (hex) of the lease token of the page that holds it; null for a stock client. */
  token: string | null
  created_at: number
}

export interface RefusalTable {
  id: Generated<number>
  document_id: DocumentId
  account_id: AccountId
  code: string
  rule: string | null
  at: number
}

export interface AuditTable {
  seq: number
  at: number
  account_id: AccountId | null
  process_id: ProcessId | null
  act: string
  target: string
  /** JSON: facts, never draft words, never secrets. */
  detail: string
  rule: string | null
  hash: Uint8Array
}

export interface OutboxTable {
  id: Generated<number>
  topic: string
  /** JSON of a live event (shared/live/events.ts). */
  event: string
  at: number
}

export interface Schema {
  account: AccountTable
  login: LoginTable
  link: LinkTable
  process: ProcessTable
  member: MemberTable
  organ: OrganTable
  seat: SeatTable
  work: WorkTable
  document: DocumentTable
  head: HeadTable
  journal: JournalTable
  snapshot: SnapshotTable
  lease: LeaseTable
  refusal: RefusalTable
  audit: AuditTable
  outbox: OutboxTable
}
