// The desk of one reader at one text: the document door, the editor on it, and what the page
// shows. In: the document's facts, who reads. Out: signals, and the few things a page can do.
// Keeps: one copy and one editor at a time; while a copy is replaced the old words stay on
// screen, unwritable; the caret comes back to the same paragraph.

import type { Accessor } from 'solid-js'
import { onCleanup } from 'solid-js'
import type { AccountId } from '#shared/ids.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { DocumentView } from '../../../../server/documents/views.ts'
import { DocumentLink } from '../../../hub/document.ts'
import { holdsOf } from '../../../hub/document-place.ts'
import { shouldWarnBeforeLeaving } from '../../../hub/document-truth.ts'
import { keep, peek, take } from '../../../hub/kept-words.ts'
import { language, words } from '../../../ui/words.ts'
import { createDeskState } from './desk-state.ts'
import { Editing } from './editing.ts'
import { frameWords } from './frame-words.ts'
import { Frames } from './frames.ts'
import { piecesOf, type CaretPlace } from './put-back.ts'

const numberMs = 1_000

/** The id of the element that says what typing does here. */
export const hintId = 'text-hint'

export class Desk {
  readonly state = createDeskState()
  readonly frames: Frames
  readonly link: DocumentLink
  readonly #view: Accessor<DocumentView>
  readonly #refused: (refusal: Refusal) => void
  #host: HTMLElement | null = null
  #editing: Editing | null = null
  /** The editor of a copy that is gone, until the next one stands in its place. */
  #still: Editing | null = null
  #caret: CaretPlace | null = null
  #numberTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    view: Accessor<DocumentView>,
    account: AccountId,
    refused: (refusal: Refusal) => void,
  ) {
    this.#view = view
    this.#refused = refused
    this.frames = new Frames(() => frameWords(words(), this.party), language, {
      choose: (id) => this.choose(id),
      unfold: (id) => this.state.unfold(id),
    })
    this.link = this.#linkFor(account)
    listen(this.link)
    onCleanup(() => this.#leave())
  }

  /** The reader's delegation. */
  get party(): string {
    return this.#view().seat.party
  }

  /** What the hub said of this connection; follows the copies. */
  get hello() {
    this.state.copies()
    this.state.stage()
    return this.link.copy?.hello ?? null
  }

  get editing(): Editing | null {
    return this.#editing
  }

  #linkFor(account: AccountId): DocumentLink {
    const document = this.#view().document.id
    const labelOf = (id: string) => this.state.list().find((one) => one.id === id)?.label.text ?? ''
    return new DocumentLink({
      account,
      document,
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`,
      WebSocket,
      storage: sessionStorage,
      holds: holdsOf(navigator.locks, Date.now),
      kept: { keep, peek, take },
      now: Date.now,
      random: Math.random,
      gather: (copy) => piecesOf(copy, labelOf),
      changed: () => this.#refresh(),
      opened: () => this.#open(),
      closing: () => this.#close(),
    })
  }

  start(): void {
    void this.link.start()
  }

  /** The element the editor is mounted on. */
  attach(host: HTMLElement): void {
    this.#host = host
    if (this.link.copy?.isReady) this.#mount()
  }

  /** The reader is at this paragraph. */
  choose(id: string): void {
    const { state } = this
    if (id === state.here()) return
    state.setHere(id)
    this.frames.show(state.list(), id, state.folds())
  }

  personsOf(code: string): readonly string[] {
    this.state.parties()
    return this.#editing?.personsOf(code) ?? []
  }

  /** The language of the screen has changed. */
  repeat(): void {
    this.frames.repeat()
    this.#editing?.repeat()
  }

  #refresh(): void {
    const { state, link } = this
    state.setStage(link.stage)
    state.setFacts(link.facts)
    state.setOffers(link.offers)
    state.setAttempts(link.copy?.attempts ?? 0)
    this.#editing?.learn()
    if (link.stage !== 'open' && link.stage !== 'opening') this.#clear()
    // The number moves with every letter anybody types: said once a second, it can be read.
    this.#numberTimer ??= setTimeout(() => {
      this.#numberTimer = undefined
      state.setSeq(link.copy?.seq ?? state.seq())
    }, numberMs)
  }

  #open(): void {
    const { state, link } = this
    state.setSeq(link.copy!.seq)
    state.setCopies(state.copies() + 1)
    if (this.#host) this.#mount()
  }

  #mount(): void {
    const { copy } = this.link
    const host = this.#host
    if (!copy || !host || this.#editing) return
    this.#clear()
    const { state, frames, party } = this
    const { title, language: tongue, phase } = this.#view().document
    this.#editing = new Editing(
      {
        copy,
        host,
        frames,
        party,
        title,
        phase,
        language: tongue,
        label: () => words().text.page.editorLabel(title),
        describedBy: hintId,
        shown: (next) => {
          state.setList(next)
          frames.show(next, state.here(), state.folds())
        },
        present: (codes) => state.setParties(codes),
        here: (id) => this.choose(id),
        refused: this.#refused,
        unknown: (isUnknown) => state.setUnknown(isUnknown),
      },
      this.#caret,
    )
  }

  /** The copy is going: its words stay on screen until the next one is there. */
  #close(): void {
    const editing = this.#editing
    if (!editing) return
    this.#caret = editing.caret()
    this.#editing = null
    this.#still = editing
    editing.freeze()
  }

  #clear(): void {
    this.#still?.stop()
    this.#still = null
  }

  #leave(): void {
    clearTimeout(this.#numberTimer)
    this.#close()
    this.#clear()
    this.link.stop()
  }
}

/** What the browser tells a page about its own life. */
function listen(link: DocumentLink): void {
  const warn = (event: Event) => shouldWarnBeforeLeaving(link.facts) && event.preventDefault()
  const listeners: [EventTarget, string, (event: Event) => void][] = [
    [window, 'online', () => link.online()],
    [window, 'offline', () => link.offline()],
    [window, 'pagehide', () => void link.keepNow()],
    [document, 'visibilitychange', () => document.hidden && void link.keepNow()],
    [window, 'beforeunload', warn],
  ]
  for (const [target, type, run] of listeners) target.addEventListener(type, run)
  onCleanup(() => {
    for (const [target, type, run] of listeners) target.removeEventListener(type, run)
  })
}
