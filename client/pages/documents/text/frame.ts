// The frame around one paragraph of the editor: label and state before its words, proposals
// behind them, in reading order (UX §8). In: a ProseMirror node, the paragraph's facts. Out: a
// node view whose words alone belong to the editor. Keeps: nothing is drawn twice that is the
// same; what the frame does to its own elements never reaches ProseMirror.

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
  /** Said behind the words: who proposed the paragraph, who wants it away. */
  readonly after: (paragraph: Paragraph) => string
  readonly placeholder: (paragraph: Paragraph) => string
  readonly begins: (paragraph: Paragraph) => string
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
  /** The reader has clicked the label. */
  readonly choose: (id: string) => void
  /** The reader wants to see what the filter has folded away here. */
  readonly unfold: (id: string) => void
}

/** Shown whole; hidden by the filter; or, first of several hidden ones, their one grey line. */
export type Fold = 'shown' | 'hidden' | number

const headingTags = ['h2', 'h2', 'h3', 'h4'] as const

/** Of several title lines one is the title: which one is told by `show`. */
function tagOf(kind: string, level: number): string {
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

function setOrDrop(dataset: DOMStringMap, name: string, value: string): void {
  if (value === '') delete dataset[name]
  else if (dataset[name] !== value) dataset[name] = value
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
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
  #line: HTMLElement | null = null

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
    this.label.addEventListener('focus', () => this.dom.classList.add('chosen'))
    this.label.addEventListener('blur', () => this.dom.classList.remove('chosen'))
    this.label.addEventListener('click', () => options.choose(this.id))
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
    // Attributes of the words' own element are ours too: ProseMirror would draw it anew at every
    // key, and break the composition in it.
    const { target, type } = mutation
    const isOurs = target === this.dom || (type === 'attributes' && target === this.contentDOM)
    return isOurs || this.#isFrame(target)
  }

  destroy(): void {
    this.#options.gone(this.id, this)
  }

  #isFrame(node: Node): boolean {
    return [this.#margin, this.#notes, this.#line].some((part) => part?.contains(node))
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
    setOrDrop(dataset, 'begins', words.begins(paragraph))
    if (kind === 'title') this.#showTitle(paragraph.isMainTitle)
    setText(this.label, label.text || words.kind(paragraph))
    this.label.classList.toggle('quiet-label', quiet)
    const spoken = words.spoken(paragraph)
    if (this.label.ariaLabel !== spoken) this.label.ariaLabel = spoken
    setText(this.#state, words.state(paragraph))
    const { dataset: own } = this.contentDOM
    setOrDrop(own, 'after', words.after(paragraph))
    setOrDrop(own, 'placeholder', words.placeholder(paragraph))
    setOrDrop(own, 'number', paragraph.level > 1 ? label.number : '')
  }

  #showTitle(isMain: boolean): void {
    this.dom.classList.toggle('main-title', isMain)
    this.contentDOM.role = isMain ? 'heading' : null
    this.contentDOM.ariaLevel = isMain ? '1' : null
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
    this.#line?.remove()
    this.#line = null
    if (typeof fold !== 'number') return
    const button = element('button', 'para-fold-button') as HTMLButtonElement
    button.type = 'button'
    button.textContent = this.#options.words().hidden(fold)
    button.addEventListener('click', () => this.#options.unfold(this.id))
    this.#line = aside('para-fold', this.#options.language())
    this.#line.append(button)
    this.dom.append(this.#line)
  }
}
