// Words put back into the text, and the caret found again on another copy. In: a piece, a caret
// by what it stood beside. Out: ordinary gestures of the editor. Keeps: what is put back is
// proposed anew, by the laws of now; nothing is put where its paragraph is gone.

import { Selection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { idOf } from '#shared/document/blocks.ts'
import type { Binding } from '../../../editor/binding.ts'
import { enter } from '../../../editor/keys.ts'
import { unacknowledged } from '../../../editor/recover.ts'
import type { DocumentCopy } from '../../../hub/document-copy.ts'
import type { Piece } from '../../../hub/kept-words.ts'

/** A caret by what it stands in: a paragraph's id and an offset in its words, UTF-16 units. */
export interface CaretPlace {
  readonly block: string
  readonly offset: number
  readonly hasFocus: boolean
}

export function caretOf(view: EditorView, binding: Binding): CaretPlace | null {
  const { $head } = view.state.selection
  const block = $head.depth > 0 ? binding.order[$head.index(0)] : undefined
  if (!block) return null
  return { block: idOf(block), offset: $head.parentOffset, hasFocus: view.hasFocus() }
}

export function putCaret(view: EditorView, binding: Binding, caret: CaretPlace): void {
  const place = placeOf(view, binding, caret.block)
  if (place) {
    const at = place.start + 1 + Math.min(caret.offset, place.size)
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)))
  }
  if (caret.hasFocus) view.focus()
}

/** The words at the caret if it stands in their paragraph, else at its end. */
export function putBack(view: EditorView, binding: Binding, piece: Piece): boolean {
  const caret = caretOf(view, binding)
  const wanted = piece.block ?? (piece.what === 'paragraph' ? lastOf(binding) : null)
  const place = wanted === null ? null : placeOf(view, binding, wanted)
  if (!place) return false
  const before = view.state.doc
  const inside = caret?.block === wanted && piece.what === 'words'
  const end = place.start + 1 + place.size
  const at = inside ? view.state.selection.head : end
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at), -1)))
  if (piece.what === 'paragraph') enter(view.state, view.dispatch)
  view.dispatch(view.state.tr.insertText(piece.words).scrollIntoView())
  view.focus()
  return !view.state.doc.eq(before)
}

const lastOf = ({ order }: Binding): string | null => {
  const last = order.at(-1)
  return last ? idOf(last) : null
}

function placeOf(view: EditorView, { order }: Binding, id: string) {
  const index = order.findIndex((block) => idOf(block) === id)
  const node = view.state.doc.maybeChild(index)
  if (index < 0 || !node) return null
  return { start: view.state.doc.resolve(0).posAtIndex(index, 0), size: node.content.size }
}

/** What a copy holds that the hub never confirmed. `labelOf` names a paragraph of it. */
export function piecesOf(copy: DocumentCopy, labelOf: (id: string) => string): Piece[] {
  const client = copy.hello?.lease?.client
  if (client === undefined) return []
  const pieces = unacknowledged(copy.outbox.updates, copy.doc, client)
  return pieces
    .filter(({ words }) => words !== '')
    .map(({ what, block, words, clock, length }) => ({
      what,
      block,
      label: block === null ? null : labelOf(block) || null,
      words,
      client,
      clock,
      length,
    }))
}
