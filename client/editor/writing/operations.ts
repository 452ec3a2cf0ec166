// The words in which the editor says what it will write. In: nothing. Out: types. Keeps: an
// operation is exact — which words, of whom, at which place — and knows neither keys nor steps.

import type { Slice } from 'prosemirror-model'
import type * as Y from 'yjs'
import type { View } from '#shared/document/attribution.ts'
import type { BlockAttributes } from '#shared/document/blocks.ts'
import type { MarkIndex } from '#shared/document/marks.ts'
import type { IdRange } from '#shared/document/ranges.ts'
import type { ClientId, Owner, PartyCode } from '#shared/ids.ts'
import type { Standing } from '#shared/law/standing.ts'

/** What a plan reads. */
export interface Desk {
  readonly doc: Y.Doc
  /** The blocks in reading order, one for each child of the ProseMirror document. */
  readonly order: readonly Y.XmlElement[]
  readonly view: View
  readonly marks: MarkIndex
  readonly standing: Standing
  readonly clientId: ClientId
}

/** A block to be made; its id is given when it is written. */
export interface NewBlock {
  readonly attributes: Omit<BlockAttributes, 'id'>
  readonly words: string
  /** Where the caret goes in it, should it be the last one. */
  readonly caretAt: number
}

/** Positions are those of the ProseMirror document before the transaction. */
export type Operation =
  | {
      readonly do: 'take-words'
      readonly from: number
      readonly to: number
      readonly owner: Owner
      readonly agreed: boolean
    }
  | {
      readonly do: 'write-words'
      readonly at: number
      readonly words: string
      readonly agreed: boolean
      /** Length of the block before. */
      readonly beside: number
      /** Words carried over from elsewhere: the caret stays before them. */
      readonly carried: boolean
    }
  | { readonly do: 'take-block'; readonly block: Y.XmlElement }
  | {
      readonly do: 'write-blocks'
      readonly blocks: readonly NewBlock[]
      /** Where among the elements; reading order is by attributes. */
      readonly place: { readonly before: Y.XmlElement } | { readonly after: Y.XmlElement | null }
    }
  | { readonly do: 'strike'; readonly ranges: readonly IdRange[]; readonly agreed: boolean }
  | { readonly do: 'strike-block'; readonly block: Y.XmlElement }

export interface Plan {
  readonly operations: readonly Operation[]
  /** The stretch a pure deletion covered: the caret goes to one of its ends. */
  readonly covered: { readonly from: number; readonly to: number } | null
}

/** One replacement, in positions of the document before the transaction. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly slice: Slice
}

/** Where a strike of words goes: a fresh unit, or the one the same gesture has begun. */
export interface StrikeUnit {
  readonly party: PartyCode
  readonly unit: string
  /** The new ranges stand before what the unit holds already (Backspace). */
  readonly before: boolean
}
