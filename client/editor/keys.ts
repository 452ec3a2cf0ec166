// What keys do in the text. In: a state and a way to dispatch, as ProseMirror's commands have them.
// Out: transactions that the binding turns into proposals or base words. Keeps: a key of ours never
// leaves half a letter, never joins what may not be joined, never bites into the paragraph before
// (UX §7).

import { selectAll } from 'prosemirror-commands'
import { keydownHandler } from 'prosemirror-keymap'
import { Fragment, Slice } from 'prosemirror-model'
import {
  AllSelection,
  Plugin,
  Selection,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { must } from '#shared/assert.ts'
import type { Binding } from './binding.ts'
import { letterAfter, letterBefore } from './writing/boundaries.ts'
import { caretForwards } from './writing/to-document.ts'

type Dispatch = ((transaction: Transaction) => void) | undefined

export interface KeyCallbacks {
  /** Ctrl/Cmd+S. */
  readonly onSave?: () => void
  /** Escape: to the paragraph the caret stands in. */
  readonly onEscape?: () => void
}

/** A new block at the caret: the binding proposes one, or splits for the pen. */
export const enter: Command = (state, dispatch) => {
  if (!dispatch) return true
  const block = must(state.schema.nodes['block'], 'blocks').create()
  const { selection, doc } = state
  const $from = selection.$from
  if (doc.childCount === 0 || selection instanceof AllSelection || $from.depth === 0) {
    dispatch(state.tr.replace(selection.from, selection.to, new Slice(Fragment.from(block), 0, 0)))
    return true
  }
  const transaction = state.tr
  if (!selection.empty) transaction.deleteSelection()
  const at = transaction.mapping.map(selection.from)
  const halves = new Slice(Fragment.from([block, block.copy()]), 1, 1)
  dispatch(transaction.replace(at, at, halves).scrollIntoView())
  return true
}

/** Backspace and Delete by letters; at the edges of a block each binding rule has its own. */
export const deleteBackward =
  (binding: Binding): Command =>
  (state, dispatch) =>
    deleteSelected(state, dispatch) || deleteBeside(binding, state, dispatch, -1)

export const deleteForward =
  (binding: Binding): Command =>
  (state, dispatch) =>
    deleteSelected(state, dispatch) || deleteBeside(binding, state, dispatch, 1)

function deleteSelected(state: EditorState, dispatch: Dispatch): boolean {
  if (state.selection.empty) return false
  dispatch?.(state.tr.deleteSelection().scrollIntoView())
  return true
}

function deleteBeside(
  binding: Binding,
  state: EditorState,
  dispatch: Dispatch,
  direction: -1 | 1,
): boolean {
  const { $head, head } = state.selection
  if ($head.depth === 0) return true
  const words = $head.parent.textContent
  const offset = $head.parentOffset
  const start = head - offset
  if (direction < 0 ? offset > 0 : offset < words.length) {
    const from = direction < 0 ? start + letterBefore(words, offset) : head
    const to = direction < 0 ? head : start + letterAfter(words, offset)
    dispatch?.(state.tr.delete(from, to).scrollIntoView())
    return true
  }
  deleteAtEdge(binding, state, dispatch, direction)
  return true
}

/** The pen merges; a delegation only takes back an empty block of its own. */
function deleteAtEdge(
  binding: Binding,
  state: EditorState,
  dispatch: Dispatch,
  direction: -1 | 1,
): void {
  const { $head } = state.selection
  const index = $head.index(0)
  const beside = index + direction
  if (binding.standing.writing === 'base') {
    if (beside < 0 || beside >= state.doc.childCount) return
    const edge = direction < 0 ? $head.before(1) : $head.after(1)
    dispatch?.(state.tr.delete(edge - 1, edge + 1).scrollIntoView())
    return
  }
  const target = isEmptyOwn(binding, state, index) ? index : beside
  if (!isEmptyOwn(binding, state, target)) return
  const start = state.doc.resolve(0).posAtIndex(target, 0)
  const transaction = state.tr.delete(start, start + 2)
  if (direction > 0) transaction.setMeta(caretForwards, true)
  dispatch?.(transaction.scrollIntoView())
}

function isEmptyOwn({ standing }: Binding, state: EditorState, index: number): boolean {
  const node = state.doc.maybeChild(index)
  return (
    !!node &&
    node.content.size === 0 &&
    standing.party !== null &&
    node.attrs['proposedBy'] === standing.party
  )
}

/** Puts the caret at the start of a block; the page calls it after its own navigation. */
export function caretInto(state: EditorState, index: number): Transaction {
  const position = state.doc.resolve(0).posAtIndex(index, 0)
  return state.tr.setSelection(Selection.near(state.doc.resolve(position), 1)).scrollIntoView()
}

export function keys(binding: Binding, callbacks: KeyCallbacks = {}): Plugin {
  const undo: Command = () => (binding.undo(), true)
  const redo: Command = () => (binding.redo(), true)
  const backward = deleteBackward(binding)
  const forward = deleteForward(binding)
  const onKey = keydownHandler({
    Enter: enter,
    'Shift-Enter': enter,
    Backspace: backward,
    'Shift-Backspace': backward,
    Delete: forward,
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-a': selectAll,
    'Mod-s': () => (callbacks.onSave?.(), true),
    Escape: () => (callbacks.onEscape?.(), callbacks.onEscape !== undefined),
  })
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (isGuessed(view.state, event)) return false
        if (event instanceof KeyboardEvent && !view.composing) readSelection(view)
        return onKey(view, event)
      },
    },
  })
}

/**
 * On a busy machine a key can come before the browser has told of the selection that the key
 * before it made: Shift+→, Shift+→, Delete would take one letter. ProseMirror can read it now, but
 * keeps how to itself.
 */
function readSelection(view: EditorView): void {
  const { domObserver } = view as unknown as { readonly domObserver: { flush(): void } }
  domObserver.flush()
}

/**
 * ProseMirror tells us "Backspace" for any deletion it has read from the DOM: a word a telephone's
 * keyboard took back, a cancelled composition. It knows exactly what went; we would take one
 * letter.
 */
function isGuessed({ selection }: EditorState, event: Event): boolean {
  const made = !(event instanceof KeyboardEvent) && (event as KeyboardEvent).key === 'Backspace'
  return made && (!selection.empty || selection.$head.parentOffset > 0)
}
