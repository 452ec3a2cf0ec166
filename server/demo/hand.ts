// What a simulated hand does to its replica, by the same rules a page follows. In: a Y.Doc, ids,
// words. Out: exact operations, one letter each. Keeps: only own words are ever deleted; deleting
// others' is proposed (`d/<party>/<unit>`, N2, N5); a new paragraph is a proposal behind a base
// block (N4).

import * as Y from 'yjs'
import { wordsOf } from '#shared/document/attribution.ts'
import { attribute, idOf, makeBlock, textNodeOf } from '#shared/document/blocks.ts'
import type { Kind } from '#shared/document/blocks.ts'
import { markKey } from '#shared/document/marks.ts'
import { joinRanges } from '#shared/document/ranges.ts'
import type { IdRange } from '#shared/document/ranges.ts'
import { proposalsOf, textOf } from '#shared/document/roots.ts'
import type { PartyCode } from '#shared/ids.ts'
import type { PresenceCursor } from '#shared/wire.ts'

/** A caret that stays where it is while others type around it: right of one character. */
export interface Caret {
  readonly block: string
  readonly at: Y.RelativePosition
}

export interface NewParagraph {
  readonly kind: Kind
  readonly level: number
  /** Id of the base block it stands behind. */
  readonly after: string
  /** An alternative to that block, not an addition. */
  readonly isAlternative: boolean
}

export class Hand {
  readonly #doc: Y.Doc
  readonly #party: PartyCode
  #blocks = 0

  constructor(doc: Y.Doc, party: PartyCode) {
    this.#doc = doc
    this.#party = party
  }

  /** Right of these words; null when nobody can read them there any more. */
  caretAfter(block: string, words: string): Caret | null {
    const text = this.#text(block)
    const index = text ? text.toString().indexOf(words) : -1
    return text && index >= 0 ? caretAt(block, text, index + words.length) : null
  }

  /** One letter; null when the paragraph is gone. */
  type(caret: Caret, letter: string): Caret | null {
    const place = this.#place(caret)
    if (!place) return null
    const { text, index } = place
    this.#doc.transact(() => text.insert(index, letter))
    return caretAt(caret.block, text, index + letter.length)
  }

  /** Backspace over one's own letter; null when there is none left of the caret. */
  erase(caret: Caret, letter: string): Caret | null {
    const place = this.#place(caret)
    if (!place) return null
    const { text, index } = place
    const start = index - letter.length
    if (start < 0 || text.toString().slice(start, index) !== letter) return null
    this.#doc.transact(() => text.delete(start, letter.length))
    return caretAt(caret.block, text, start)
  }

  /** Proposes to delete others' words, or takes that back; false when they cannot be read. */
  strike(block: string, words: string, unit: string): boolean {
    const proposals = proposalsOf(this.#doc)
    const key = markKey('d', this.#party, unit)
    if (proposals.has(key)) {
      this.#doc.transact(() => proposals.delete(key))
      return true
    }
    const text = this.#text(block)
    const index = text ? text.toString().indexOf(words) : -1
    if (!text || index < 0) return false
    const ranges = rangesOf(text, index, index + words.length)
    this.#doc.transact(() => proposals.set(key, ranges))
    return true
  }

  /** An empty paragraph of one's own, and the caret in it; null when its neighbour is gone. */
  propose({ kind, level, after, isAlternative }: NewParagraph): Caret | null {
    const blocks = textOf(this.#doc)
    if (!this.#block(after)) return null
    const id = `${this.#doc.clientID}-${++this.#blocks}`
    const base = { id, kind, level, status: 'open', proposedBy: this.#party, after } as const
    const block = makeBlock(isAlternative ? { ...base, alt: 1 } : base, '')
    this.#doc.transact(() => blocks.push([block]))
    const text = textNodeOf(block)
    return text && caretAt(id, text, 0)
  }

  /** Has this party already proposed a paragraph behind that block? */
  hasProposed(after: string): boolean {
    const blocks = textOf(this.#doc).toArray() as Y.XmlElement[]
    const isOwn = (block: Y.XmlElement) => attribute(block, 'proposedBy') === this.#party
    return blocks.some((block) => isOwn(block) && attribute(block, 'after') === after)
  }

  reads(block: string): string {
    const found = this.#block(block)
    return found ? wordsOf(found) : ''
  }

  #block(id: string): Y.XmlElement | undefined {
    return (textOf(this.#doc).toArray() as Y.XmlElement[]).find((block) => idOf(block) === id)
  }

  #text(id: string): Y.XmlText | null {
    const block = this.#block(id)
    return block ? textNodeOf(block) : null
  }

  #place({ at }: Caret): { text: Y.XmlText; index: number } | null {
    const found = Y.createAbsolutePositionFromRelativePosition(at, this.#doc)
    if (!found || !(found.type instanceof Y.XmlText) || found.type._item?.deleted) return null
    return { text: found.type, index: found.index }
  }
}

function caretAt(block: string, text: Y.XmlText, index: number): Caret {
  return { block, at: Y.createRelativePositionFromTypeIndex(text, index, -1) }
}

/** As others are told: the block, and the character left of the caret. */
export function cursorOf({ block, at }: Caret): PresenceCursor {
  return { block, left: at.item ? [at.item.client, at.item.clock] : null }
}

/** The identities of the visible characters between two offsets. */
function rangesOf(text: Y.XmlText, from: number, to: number): IdRange[] {
  const out: IdRange[] = []
  let offset = 0
  for (let item = text._start; item && offset < to; item = item.right) {
    if (item.deleted || !item.countable) continue
    const start = Math.max(from, offset)
    const end = Math.min(to, offset + item.length)
    if (end > start) out.push([item.id.client, item.id.clock + start - offset, end - start])
    offset += item.length
  }
  return joinRanges(out)
}
