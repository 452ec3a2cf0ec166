// The value oracle of N2: what stands when everything one party proposed is taken away. In: a
// document and a party. Out: a string to compare. Keeps: it knows nothing of how the editor writes;
// it only reads.

import * as Y from 'yjs'
import { Accepted, viewBlock, type PartyOf } from '#shared/document/attribution.ts'
import { blocksInOrder } from '#shared/document/blocks.ts'
import { MarkIndex } from '#shared/document/marks.ts'
import { attrsOf } from '../schema.ts'
import { cellsOf } from './desk.ts'

/** Everything of everyone but `party`; with null, everything. */
export function valueWithout(doc: Y.Doc, partyOf: PartyOf, party: string | null): string {
  const view = { partyOf, accepted: new Accepted(doc) }
  const marks = new MarkIndex(doc)
  const out: unknown[] = []
  for (const block of blocksInOrder(doc)) {
    const attributes = attrsOf(block)
    if (party !== null && attributes['proposedBy'] === party) continue
    const seen = viewBlock(block, view, marks)
    const others = (list: readonly string[]) => list.filter((by) => by && by !== party)
    const cells = cellsOf(seen)
      .filter(({ owner }) => party === null || owner !== party)
      .map(({ letter, owner, struckBy }) => [letter, owner, others(struckBy.split(','))])
    out.push([attributes, others(seen.deletedBy), cells])
  }
  return JSON.stringify(out)
}
