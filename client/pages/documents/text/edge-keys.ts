// Left and right over the edge of a paragraph. In: key presses in the editor. Out: the caret at
// the nearest edge of the next paragraph. Keeps: the margins between two paragraphs are no
// letters: browsers that step over them skip the first real letter as well.

import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Listens until the returned function is called. */
export function stepOverEdges(view: EditorView): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, shiftKey, isComposing, key } = event
    if (ctrlKey || metaKey || altKey || shiftKey || isComposing) return
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    if (by === 0 || !step(view, by)) return
    event.preventDefault()
    event.stopPropagation()
  }
  view.dom.addEventListener('keydown', onKey, { capture: true })
  return () => view.dom.removeEventListener('keydown', onKey, { capture: true })
}

/** True when the caret stood at an edge and has gone over it. */
function step(view: EditorView, by: 1 | -1): boolean {
  const { selection, doc } = view.state
  const { $head, empty } = selection
  if (!empty || $head.depth === 0) return false
  const edge = by > 0 ? $head.parent.content.size : 0
  const index = $head.index(0) + by
  if ($head.parentOffset !== edge || index < 0 || index >= doc.childCount) return false
  const start = doc.resolve(0).posAtIndex(index, 0) + 1
  const at = by > 0 ? start : start + doc.child(index).content.size
  view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, at)).scrollIntoView())
  return true
}
