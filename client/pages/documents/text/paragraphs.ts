// The paragraphs as the page shows them around the words: label, state, proposals, whom they touch.
// In: the editor's binding and what it says has changed. Out: one unchanging object per paragraph,
// new only where something is new. Keeps: typing in one paragraph computes one paragraph.

import type * as Y from 'yjs'
import { wordsOf, type BlockView, type Run } from '#shared/document/attribution.ts'
import { attributesOf, type BlockAttributes, type Kind } from '#shared/document/blocks.ts'
import { labelsOf, type Label } from '#shared/document/numbering.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { proposalsOf, type NameOf, type Proposal } from './proposals.ts'

/** Null: a title or heading, which is not decided by itself. */
export type State = 'open' | 'brackets' | 'agreed' | null

export interface Paragraph {
  readonly id: string
  readonly kind: Kind
  readonly level: number
  readonly label: Label
  readonly state: State
  readonly words: string
  readonly runs: readonly Run[]
  readonly proposals: readonly Proposal[]
  /** Who proposed the paragraph itself; null for base text. */
  readonly proposedBy: string | null
  readonly alternative: boolean
  /** Who wants the whole paragraph away. */
  readonly struckBy: readonly string[]
  readonly touchesUs: boolean
  /** The title of the document itself, among the lines of its heading. */
  readonly isMainTitle: boolean
  /** First of a part, where the text itself has no headings. */
  readonly begins: 'preamble' | 'operative' | null
}

/** What the editor's binding tells (client/editor). */
export interface Source {
  readonly order: readonly Y.XmlElement[]
  blockView(block: Y.XmlElement): BlockView
}

export interface Reader {
  readonly language: Language
  /** The delegation of who reads; null for who belongs to none. */
  readonly party: string | null
  readonly nameOf: NameOf
  /** The document's title, as its list has it. */
  readonly title: string
}

/** What depends on the other paragraphs. */
interface Place {
  readonly label: Label
  readonly begins: Paragraph['begins']
  readonly isMainTitle: boolean
}

const noLabel: Label = { text: '', number: '', spoken: '' }
const isDecided = (kind: Kind) => kind !== 'title' && kind !== 'heading'

export class Paragraphs {
  readonly #source: Source
  readonly #reader: Reader
  readonly #known = new Map<Y.XmlElement, Paragraph>()
  #numbered: readonly Y.XmlElement[] = []
  #labels: ReadonlyMap<string, Label> = new Map()
  #title: Y.XmlElement | null = null
  #begins: ReadonlyMap<string, Paragraph['begins']> = new Map()
  #list: readonly Paragraph[] = []

  constructor(source: Source, reader: Reader) {
    this.#source = source
    this.#reader = reader
  }

  get list(): readonly Paragraph[] {
    return this.#list
  }

  /** Takes in what has changed; true when any paragraph is new, gone or different. */
  refresh(changed: ReadonlySet<Y.XmlElement> | 'all'): boolean {
    const { order } = this.#source
    if (changed === 'all') this.#known.clear()
    else for (const block of changed) this.#known.delete(block)
    const moved = !sameOrder(order, this.#numbered)
    if (moved || changed === 'all') this.#number(order)
    const list = order.map((block) => this.#paragraph(block))
    const different =
      list.length !== this.#list.length || list.some((one, i) => one !== this.#list[i])
    this.#list = list
    return different
  }

  #number(order: readonly Y.XmlElement[]): void {
    this.#numbered = [...order]
    const attributes = order.map(attributesOf)
    this.#labels = labelsOf(attributes, this.#reader.language)
    this.#begins = partsOf(attributes)
    this.#title = mainTitleOf(order, this.#reader.title)
    const here = new Set(order)
    for (const [block, { id, label, begins }] of this.#known) {
      const isSame =
        this.#labels.get(id)?.text === label.text && (this.#begins.get(id) ?? null) === begins
      if (!here.has(block) || !isSame) this.#known.delete(block)
    }
  }

  #paragraph(block: Y.XmlElement): Paragraph {
    const known = this.#known.get(block)
    if (known) return known
    const view = this.#source.blockView(block)
    const { id } = view.attributes
    const place: Place = {
      label: this.#labels.get(id) ?? noLabel,
      begins: this.#begins.get(id) ?? null,
      isMainTitle: block === this.#title,
    }
    const made = paragraphOf(view, place, this.#reader)
    this.#known.set(block, made)
    return made
  }
}

const sameOrder = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((one, i) => one === b[i])

/** Texts without headings still have a preamble and an operative part. */
function partsOf(blocks: readonly BlockAttributes[]): Map<string, Paragraph['begins']> {
  const parts = new Map<string, Paragraph['begins']>()
  if (blocks.some(({ kind }) => kind === 'heading')) return parts
  const first = (kind: Kind) => blocks.find((block) => block.kind === kind && !block.after)
  const [recital, operative] = [first('recital'), first('operative')]
  if (recital && operative) parts.set(recital.id, 'preamble').set(operative.id, 'operative')
  return parts
}

/** Of several title lines the one that says the document's title, else the first. */
function mainTitleOf(order: readonly Y.XmlElement[], title: string): Y.XmlElement | null {
  const titles = order.filter((block) => attributesOf(block).kind === 'title')
  return titles.find((block) => plain(wordsOf(block)) === plain(title)) ?? titles[0] ?? null
}

const plain = (words: string) => words.trim().toLocaleLowerCase()

export function paragraphOf(view: BlockView, place: Place, reader: Reader): Paragraph {
  const { attributes, runs, deletedBy } = view
  const proposals = proposalsOf(view, reader.nameOf)
  const words = runs.map((run) => run.words).join('')
  return {
    id: attributes.id,
    kind: attributes.kind,
    level: attributes.level,
    ...place,
    state: stateOf(attributes, words, proposals),
    words,
    runs,
    proposals,
    proposedBy: attributes.proposedBy ?? null,
    alternative: attributes.alt === 1,
    struckBy: deletedBy,
    touchesUs: reader.party !== null && touches(view, proposals, reader.party),
  }
}

/** A paragraph without words is a placeholder: it counts as in brackets (UX §1). */
function stateOf(
  { kind, status, proposedBy }: BlockAttributes,
  words: string,
  proposals: readonly Proposal[],
): State {
  if (status === 'agreed') return 'agreed'
  const contested = proposals.length > 0 || proposedBy !== undefined
  if (!isDecided(kind)) return contested ? 'brackets' : null
  return contested || words.trim() === '' ? 'brackets' : 'open'
}

/** Our proposals, and everybody's in words or paragraphs of ours. */
function touches(view: BlockView, proposals: readonly Proposal[], party: string): boolean {
  return (
    view.attributes.proposedBy === party ||
    proposals.some((proposal) => proposal.party === party) ||
    view.runs.some((run) => run.owner === party)
  )
}

/**
 * A part of the clean text: words that stand, words in question, a gap where words are proposed.
 */
export interface CleanPart {
  readonly part: 'stands' | 'questioned' | 'gap'
  readonly words: string
}

/** What stands if nothing more is accepted; open spots are marked (UX §2.2). */
export function cleanPartsOf({ runs, proposedBy, struckBy }: Paragraph): CleanPart[] {
  if (proposedBy !== null) return [{ part: 'gap', words: '' }]
  const out: CleanPart[] = []
  for (const run of runs) {
    if (run.owner !== null) add(out, 'gap', '')
    else {
      for (const { words, struck } of cutByDeletions(run)) {
        add(out, struck || struckBy.length > 0 ? 'questioned' : 'stands', words)
      }
    }
  }
  return out
}

/**
 * Neighbouring open parts are one spot: a gap beside words in question needs no mark of its own.
 */
function add(out: CleanPart[], part: CleanPart['part'], words: string): void {
  const last = out.at(-1)
  const isSame = last && (last.part === part || (last.part !== 'stands' && part !== 'stands'))
  if (!last || !isSame) {
    out.push({ part, words })
    return
  }
  const joined = last.part === 'gap' ? part : last.part
  out[out.length - 1] = { part: joined, words: last.words + words }
}

function cutByDeletions({ offset, length, words, deletions }: Run) {
  const edges = new Set([offset, offset + length])
  for (const { from, to } of deletions) edges.add(from).add(to)
  const cuts = [...edges].toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => ({
    words: words.slice(from - offset, cuts[i + 1]! - offset),
    struck: deletions.some((mark) => mark.from <= from && mark.to > from),
  }))
}
