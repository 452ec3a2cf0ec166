// Labels, computed: PP1, OP4, OP2(a), OP4 bis, OP2 alt, 13(a). In: blocks in reading order and a
// language. Out: a label per block. Keeps: identity and label are two things (DOMAIN R3–R6): the
// same paragraph is OP2(a) in English and OP2 a) in Spanish; base labels never change because of a
// proposal; numbering begins anew behind a heading of level 1; one pass, whatever the size.

import type { Language } from '../i18n/languages.ts'
import type { Kind } from './blocks.ts'
import { insertedAfter, listSign, spokenLabel, subLabel } from './numbering-signs.ts'

export interface NumberedBlock {
  readonly id: string
  readonly kind: Kind
  readonly level: number
  /** Proposals only: the base block it follows, and whether it stands in its place. */
  readonly after?: string | undefined
  readonly alt?: unknown
  readonly proposedBy?: string | undefined
}

export interface Label {
  /**
   * What negotiators say: `PP1`, `OP2(a)`, `OP4 bis`, `13`; '' for titles, headings, plain
   * words.
   */
  readonly text: string
  /** What stands before the words in print: `2.`, `(a)`; '' for recitals and what has no number. */
  readonly number: string
  /** The same for who listens: `operative paragraph 2, a`; a name for what has no label. */
  readonly spoken: string
}

/** Kinds with a count of their own, and what their working labels begin with. */
const prefixes: Partial<Record<Kind, string>> = {
  recital: 'PP',
  operative: 'OP',
  paragraph: '',
  item: '',
  action: '',
  note: 'N',
}

/** The number of each level a kind has reached. */
type Count = [number, number, number]

interface Place {
  /** The working label of the base block itself. */
  readonly text: string
  readonly level: number
  readonly kind: Kind
  /** Labels of the levels above and of this one: 1 → `OP2`, 2 → `OP2(a)`. */
  readonly path: readonly string[]
}

/** Labels of all blocks, by id. `blocks` stand in reading order (blocks.ts: blocksInOrder). */
export function labelsOf(blocks: readonly NumberedBlock[], language: Language): Map<string, Label> {
  const counter = new Counter(language)
  for (const block of blocks) {
    if (block.after === undefined) counter.base(block)
    else counter.proposal(block)
  }
  return counter.labels
}

class Counter {
  readonly labels = new Map<string, Label>()
  readonly #language: Language
  readonly #counts = new Map<Kind, Count>()
  readonly #places = new Map<string, Place>()
  /** How often a label was proposed after, or in place of. */
  readonly #proposed = new Map<string, number>()
  /** The labels each kind has reached, by level. */
  readonly #reached = new Map<Kind, string[]>()
  #part = 1

  constructor(language: Language) {
    this.#language = language
  }

  base(block: NumberedBlock): void {
    if (block.kind === 'heading' && block.level === 1) this.#beginPart()
    const prefix = prefixes[block.kind]
    if (prefix === undefined || isUnnumbered(block)) {
      this.#name(block, '', '')
      return
    }
    const level = Math.min(Math.max(block.level, 1), 3)
    const count = this.#countUp(block.kind, level)
    const path = this.#path(prefix, count, level)
    this.#reached.set(block.kind, path)
    this.#places.set(block.id, { text: path.at(-1)!, level, kind: block.kind, path })
    const isPrinted = block.kind !== 'recital' || level > 1
    this.#name(block, path.at(-1)!, isPrinted ? this.#sign(count, level, block.kind) : '')
  }

  proposal(block: NumberedBlock): void {
    const prefix = prefixes[block.kind]
    if (prefix === undefined || (isUnnumbered(block) && !block.alt)) {
      this.#name(block, '', '')
      return
    }
    const anchor = this.#places.get(block.after!)
    if (block.alt && anchor) {
      const times = this.#once(`alt ${block.after}`)
      this.#name(block, times === 1 ? `${anchor.text} alt` : `${anchor.text} alt.${times}`, '')
      return
    }
    const behind = this.#behind(block, prefix, anchor)
    this.#name(block, `${behind} ${insertedAfter(this.#once(`${this.#part} ${behind}`))}`, '')
  }

  /** The label a proposal is inserted after: of its own kind and level, as near as there is one. */
  #behind(block: NumberedBlock, prefix: string, anchor: Place | undefined): string {
    const isOwn = anchor?.kind === block.kind
    const path = isOwn ? anchor.path : (this.#reached.get(block.kind) ?? [])
    const level = Math.min(Math.max(block.level, 1), 3)
    return path[level - 1] ?? path.at(-1) ?? `${prefix}0`
  }

  #once(key: string): number {
    const times = (this.#proposed.get(key) ?? 0) + 1
    this.#proposed.set(key, times)
    return times
  }

  #beginPart(): void {
    this.#part++
    for (const kind of this.#counts.keys()) if (kind !== 'note') this.#counts.delete(kind)
    this.#reached.clear()
  }

  #countUp(kind: Kind, level: number): Count {
    const count = this.#counts.get(kind) ?? [0, 0, 0]
    count[level - 1]!++
    count.fill(0, level)
    this.#counts.set(kind, count)
    return count
  }

  /** `OP2`, then `OP2(a)`, then `OP2(a)(i)`; a level that was skipped is left out. */
  #path(prefix: string, count: Count, level: number): string[] {
    const path: string[] = [`${prefix}${count[0] || ''}`]
    for (let at = 2; at <= level; at++) {
      const value = count[at - 1]!
      path.push(value ? subLabel(path[at - 2]!, at, value, this.#language) : path[at - 2]!)
    }
    return path
  }

  #sign(count: Count, level: number, kind: Kind): string {
    const value = count[level - 1]!
    if (level > 1) return listSign(level, value, this.#language)
    return kind === 'note' ? String(value) : `${value}.`
  }

  #name(block: NumberedBlock, text: string, number: string): void {
    const spoken = spokenLabel(block.kind, block.level, text, this.#language)
    this.labels.set(block.id, { text, number, spoken })
  }
}

/** Level 0 of what is otherwise numbered: a closing line, quoted or continuing words. */
const isUnnumbered = ({ kind, level }: NumberedBlock): boolean => level === 0 && kind !== 'recital'
