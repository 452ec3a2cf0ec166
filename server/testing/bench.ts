// Admission alone, without store or sockets, for attacks and properties. In: base words, updates. Out:
// verdicts, and what a reader would see. Keeps: the same admission the room uses, on the same text.

import * as Y from 'yjs'
import { assert, must } from '#shared/assert.ts'
import { CHAIR, type ClientId, type Owner, type PartyCode } from '#shared/ids.ts'
import { viewBlock, type BlockView } from '#shared/document/attribution.ts'
import { blocksInOrder, idOf, textNodeOf } from '#shared/document/blocks.ts'
import { MarkIndex } from '#shared/document/marks.ts'
import { openRoots, proposalsOf, rulingsOf, textOf } from '#shared/document/roots.ts'
import type { Phase } from '#shared/law/phases.ts'
import type { Standing } from '#shared/law/standing.ts'
import { limits } from '#shared/limits.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import { admitTick, type Verdict } from '../negotiation/admission/admission.ts'
import { WorkingText } from '../negotiation/working-text.ts'

export const BR = 5_000_001
export const FR = 6_000_001
export const CHAIRS = 7_000_001
export const PEN = 8_000_001

const parties = new Map<ClientId, Owner>([
  [1, null],
  [BR, 'BR' as PartyCode],
  [FR, 'FR' as PartyCode],
  [CHAIRS, CHAIR],
  [PEN, null],
])

export class Bench {
  readonly text: WorkingText
  #seq = 1

  constructor(base: Uint8Array) {
    this.text = new WorkingText({ seq: 1, payload: base }, [], (c) => parties.get(c) ?? null)
  }

  standing(client: ClientId, phase: Phase): Standing {
    const party = parties.get(client) ?? null
    const writing = party === null ? 'base' : 'proposes'
    return { phase, writing, party, readsBecause: null }
  }

  /** A tick of updates; what was admitted counts as committed. */
  admits(
    list: readonly { bytes: Uint8Array; as: ClientId | null; standing?: Standing }[],
    phase: Phase = 'negotiating',
  ): readonly Verdict[] {
    const { verdicts, update } = admitTick(
      this.text,
      list.map(({ bytes, as, standing }) => ({
        bytes,
        client: as,
        standing: standing ?? this.standing(as ?? FR, phase),
        source: {},
        claim: () => null,
        bytesMax: limits.updateBytesMax,
        isFull: false,
      })),
    )
    if (update) this.text.committed({ seq: ++this.#seq, payload: update })
    return verdicts
  }

  /** The hub itself writes: a ruling, an attribute. */
  rules(gesture: (doc: Y.Doc) => void): void {
    this.text.adopt([{ seq: ++this.#seq, payload: this.update(1, gesture) }])
  }

  /** The verdict on one update: 'ok', or the refusal's code. */
  verdict(bytes: Uint8Array, as: ClientId, phase?: Phase): RefusalCode | 'ok' {
    const verdict = this.admits([{ bytes, as }], phase)[0]!
    return 'refusal' in verdict ? verdict.refusal.refused : 'ok'
  }

  /** What a client with this clientID would send after a gesture on the present text. */
  update(client: ClientId, gesture: (doc: Y.Doc) => void): Uint8Array {
    const doc = this.replica()
    doc.clientID = client
    const out: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => out.push(update))
    doc.transact(() => gesture(doc))
    assert(out.length > 0, 'the gesture changed something')
    return out.length === 1 ? out[0]! : Y.mergeUpdates(out)
  }

  replica(): Y.Doc {
    const doc = new Y.Doc()
    openRoots(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.text.text.doc), 'hub')
    return doc
  }

  views(): BlockView[] {
    const { doc, partyOf, accepted } = this.text.text
    const marks = new MarkIndex(doc)
    return blocksInOrder(doc).map((block) => viewBlock(block, { partyOf, accepted }, marks))
  }

  /** Everything, as comparable text. */
  image(): string {
    const { doc } = this.text.text
    const blocks = this.views().map((v) => [v.attributes, v.deletedBy, v.runs])
    return JSON.stringify([blocks, proposalsOf(doc).toJSON(), rulingsOf(doc).toJSON()])
  }
}

export function block(doc: Y.Doc, id: string): Y.XmlElement {
  const found = (textOf(doc).toArray() as Y.XmlElement[]).find((one) => idOf(one) === id)
  return must(found, `block ${id}`)
}

export const words = (doc: Y.Doc, id: string): Y.XmlText =>
  must(textNodeOf(block(doc, id)), `the text of ${id}`)

/** The party's own proposals taken away: what must be the same before and after its edit (N2). */
export function withoutProposalsOf(party: Owner, views: readonly BlockView[]): string {
  const others = (marks: readonly { party: string; from: number; to: number }[], at: number) =>
    marks
      .filter((m) => m.party !== party && m.from <= at && m.to > at)
      .map((m) => m.party)
      .toSorted()
      .join()
  const out = views
    .filter(({ attributes }) => party === null || attributes.proposedBy !== party)
    .map(({ attributes, deletedBy, runs }) => {
      const cells = runs.flatMap((run) =>
        run.owner === party
          ? []
          : [...Array(run.length).keys()].map((i) => {
              const at = run.offset + i
              return `${run.words[i]}${run.owner}|${others(run.deletions, at)}|${others(run.brackets, at)}`
            }),
      )
      return [attributes, deletedBy.filter((p) => p !== party), cells]
    })
  return JSON.stringify(out)
}
