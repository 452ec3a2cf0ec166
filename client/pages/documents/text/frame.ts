// The frame around one paragraph of the editor: label and state before its words, proposals behind
// them, in reading order (UX §8). In: a ProseMirror node, the paragraph's facts. Out: a node view whose
// words alone belong to the editor. Keeps: nothing is drawn twice that is the same; what the frame does
// to its own elements never reaches ProseMirror.

import type { Node as ProseNode } from 'prosemirror-model'
import type { NodeView, ViewMutationRecord } from 'prosemirror-view'
import type { Paragraph } from './paragraphs.ts'

/** What a frame says, in the reader's language. */
export interface FrameWords {
  readonly state: (paragraph: Paragraph) => string
  /** For who listens: label, state, whether it touches us. */
  readonly spoken: (paragraph: Paragraph) => string
  readonly kind: (paragraph: Paragraph) => string
  readonly count: (paragraph: Paragraph) => string
  readonly lines: (paragraph: Paragraph) => readonly NoteLine[]
  readonly notesOf: (paragraph: Paragraph) => string
  readonly hidden: (count: number) => string
}

export interface NoteLine {
  readonly code: string
  readonly ink: 'ours' | 'chair' | 'others'
  readonly wish: string
  readonly by: string
}

export interface FrameOptions {
  readonly words: () => FrameWords
  /** The language of the screen; the words of the text have their own. */
  readonly language: () => string
  readonly gone: (id: string, frame: Frame) => void
}

/** Shown whole; hidden by the filter; or, first of several hidden ones, their one grey line. */
export type Fold = 'shown' | 'hidden' | number

const headingTags = ['h2', 'h2', 'h3', 'h4'] as const

function tagOf(kind: string, level: number): string {
  if (kind === 'title') return 'h1'
  return kind === 'heading' ? (headingTags[level] ?? 'h4') : 'p'
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  return made
}

/** A part the caret cannot enter and no test or reader takes for words of the text. */
function aside(className: string, language: string): HTMLElement {
  const made = element('div', className)
  made.contentEditable = 'false'
  made.dataset['notText'] = ''
  made.lang = language
  return made
}

export class Frame implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly id: string
  readonly label: HTMLButtonElement
  readonly #options: FrameOptions
  readonly #kind: string
  readonly #level: number
  readonly #margin: HTMLElement
  readonly #state: HTMLElement
  readonly #notes: HTMLElement
  #shown: Paragraph | null = null
  #isHere = false
  #fold: Fold = 'shown'

  constructor(node: ProseNode, options: FrameOptions) {
    const { id, kind, level } = node.attrs
    this.#options = options
    this.id = String(id ?? '')
    this.#kind = String(kind)
    this.#level = Number(level)
    this.dom = element('article', `para ${this.#kind} level-${this.#level}`)
    this.dom.dataset['block'] = this.id
    const language = options.language()
    this.#margin = aside('para-margin', language)
    this.label = element('button', 'para-label') as HTMLButtonElement
    this.label.type = 'button'
    this.label.tabIndex = -1
    this.#state = element('span', 'para-state')
    this.#margin.append(this.label, this.#state)
    this.contentDOM = element(tagOf(this.#kind, this.#level), 'para-words')
    this.#notes = aside('para-notes', language)
    this.#notes.hidden = true
    this.dom.append(this.#margin, this.contentDOM, this.#notes)
  }

  /** ProseMirror: the node has changed. Another kind or level is another frame. */
  update(node: ProseNode): boolean {
    const { id, kind, level } = node.attrs
    return String(id ?? '') === this.id && kind === this.#kind && Number(level) === this.#level
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Node && this.#isFrame(event.target)
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.target === this.dom || this.#isFrame(mutation.target)
  }

  destroy(): void {
    this.#options.gone(this.id, this)
  }

  #isFrame(node: Node): boolean {
    return this.#margin.contains(node) || this.#notes.contains(node)
  }

  /** Draws what is said around the words. `here`: the caret or the focus is in this paragraph. */
  show(paragraph: Paragraph, here: boolean, fold: Fold): void {
    if (fold !== this.#fold) this.#showFold(fold)
    if (paragraph === this.#shown && here === this.#isHere) return
    const isNew = paragraph !== this.#shown
    this.#shown = paragraph
    this.#isHere = here
    this.dom.classList.toggle('here', here)
    if (isNew) this.#showMargin(paragraph)
    this.#showNotes(paragraph, here)
  }

  /** Said again: the language of the screen has changed. */
  repeat(): void {
    const language = this.#options.language()
    this.#margin.lang = language
    this.#notes.lang = language
    const paragraph = this.#shown
    this.#shown = null
    if (paragraph) this.show(paragraph, this.#isHere, this.#fold)
  }

  #showMargin(paragraph: Paragraph): void {
    const words = this.#options.words()
    const { label, state, proposedBy, alternative, struckBy, kind } = paragraph
    const { dataset } = this.dom
    dataset['label'] = label.text
    dataset['state'] = state ?? ''
    dataset['proposed'] = proposedBy === null ? '' : alternative ? 'alternative' : 'paragraph'
    dataset['struck'] = struckBy.join(' ')
    const quiet = kind === 'title' || kind === 'heading' || label.text === ''
    this.label.textContent = label.text || words.kind(paragraph)
    this.label.classList.toggle('quiet-label', quiet)
    this.label.setAttribute('aria-label', words.spoken(paragraph))
    this.#state.textContent = words.state(paragraph)
    if (label.number && paragraph.level > 1) this.contentDOM.dataset['number'] = label.number
    else delete this.contentDOM.dataset['number']
  }

  #showNotes(paragraph: Paragraph, here: boolean): void {
    const words = this.#options.words()
    const { length } = paragraph.proposals
    this.#notes.hidden = length === 0
    if (length === 0) {
      this.#notes.replaceChildren()
      return
    }
    this.#notes.role = 'group'
    this.#notes.ariaLabel = words.notesOf(paragraph)
    if (!here) {
      const count = element('p', 'para-count')
      count.textContent = words.count(paragraph)
      this.#notes.replaceChildren(count)
      return
    }
    const list = element('ul', 'para-lines')
    for (const { code, ink, wish, by } of words.lines(paragraph)) {
      const line = element('li', ink)
      const who = element('b', 'para-code')
      who.textContent = code
      line.append(who, ` ${wish}`)
      if (by) {
        const person = element('span', 'para-by')
        person.textContent = by
        line.append(person)
      }
      list.append(line)
    }
    this.#notes.replaceChildren(list)
  }

  #showFold(fold: Fold): void {
    this.#fold = fold
    this.dom.classList.toggle('filtered', fold !== 'shown')
    this.dom.hidden = fold === 'hidden'
    if (typeof fold === 'number') this.dom.dataset['fold'] = this.#options.words().hidden(fold)
    else delete this.dom.dataset['fold']
  }
}
