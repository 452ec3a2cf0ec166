// Puts an editor on the page. In: an element, a synced document's binding, the page's words and
// callbacks. Out: the view with everything attached, and the few things the page asks of it. Keeps: it is
// mounted after sync only; whoever may not write, or meets an unknown block, reads.

import { EditorState } from 'prosemirror-state'
import { EditorView, type NodeViewConstructor } from 'prosemirror-view'
import type * as Y from 'yjs'
import { assert } from '#shared/assert.ts'
import type { PartyCode } from '#shared/ids.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { PresenceCursor } from '#shared/wire.ts'
import type { Binding } from './binding.ts'
import { createGate, strikeBeforeComposing, type Gate } from './composition.ts'
import { cursorOf, cursors, showCursors, type RemoteCursor } from './cursors.ts'
import { lightParty, marks } from './decorations.ts'
import { caretInto, keys, type KeyCallbacks } from './keys.ts'
import type { Look } from './look.ts'
import { clipboard } from './paste.ts'
import { schema } from './schema.ts'

export interface MountOptions extends KeyCallbacks {
  readonly host: HTMLElement
  readonly doc: Y.Doc
  readonly binding: Binding
  /** The accessible name: "Text of …". */
  readonly label: string
  /** Id of the element that says what typing does here. */
  readonly describedBy?: string
  /** BCP 47: the language the text is in. */
  readonly language: string
  /** Asked at every drawing; after a change of language call `binding.redraw()`. */
  readonly look: () => Look
  /** What the page draws around a block's words: its margins. */
  readonly nodeViews?: Readonly<Record<string, NodeViewConstructor>>
  /** A gesture was not carried out. */
  readonly onRefusal: (refusal: Refusal) => void
  /** The caret moved, or the words around it: `null` while it is in no block or not in the text. */
  readonly onCursor?: (cursor: PresenceCursor | null) => void
}

export interface MountedEditor {
  readonly view: EditorView
  /** Ask it for each frame before `Y.applyUpdate`. */
  readonly gate: Gate
  /** False when an unknown block or the standing makes the text read-only. */
  readonly writable: boolean
  showCursors(remote: readonly RemoteCursor[]): void
  /** The caret into a paragraph, and the keyboard with it. */
  focusBlock(block: Y.XmlElement): void
  light(party: PartyCode | null): void
  /** Shows or hides the codes. */
  showNames(on: boolean): void
  /** After the standing, the language or the name of the text has changed. */
  refresh(changed?: { readonly label?: string; readonly language?: string }): void
  destroy(): void
}

export function mountEditor(options: MountOptions): MountedEditor {
  const { host, doc, binding, look, onRefusal, onCursor } = options
  assert(doc === binding.doc, 'the binding of this document')
  let { label, language } = options
  let latest: readonly RemoteCursor[] = []
  let namesShown = true
  const writable = () => binding.standing.writing !== null && binding.understood

  const view: EditorView = new EditorView(host, {
    state: EditorState.create({
      doc: binding.initialDocument(schema),
      plugins: [
        marks(binding, look),
        cursors(binding, look),
        keys(binding, options),
        clipboard(onRefusal),
      ],
    }),
    editable: writable,
    ...(options.nodeViews ? { nodeViews: options.nodeViews } : {}),
    attributes: () => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-readonly': String(!writable()),
      ...(options.describedBy ? { 'aria-describedby': options.describedBy } : {}),
      lang: language,
      spellcheck: 'true',
      translate: 'no',
      class: `negotiating-text${namesShown ? '' : ' names-off'}`,
      ...(writable() ? {} : { tabindex: '0' }),
    }),
    dispatchTransaction(transaction) {
      const refusal = binding.dispatch(transaction)
      if (refusal) onRefusal(refusal)
      else if (transaction.docChanged || transaction.selectionSet) tellCursor()
    },
    handleDOMEvents: {
      compositionstart: strikeBeforeComposing,
      compositionend: () => void setTimeout(() => showCursors(view, latest), 50),
      beforeinput: (_view, event) => interceptInput(binding, event),
      blur: () => void onCursor?.(null),
      focus: () => void tellCursor(),
    },
  })
  const tellCursor = () => onCursor?.(view.hasFocus() ? cursorOf(view.state, binding) : null)

  binding.attach(view)
  const gate = createGate(view)

  return {
    view,
    gate,
    get writable() {
      return writable()
    },
    showCursors(remote) {
      latest = remote
      showCursors(view, remote)
    },
    focusBlock(block) {
      const index = binding.order.indexOf(block)
      if (index >= 0) view.dispatch(caretInto(view.state, index))
      view.focus()
    },
    light: (party) => lightParty(view, party),
    showNames(on) {
      namesShown = on
      view.setProps({})
    },
    refresh(changed = {}) {
      label = changed.label ?? label
      language = changed.language ?? language
      view.setProps({})
      binding.redraw()
    },
    destroy() {
      gate.destroy()
      view.destroy()
    },
  }
}

/** The browser's own undo, and its formatting, know nothing of whose words these are. */
function interceptInput(binding: Binding, event: InputEvent): boolean {
  const { inputType } = event
  const isUndo = inputType === 'historyUndo'
  if (!isUndo && inputType !== 'historyRedo' && !inputType.startsWith('format')) return false
  event.preventDefault()
  if (isUndo) binding.undo()
  else if (inputType === 'historyRedo') binding.redo()
  return true
}
