// What pages see of documents. In: nothing. Out: types. Keeps: facts about a text, never its
// words; those travel through the document door alone.

import type { DocumentId, PartyCode, ProcessId, SeatId, WorkId } from '#shared/ids.ts'
import type { Kind } from '#shared/document/blocks.ts'
import type { ImportedBlock } from '#shared/document/import.ts'
import type { TemplateKey } from '#shared/document/templates.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Phase } from '#shared/law/phases.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import type { Role } from '#shared/roles.ts'
import type { Writing } from '#shared/wire.ts'
import type { WorkKind } from '../db/schema.ts'

export interface DocumentFacts {
  readonly id: DocumentId
  readonly work: WorkId
  readonly process: ProcessId
  /** In the document's own language. */
  readonly title: string
  /** '' when there is none; the language versions of a work share it. */
  readonly symbol: string
  readonly kind: WorkKind
  readonly language: Language
  readonly phase: Phase
  /** 1 = first reading. */
  readonly reading: number
  readonly writing: 'together' | 'tabled'
  /** Delegations may read it while it is drafted. */
  readonly shared: boolean
  readonly openToObservers: boolean
  readonly fictitious: boolean
  /** Milliseconds since 1970, UTC. */
  readonly createdAt: number
  readonly changedAt: number
}

export interface DocumentVersion {
  readonly document: DocumentId
  readonly language: Language
  readonly title: string
}

export interface DocumentView {
  readonly document: DocumentFacts
  /** The language versions of the same work this seat may read, itself included. */
  readonly versions: DocumentVersion[]
  readonly process: {
    readonly id: ProcessId
    readonly names: Record<Language, string>
    readonly shortName: string
    readonly languages: Language[]
    /** Those of today. */
    readonly members: { readonly party: PartyCode; readonly standing: 'member' | 'observer' }[]
  }
  /** The reader's own. */
  readonly seat: {
    readonly id: SeatId
    readonly role: Role
    readonly party: PartyCode
    readonly speaks: boolean
  }
  /** What HELLO will say. */
  readonly writing: Writing
  readonly readsBecause: RefusalCode | null
  readonly mayOpenNegotiation: boolean
}

export interface TemplateView {
  readonly key: TemplateKey
  readonly name: string
  readonly description: string
  readonly kind: WorkKind
  readonly blocks: readonly ImportedBlock[]
}

export interface ImportPreview {
  readonly title: string | null
  readonly blocks: readonly ImportedBlock[]
  readonly counts: Partial<Record<Kind, number>>
}
