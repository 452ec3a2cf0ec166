// What an edit did, in the law's words. In: nothing. Out: the union both sides speak — the hub reads
// it from an integrated update, the editor from a planned one. Keeps: the laws never see Yjs.

import type { Owner, PartyCode } from '../ids.ts'
import type { MarkKind } from '../document/marks.ts'

export type Change =
  /** Words typed into a block. */
  | { readonly change: 'words-written'; readonly words: string; readonly agreed: boolean }
  /** Words taken out; `owner` is the class of the character, base if accepted. */
  | { readonly change: 'words-deleted'; readonly owner: Owner; readonly agreed: boolean }
  /** A new block, with its attributes as they were sent. */
  | {
      readonly change: 'block-written'
      readonly attributes: Readonly<Record<string, unknown>>
      /** The id begins with the writer's clientID and nobody else bears it. */
      readonly idIsItsOwn: boolean
      /** `after` names a base block. */
      readonly anchored: boolean
      /** One text and nothing else inside. */
      readonly wellFormed: boolean
    }
  | { readonly change: 'block-deleted'; readonly owner: Owner; readonly agreed: boolean }
  /** An entry of `proposals` written. */
  | {
      readonly change: 'mark-written'
      /** Null when the key is none a party may write. */
      readonly party: PartyCode | null
      readonly kind: MarkKind | null
      /** The value is well-formed and names words or blocks that exist. */
      readonly wellFormed: boolean
      readonly agreed: boolean
    }
  | { readonly change: 'mark-deleted'; readonly party: PartyCode | null; readonly agreed: boolean }
  /** Attributes of a standing block. */
  | { readonly change: 'attribute-changed' }
  | { readonly change: 'ruling-changed' }
  /** Anything but letters in a block's text, anything but blocks in the text. */
  | { readonly change: 'not-text' }
