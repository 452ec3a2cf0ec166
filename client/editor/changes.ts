// Which blocks look different since somebody last asked. In: Yjs events of marks and rulings,
// blocks whose words changed. Out: a version per block, and the set of blocks to draw again. Keeps:
// a keystroke costs the blocks it touches, not the document.

import * as Y from 'yjs'
import type { Accepted } from '#shared/document/attribution.ts'
import { MarkIndex, parseBlockUnit, parseMarkKey } from '#shared/document/marks.ts'
import { isRanges, type IdRange } from '#shared/document/ranges.ts'
import { textOf } from '#shared/document/roots.ts'
import { limits } from '#shared/limits.ts'

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
      const parsed = parseMarkKey(key)
      if (!parsed) continue
      if (parsed.kind === 'b') {
        const identity = parseBlockUnit(parsed.unit)
        if (identity) this.#touchRange([...identity, 1])
        continue
      }
      this.#touchRanges(oldValue)
      this.#touchRanges(event.target.get(key))
    }
  }

  readonly onRulings = (event: Y.YMapEvent<unknown>): void => {
    this.#accepted.refresh(this.#doc)
    for (const key of event.keysChanged) {
      if (key.startsWith('a/')) this.#touchRanges(event.target.get(key))
    }
  }

  #touchRanges(value: unknown): void {
    if (!isRanges(value, Math.max(limits.proposalRangesMax, limits.updateBytesMax))) return
    for (const range of value) this.#touchRange(range)
  }

  #touchRange([client, clock, length]: IdRange): void {
    const structs = this.#doc.store.clients.get(client)
    const end = Math.min(clock + length, Y.getState(this.#doc.store, client))
    if (!structs || clock >= end) return
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const struct = structs[i]!
      if (struct.id.clock >= end) break
      const block = struct instanceof Y.Item ? blockOfItem(this.#doc, struct) : null
      if (block) this.touch(block)
    }
  }
}

/** The block an item is, or stands in; null outside the text. */
export function blockOfItem(doc: Y.Doc, item: Y.Item): Y.XmlElement | null {
  const root = textOf(doc) as unknown
  let current: Y.Item | null = item
  while (current && current.parent !== root) {
    const parent: unknown = current.parent
    current = parent instanceof Y.AbstractType ? parent._item : null
  }
  const content = current?.content
  return content instanceof Y.ContentType && content.type instanceof Y.XmlElement
    ? content.type
    : null
}
