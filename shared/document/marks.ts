// The side map `proposals`: what a party wants changed in words that are not its own. In: keys and
// values of the map. Out: parsed keys; an index from identities to the marks that lie on them.
//
//   d/<party>/<unit>  propose to delete these words     [[client, clock, length], …]
//   k/<party>/<unit>  bracket these words               [[client, clock, length], …]
//   i/<party>/<unit>  inserted words of the same unit   [[client, clock, length], …]
//   b/<party>/<client:clock>  propose to delete the whole block with this identity   1

import type * as Y from 'yjs'
import type { ClientId, PartyCode } from '../ids.ts'
import type { IdRange } from './ranges.ts'
import { proposalsOf } from './roots.ts'

export type MarkKind = 'd' | 'k' | 'i' | 'b'

export interface MarkKey {
  readonly kind: MarkKind
  readonly party: PartyCode
  readonly unit: string
}

const pattern = /^([dkib])\/([A-Z]{2,8})\/([\w:.-]{1,64})$/

/** Null for a key no client of any age may write. */
export function parseMarkKey(key: string): MarkKey | null {
  const match = pattern.exec(key)
  if (!match) return null
  return { kind: match[1] as MarkKind, party: match[2] as PartyCode, unit: match[3]! }
}

export const markKey = (kind: MarkKind, party: PartyCode, unit: string): string =>
  `${kind}/${party}/${unit}`

/** The identity of a block as the unit of a `b/` mark. */
export function blockUnit(block: Y.XmlElement): string {
  const { client, clock } = block._item!.id
  return `${client}:${clock}`
}

/** Null when the unit is not an identity. */
export function parseBlockUnit(unit: string): readonly [ClientId, number] | null {
  const match = /^(\d{1,10}):(\d{1,15})$/.exec(unit)
  return match ? [Number(match[1]), Number(match[2])] : null
}

export interface Mark {
  readonly key: string
  readonly party: PartyCode
  readonly clock: number
  readonly length: number
}

/** Marks by kind and client, and whole-block deletions by block identity. */
export class MarkIndex {
  readonly #deletions = new Map<ClientId, Mark[]>()
  readonly #brackets = new Map<ClientId, Mark[]>()
  readonly #blocks = new Map<string, PartyCode[]>()

  constructor(doc: Y.Doc) {
    for (const [key, value] of proposalsOf(doc)) {
      const parsed = parseMarkKey(key)
      if (!parsed) continue
      const { kind, party, unit } = parsed
      if (kind === 'b') this.#addBlock(unit, party)
      else if (kind === 'd') add(this.#deletions, value, key, party)
      else if (kind === 'k') add(this.#brackets, value, key, party)
    }
  }

  #addBlock(unit: string, party: PartyCode): void {
    const parties = this.#blocks.get(unit)
    if (!parties) this.#blocks.set(unit, [party])
    else if (!parties.includes(party)) parties.push(party)
  }

  /** Deletion proposals touching the range. */
  deletions(range: IdRange): Mark[] {
    return touching(this.#deletions, range)
  }

  /** Brackets touching the range. */
  brackets(range: IdRange): Mark[] {
    return touching(this.#brackets, range)
  }

  /** Parties that propose to delete the whole block, sorted. */
  blockDeletions(block: Y.XmlElement): readonly PartyCode[] {
    return this.#blocks.get(blockUnit(block))?.toSorted() ?? []
  }
}

function add(index: Map<ClientId, Mark[]>, value: unknown, key: string, party: PartyCode): void {
  for (const [client, clock, length] of value as IdRange[]) {
    const mark = { key, party, clock, length }
    const marks = index.get(client)
    if (marks) marks.push(mark)
    else index.set(client, [mark])
  }
}

function touching(index: Map<ClientId, Mark[]>, [client, clock, length]: IdRange): Mark[] {
  const marks = index.get(client)
  if (!marks) return []
  return marks.filter((mark) => mark.clock < clock + length && mark.clock + mark.length > clock)
}
