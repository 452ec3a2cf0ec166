// Puts an editor on the page. In: an element, a synced document's binding, the page's words and
// callbacks. Out: the view with everything attached, and the few things the page asks of it. Keeps:
// it is mounted after sync only; whoever may not write, or meets an unknown block, reads.

import { EditorState } from 'prosemirror-state'
import { EditorView, type DirectEditorProps, type NodeViewConstructor } from 'prosemirror-view'
import type * as Y from 'yjs'
import { assert } from '#shared/assert.ts'
import type { PartyCode } from '#shared/ids.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { PresenceCursor } from '#shared/wire.ts'
import type { Binding } from './binding.ts'
import { createGate, strikeBeforeComposing, type Gate } from './composition.ts'
import { cursorOf, cursors, showCursors, type RemoteCursor } from './drawing/cursors.ts'
import { lightParty, marks } from './drawing/decorations.ts'
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

/** What the page may change after mounting. */
interface Shown {
  label: string
  language: string
  names: boolean
  cursors: readonly RemoteCursor[]
}

export function mountEditor(options: MountOptions): MountedEditor {
  const { host, doc, binding, label, language } = options
  assert(doc === binding.doc, 'the binding of this document')
  const shown: Shown = { label, language, names: true, cursors: [] }
  const view = new EditorView(host, propsOf(options, shown))
  binding.attach(view)
  const gate = createGate(view)
  return {
    view,
    gate,
    get writable() {
      return isWritable(binding)
    },
    showCursors(remote) {
      shown.cursors = remote
      showCursors(view, remote)
    },
    focusBlock(block) {
      const index = binding.order.indexOf(block)
      if (index >= 0) view.dispatch(caretInto(view.state, index))
      view.focus()
    },
    light: (party) => lightParty(view, party),
    showNames(on) {
      shown.names = on
      view.setProps({})
    },
    refresh(changed = {}) {
      Object.assign(shown, changed)
      view.setProps({})
      binding.redraw()
    },
    destroy() {
      binding.attach(null)
      gate.destroy()
      view.destroy()
    },
  }
}

const isWritable = (binding: Binding) => binding.standing.writing !== null && binding.understood

function propsOf(options: MountOptions, shown: Shown): DirectEditorProps {
  const { binding, look, onRefusal, onCursor } = options
  const tellCursor = (view: EditorView) =>
    onCursor?.(view.hasFocus() ? cursorOf(view.state, binding) : null)
  return {
    state: EditorState.create({
      doc: binding.initialDocument(schema),
      plugins: [
        marks(binding, look),
        cursors(binding, look),
        keys(binding, options),
        clipboard(onRefusal),
      ],
    }),
    editable: () => isWritable(binding),
    ...(options.nodeViews ? { nodeViews: options.nodeViews } : {}),
    attributes: () => attributesFor(options, shown),
    dispatchTransaction(this: EditorView, transaction) {
      const refusal = binding.dispatch(transaction)
      if (refusal) onRefusal(refusal)
      else if (transaction.docChanged || transaction.selectionSet) tellCursor(this)
    },
    handleDOMEvents: {
      compositionstart: strikeBeforeComposing,
      // Carets that came meanwhile, once ProseMirror has read what was composed.
      compositionend: (view) => void setTimeout(() => showCursors(view, shown.cursors), 50),
      beforeinput: (_view, event) => interceptInput(binding, event),
      blur: () => void onCursor?.(null),
      focus: (view) => void tellCursor(view),
    },
  }
}

function attributesFor(
  { binding, describedBy }: MountOptions,
  { label, language, names }: Shown,
): Record<string, string> {
  const writable = isWritable(binding)
  const attributes: Record<string, string> = {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-readonly': String(!writable),
    lang: language,
    spellcheck: 'true',
    translate: 'no',
    class: `negotiating-text${names ? '' : ' names-off'}`,
  }
  if (describedBy) attributes['aria-describedby'] = describedBy
  // What is not editable is reached by the keyboard all the same.
  if (!writable) attributes['tabindex'] = '0'
  return attributes
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
