// All frames of a sheet. In: the paragraphs, where the reader is, what the filter leaves. Out:
// every frame told what it shows. Keeps: a paragraph that has not changed costs a comparison;
// exactly one label can be reached by Tab.

import type { Node as ProseNode } from 'prosemirror-model'
import { Frame, type Fold, type FrameOptions, type FrameWords } from './frame.ts'
import type { Paragraph } from './paragraphs.ts'

export class Frames {
  readonly #frames = new Map<string, Frame>()
  readonly #options: FrameOptions
  #list: readonly Paragraph[] = []
  #here: string | null = null
  #folds: ReadonlyMap<string, Fold> = new Map()
  #reachable: Frame | null = null

  constructor(
    words: () => FrameWords,
    language: () => string,
    does: Pick<FrameOptions, 'choose' | 'unfold'>,
  ) {
    this.#options = {
      words,
      language,
      ...does,
      gone: (id, frame) => {
        if (this.#frames.get(id) === frame) this.#frames.delete(id)
      },
    }
  }

  /** For ProseMirror: the view of a `block` node. */
  readonly nodeView = (node: ProseNode): Frame => {
    const frame = new Frame(node, this.#options)
    this.#frames.set(frame.id, frame)
    const paragraph = this.#list.find(({ id }) => id === frame.id)
    if (paragraph) this.#draw(frame, paragraph)
    return frame
  }

  labelOf(id: string): HTMLButtonElement | null {
    return this.#frames.get(id)?.label ?? null
  }

  elementOf(id: string): HTMLElement | null {
    return this.#frames.get(id)?.dom ?? null
  }

  show(list: readonly Paragraph[], here: string | null, folds: ReadonlyMap<string, Fold>): void {
    this.#list = list
    this.#here = here
    this.#folds = folds
    for (const paragraph of list) {
      const frame = this.#frames.get(paragraph.id)
      if (frame) this.#draw(frame, paragraph)
    }
    this.#makeReachable()
  }

  /** The words of the screen have changed. */
  repeat(): void {
    for (const frame of this.#frames.values()) frame.repeat()
  }

  #draw(frame: Frame, paragraph: Paragraph): void {
    frame.show(paragraph, paragraph.id === this.#here, this.#folds.get(paragraph.id) ?? 'shown')
  }

  /** One stop for Tab among hundreds of labels; arrows go on from there. */
  #makeReachable(): void {
    const id = this.#here ?? this.#list.find(({ kind }) => kind !== 'title')?.id
    const next = (id !== undefined && this.#frames.get(id)) || null
    if (next === this.#reachable) return
    if (this.#reachable) this.#reachable.label.tabIndex = -1
    if (next) next.label.tabIndex = 0
    this.#reachable = next
  }
}

/** What a filter leaves out: each run of hidden paragraphs is one grey line, at its first. */
export function foldsOf(
  list: readonly Paragraph[],
  isShown: (paragraph: Paragraph) => boolean,
): Map<string, Fold> {
  const folds = new Map<string, Fold>()
  let first: string | null = null
  let count = 0
  const close = () => {
    if (first !== null) folds.set(first, count)
    first = null
    count = 0
  }
  for (const paragraph of list) {
    if (paragraph.state === null || isShown(paragraph)) close()
    else {
      first ??= paragraph.id
      count++
      folds.set(paragraph.id, 'hidden')
    }
  }
  close()
  return folds
}
