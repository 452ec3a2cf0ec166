// What is to be marked in one block, before anyone draws it. In: a block as a reader is shown it.
// Out: stretches with their parties, in offsets of the block's words. Keeps: neighbouring letters
// that look the same are one stretch, so a code is said once per run (UX §2.3).

import type { BlockView, PlacedMark } from '#shared/document/attribution.ts'
import type { ClientId, PartyCode } from '#shared/ids.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Open words of one party; `parts` by who typed them. */
export interface Insertion extends Stretch {
  readonly party: PartyCode
  readonly parts: readonly (Stretch & { readonly client: ClientId })[]
}

/** Words some parties propose to delete. */
export interface Deletion extends Stretch {
  readonly parties: readonly PartyCode[]
}

/** One bracket; a party may set several. */
export interface Bracket extends Stretch {
  readonly key: string
  readonly party: PartyCode
}

export function insertionsOf({ runs }: BlockView): Insertion[] {
  const out: (Stretch & {
    party: PartyCode
    to: number
    parts: (Stretch & { client: ClientId; to: number })[]
  })[] = []
  for (const { owner, offset, length, client } of runs) {
    if (owner === null) continue
    const part = { from: offset, to: offset + length, client }
    const last = out.at(-1)
    if (!last || last.party !== owner || last.to !== offset) {
      out.push({ party: owner, from: part.from, to: part.to, parts: [part] })
      continue
    }
    last.to = part.to
    const lastPart = last.parts.at(-1)!
    if (lastPart.client === client) lastPart.to = part.to
    else last.parts.push(part)
  }
  return out
}

export function deletionsOf({ runs }: BlockView): Deletion[] {
  const marks = runs.flatMap((run) => run.deletions)
  const edges = new Set(marks.flatMap(({ from, to }) => [from, to]))
  const cuts = [...edges].toSorted((a, b) => a - b)
  const out: (Stretch & { to: number; parties: PartyCode[] })[] = []
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i]!
    const to = cuts[i + 1]!
    const over = marks.filter((mark) => mark.from <= from && mark.to >= to)
    const parties = [...new Set(over.map(({ party }) => party))].toSorted() as PartyCode[]
    if (parties.length === 0) continue
    const last = out.at(-1)
    if (last && last.to === from && last.parties.join() === parties.join()) last.to = to
    else out.push({ from, to, parties })
  }
  return out
}

export function bracketsOf({ runs }: BlockView): Bracket[] {
  const byKey = new Map<string, (PlacedMark & { to: number })[]>()
  for (const mark of runs.flatMap((run) => run.brackets)) {
    const list = byKey.get(mark.key)
    const last = list?.at(-1)
    if (last?.to === mark.from) last.to = mark.to
    else if (list) list.push({ ...mark })
    else byKey.set(mark.key, [{ ...mark }])
  }
  const all = [...byKey.values()].flat()
  return all.map(({ key, party, from, to }) => ({ key, party: party as PartyCode, from, to }))
}

/** The first word, letters only: set in italics in paragraphs that begin with what States do. */
export function leadWordOf({ attributes, runs }: BlockView): Stretch | null {
  if (attributes.kind !== 'recital' && attributes.kind !== 'operative') return null
  const words = runs.map((run) => run.words).join('')
  const lead = /^[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*/u.exec(words)
  return lead ? { from: 0, to: lead[0].length } : null
}
