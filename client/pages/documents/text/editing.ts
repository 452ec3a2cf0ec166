// The editor on one copy of the text. In: a copy, the element it is mounted on, what the page
// says around the words. Out: paragraphs as they change, carets of others, this page's caret.
// Keeps: frames from the hub wait while a letter is composed; margins follow once a frame;
// nothing of it outlives its copy.

import type * as Y from 'yjs'
import { idOf } from '#shared/document/blocks.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Phase } from '#shared/law/phases.ts'
import type { Standing } from '#shared/law/standing.ts'
import type { Refusal } from '#shared/refusal.ts'
import { Binding } from '../../../editor/binding.ts'
import type { Redrawn } from '../../../editor/changes.ts'
import { mountEditor, type MountedEditor } from '../../../editor/mount.ts'
import type { DocumentCopy } from '../../../hub/document-copy.ts'
import type { Piece } from '../../../hub/kept-words.ts'
import { Presence } from '../../../hub/presence.ts'
import { stepOverEdges } from './edge-keys.ts'
import type { Frames } from './frames.ts'
import { lookFor } from './look.ts'
import { Paragraphs, type Paragraph } from './paragraphs.ts'
import { caretOf, putBack, putCaret, type CaretPlace } from './put-back.ts'

export interface EditingOptions {
  readonly copy: DocumentCopy
  readonly host: HTMLElement
  readonly frames: Frames
  readonly language: Language
  readonly party: string | null
  readonly title: string
  readonly phase: Phase
  /** The accessible name of the text, and the id of what says how typing works here. */
  readonly label: () => string
  readonly describedBy: string
  readonly shown: (list: readonly Paragraph[]) => void
  readonly present: (codes: readonly string[]) => void
  /** The caret is in this paragraph; null while it is in none. */
  readonly here: (id: string) => void
  readonly refused: (refusal: Refusal) => void
  /** The text holds something this page does not know. */
  readonly unknown: (isUnknown: boolean) => void
}

export class Editing {
  readonly #options: EditingOptions
  readonly #binding: Binding
  readonly #editor: MountedEditor
  readonly #presence: Presence
  readonly #paragraphs: Paragraphs
  readonly #stops: (() => void)[] = []
  #changed: Set<Y.XmlElement> | 'all' | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #standing: ReturnType<typeof setTimeout> | undefined
  #leases: number
  #units = 0
  #isFrozen = false
  #cursors = '[]'

  constructor(options: EditingOptions, caret: CaretPlace | null) {
    const { copy, host, language, party, frames } = options
    this.#options = options
    this.#leases = copy.leases.size
    this.#binding = new Binding({
      doc: copy.doc,
      partyOf: copy.partyOf,
      standing: standingOf(copy, options.phase),
      unit: () => `${copy.doc.clientID.toString(36)}.${Date.now().toString(36)}.${this.#units++}`,
      clientId: copy.doc.clientID,
    })
    this.#paragraphs = new Paragraphs(this.#binding, {
      language,
      party,
      nameOf: (client) => copy.leases.get(client)?.name,
      title: options.title,
    })
    this.#presence = new Presence(copy, () => this.#showPresence())
    this.#editor = mountEditor({
      host,
      doc: copy.doc,
      binding: this.#binding,
      label: options.label(),
      describedBy: options.describedBy,
      language,
      look: () => lookFor(copy, party),
      nodeViews: { block: frames.nodeView },
      onRefusal: options.refused,
      onCursor: (cursor) => {
        this.#presence.publish(cursor)
        this.#stand(cursor?.block ?? null)
      },
    })
    this.#hold()
    this.#stops.push(stepOverEdges(this.#editor.view))
    this.#stops.push(this.#binding.onAttribution((redrawn) => this.#redrawn(redrawn)))
    this.#redrawn('all')
    this.#draw()
    this.#showPresence()
    if (caret) putCaret(this.#editor.view, this.#binding, caret)
  }

  /**
   * The reader is at this paragraph. Said a moment later: a click gives the focus before it moves
   * the caret, and the old place is not to be drawn once more in between.
   */
  #stand(block: string | null): void {
    clearTimeout(this.#standing)
    if (block !== null) this.#standing = setTimeout(() => this.#options.here(block), 25)
  }

  /** Frames of the hub wait, in order, while a letter is being composed. */
  #hold(): void {
    const { copy } = this.#options
    const { gate } = this.#editor
    const held: (() => void)[] = []
    copy.hold = (run) => {
      if (gate.hold()) return void held.push(run)
      this.#readSelection()
      run()
    }
    const release = () => {
      this.#readSelection()
      for (const run of held.splice(0)) run()
    }
    this.#stops.push(gate.onFlush(release), release)
  }

  /**
   * A click has moved the caret, and the browser has not yet said so: whatever is drawn from
   * outside in this moment would put it back where it was. `flush` is ProseMirror's own, not in
   * its types.
   */
  #readSelection(): void {
    const { view } = this.#editor
    const { domObserver } = view as unknown as { domObserver: { flush(): void } }
    if (!view.composing) domObserver.flush()
  }

  #redrawn(redrawn: Redrawn): void {
    if (redrawn === 'all' || this.#changed === 'all') this.#changed = 'all'
    else {
      this.#changed ??= new Set()
      for (const block of redrawn) this.#changed.add(block)
    }
    // Not an animation frame: a page in the background has none, and its outline is read on return.
    this.#timer ??= setTimeout(() => this.#draw(), 30)
  }

  #draw(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const changed = this.#changed
    this.#changed = null
    if (changed && this.#paragraphs.refresh(changed)) this.#options.shown(this.#paragraphs.list)
    this.#options.unknown(!this.#binding.understood)
  }

  #showPresence(): void {
    const cursors = this.#presence.cursors()
    const said = JSON.stringify(cursors)
    if (said !== this.#cursors) {
      this.#cursors = said
      this.#readSelection()
      this.#editor.showCursors(cursors)
    }
    this.#options.present(this.#presence.parties())
  }

  /** Someone new writes: names may be known by now. */
  learn(): void {
    const { size } = this.#options.copy.leases
    if (size === this.#leases) return
    this.#leases = size
    this.#readSelection()
    this.#binding.redraw()
  }

  /** The language of the screen has changed. */
  repeat(): void {
    this.#readSelection()
    this.#editor.refresh({ label: this.#options.label() })
    this.#redrawn('all')
  }

  personsOf(party: string): readonly string[] {
    return this.#presence.personsOf(party)
  }

  caret(): CaretPlace | null {
    return caretOf(this.#editor.view, this.#binding)
  }

  caretInto(id: string): void {
    const block = this.#binding.order.find((one) => idOf(one) === id)
    if (block) this.#editor.focusBlock(block)
  }

  focus(): void {
    this.#editor.view.focus()
  }

  /** False where its place is gone, or this page only reads. */
  insertAgain(piece: Piece): boolean {
    return this.#editor.writable && putBack(this.#editor.view, this.#binding, piece)
  }

  undo(): boolean {
    return this.#binding.undo()
  }

  /** Nothing is heard or written any more; what stands on screen stays there until `stop`. */
  freeze(): void {
    if (this.#isFrozen) return
    this.#isFrozen = true
    if (this.#timer) clearTimeout(this.#timer)
    clearTimeout(this.#standing)
    for (const stop of this.#stops.splice(0)) stop()
    this.#options.copy.hold = (run) => run()
    this.#presence.stop()
    this.#binding.destroy()
    this.#editor.view.setProps({ editable: () => false })
  }

  stop(): void {
    this.freeze()
    this.#editor.destroy()
  }
}

function standingOf({ hello }: DocumentCopy, phase: Phase): Standing {
  return {
    phase,
    writing: hello?.lease ? hello.writing : null,
    party: hello?.lease?.party ?? null,
    readsBecause: hello?.readsBecause ?? null,
  }
}
