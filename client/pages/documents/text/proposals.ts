// What each delegation wants changed in one paragraph, in as few sentences as possible. In: the
// view of a block. Out: proposals in reading order. Keeps: a strike and an insertion of one
// delegation at one spot are one proposal, a replacement (UX §1).

import type { BlockView, Run } from '#shared/document/attribution.ts'
import type { ClientId } from '#shared/ids.ts'

export type Wish = 'insert' | 'delete' | 'replace' | 'paragraph' | 'alternative' | 'no-paragraph'

export interface Proposal {
  readonly party: string
  readonly wish: Wish
  /** Words to insert; of a deletion, the words to delete. */
  readonly words: string
  /** Of a replacement: the words that would go. */
  readonly old: string
  /** Counted per paragraph and delegation, from 1; 0 when it has only one. */
  readonly number: number
  /** Who typed it, as far as this reader may know: own delegation and secretariat. */
  readonly by: readonly string[]
}

interface Segment {
  readonly party: string
  readonly from: number
  readonly to: number
  readonly inserts: boolean
  readonly words: string
  readonly client: ClientId | null
}

export type NameOf = (client: ClientId) => string | undefined

/** Proposals of a block: the whole paragraph first, then word by word in reading order. */
export function proposalsOf(view: BlockView, nameOf: NameOf): Proposal[] {
  const { attributes, runs, deletedBy } = view
  const { proposedBy, alt } = attributes
  const out: Proposal[] = []
  if (proposedBy) {
    const own = runs.filter(({ owner }) => owner === proposedBy)
    const words = own.map((run) => run.words).join('')
    const wish = alt ? 'alternative' : 'paragraph'
    out.push(made(proposedBy, wish, words, '', namesOf(own, nameOf)))
  }
  for (const party of deletedBy) out.push(made(party, 'no-paragraph', '', '', []))
  const spots = spotsOf(runs.flatMap((run) => segmentsOf(run, proposedBy)))
  for (const spot of spots) out.push(proposalAt(spot, nameOf))
  return numbered(out)
}

const made = (
  party: string,
  wish: Wish,
  words: string,
  old: string,
  by: readonly string[],
): Proposal => ({ party, wish, words, old, number: 0, by })

const namesOf = (runs: readonly { readonly client: ClientId | null }[], nameOf: NameOf) => [
  ...new Set(runs.flatMap(({ client }) => (client === null ? [] : (nameOf(client) ?? [])))),
]

/** A run's part in proposals: whose insertion it is, and who wants which of its words away. */
function segmentsOf(run: Run, proposedBy: string | undefined): Segment[] {
  const { offset, length, words, owner, client } = run
  const out: Segment[] = run.deletions.map(({ party, from, to }) => {
    const gone = words.slice(from - offset, to - offset)
    return { party, from, to, inserts: false, words: gone, client: null }
  })
  // The words of a proposed paragraph by its own proposer are that paragraph, not an insertion in
  // it.
  if (owner !== null && owner !== proposedBy) {
    out.push({ party: owner, from: offset, to: offset + length, inserts: true, words, client })
  }
  return out
}

/** Segments of one delegation that touch each other are one spot. */
function spotsOf(segments: readonly Segment[]): Segment[][] {
  const spots: Segment[][] = []
  const last = new Map<string, Segment[]>()
  for (const segment of segments.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const spot = last.get(segment.party)
    if (spot && Math.max(...spot.map(({ to }) => to)) >= segment.from) {
      spot.push(segment)
    } else {
      const fresh = [segment]
      spots.push(fresh)
      last.set(segment.party, fresh)
    }
  }
  return spots
}

function proposalAt(spot: readonly Segment[], nameOf: NameOf): Proposal {
  const { party } = spot[0]!
  const inserted = spot.filter(({ inserts }) => inserts)
  const added = inserted.map(({ words }) => words).join('')
  const gone = onceEach(spot.filter(({ inserts }) => !inserts))
  const by = namesOf(inserted, nameOf)
  if (added && gone) return made(party, 'replace', added, gone, by)
  return added ? made(party, 'insert', added, '', by) : made(party, 'delete', gone, '', by)
}

/** Two strikes of one delegation may lie over each other: their words count once. */
function onceEach(struck: readonly Segment[]): string {
  let end = -1
  let out = ''
  for (const { from, to, words } of struck) {
    if (to <= end) continue
    out += words.slice(Math.max(0, end - from))
    end = to
  }
  return out
}

function numbered(proposals: readonly Proposal[]): Proposal[] {
  const total = new Map<string, number>()
  for (const { party } of proposals) total.set(party, (total.get(party) ?? 0) + 1)
  const seen = new Map<string, number>()
  return proposals.map((proposal) => {
    const { party } = proposal
    const number = (seen.get(party) ?? 0) + 1
    seen.set(party, number)
    return total.get(party) === 1 ? proposal : { ...proposal, number }
  })
}

/** `BR`, or `BR·2` where a delegation has several in one paragraph. */
export const codeOf = ({ party, number }: Proposal, codeFor: (party: string) => string): string =>
  number === 0 ? codeFor(party) : `${codeFor(party)}·${number}`

/** At most about `most` characters of a quotation, cut between words. */
export function quoted(words: string, most = 48): string {
  const text = words.trim()
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
