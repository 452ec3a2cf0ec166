// Which blocks look different since somebody last asked. In: Yjs events of marks and rulings,
// blocks whose words changed. Out: a version per block, and the set of blocks to draw again. Keeps:
// a keystroke costs the blocks it touches, not the document.

import type * as Y from 'yjs'
import type { Accepted } from '#shared/document/attribution.ts'
import { MarkIndex } from '#shared/document/marks.ts'
import { blocksOfMark, blocksOfRanges } from './writing/mark-places.ts'

/** Blocks that look different now. */
export type Redrawn = ReadonlySet<Y.XmlElement> | 'all'

export class Changes {
  readonly #doc: Y.Doc
  readonly #accepted: Accepted
  readonly #versions = new WeakMap<Y.XmlElement, number>()
  #marks: MarkIndex | null = null
  #touched = new Set<Y.XmlElement>()
  #allTouched = false
  /** Grows with every change; a block nobody touched since has an older version. */
  #version = 1
  #versionOfAll = 1

  constructor(doc: Y.Doc, accepted: Accepted) {
    this.#doc = doc
    this.#accepted = accepted
  }

  get marks(): MarkIndex {
    return (this.#marks ??= new MarkIndex(this.#doc))
  }

  get version(): number {
    return this.#version
  }

  versionOf(block: Y.XmlElement): number {
    return Math.max(this.#versionOfAll, this.#versions.get(block) ?? 0)
  }

  touch(block: Y.XmlElement): void {
    this.#versions.set(block, ++this.#version)
    this.#touched.add(block)
  }

  touchAll(): void {
    this.#versionOfAll = ++this.#version
    this.#allTouched = true
  }

  /** What was touched since the last call; null if nothing. */
  take(): Redrawn | null {
    const redrawn = this.#allTouched ? 'all' : this.#touched.size > 0 ? this.#touched : null
    this.#allTouched = false
    if (redrawn) this.#touched = new Set()
    return redrawn
  }

  get pending(): boolean {
    return this.#allTouched || this.#touched.size > 0
  }

  readonly onProposals = (event: Y.YMapEvent<unknown>): void => {
    this.#marks = null
    for (const [key, { oldValue }] of event.changes.keys) {
      for (const value of [oldValue, event.target.get(key)]) {
        for (const block of blocksOfMark(this.#doc, key, value)) this.touch(block)
      }
    }
  }

  readonly onRulings = (event: Y.YMapEvent<unknown>): void => {
    this.#accepted.refresh(this.#doc)
    for (const key of event.keysChanged) {
      if (!key.startsWith('a/')) continue
      for (const block of blocksOfRanges(this.#doc, event.target.get(key))) this.touch(block)
    }
  }
}
