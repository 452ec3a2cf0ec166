// One deletion gesture: Backspace, Backspace, Backspace. In: plans and where the caret stood. Out:
// the unit its strikes are written under. Keeps: one entry of `proposals` per gesture, as long as
// the caret has only moved by the deletion itself.

import type { EditorState } from 'prosemirror-state'
import type * as Y from 'yjs'
import { markKey } from '#shared/document/marks.ts'
import type { IdRange } from '#shared/document/ranges.ts'
import { proposalsOf } from '#shared/document/roots.ts'
import type { Owner } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import { liesOnAgreed } from './mark-places.ts'
import type { Plan, StrikeUnit } from './operations.ts'

export class Gesture {
  readonly #doc: Y.Doc
  readonly #newUnit: () => string
  #running: { unit: string | null; caret: number } | null = null

  constructor(doc: Y.Doc, newUnit: () => string) {
    this.#doc = doc
    this.#newUnit = newUnit
  }

  end(): void {
    this.#running = null
  }

  /** Other people's words have moved the caret along. */
  follow(before: number, after: number): void {
    if (this.#running?.caret === before) this.#running.caret = after
    else this.#running = null
  }

  /** Where the strikes of a plan go; null when it strikes nothing. */
  unitFor(state: EditorState, plan: Plan, party: Owner): StrikeUnit | null {
    const goesOn = plan.covered !== null && this.#running?.caret === caretOf(state)
    if (!goesOn) this.#running = null
    const strikes = plan.operations.filter(
      (one) => one.do === 'strike' || one.do === 'strike-block',
    )
    if (strikes.length === 0 || party === null) return null
    const before = state.selection.empty && state.selection.head === plan.covered?.to
    const ranges = plan.operations.flatMap((one) => (one.do === 'strike' ? one.ranges : []))
    const unit = this.#running?.unit
    if (unit && this.#takesMore(markKey('d', party, unit), ranges.length)) {
      return { party, unit, before }
    }
    return { party, unit: this.#newUnit(), before }
  }

  /** The entry still stands (no undo, no disposition has taken it), is open, and is not full. */
  #takesMore(key: string, ranges: number): boolean {
    const present = proposalsOf(this.#doc).get(key) as IdRange[] | undefined
    if (!present || liesOnAgreed(this.#doc, key, present)) return false
    return present.length + ranges <= limits.proposalRangesMax
  }

  /** After a plan was carried out. */
  goOn(plan: Plan, struck: StrikeUnit | null, next: EditorState): void {
    const caret = caretOf(next)
    if (plan.covered === null || caret === null) this.#running = null
    else this.#running = { unit: struck?.unit ?? this.#running?.unit ?? null, caret }
  }
}

const caretOf = ({ selection }: EditorState) => (selection.empty ? selection.head : null)
