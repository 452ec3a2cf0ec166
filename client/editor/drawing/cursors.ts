// Where the others are writing, by delegation. In: presence, which names the letter left of the
// caret. Out: thin carets with a code; and one's own caret in the same words. Keeps: a cursor is an
// identity, not an offset, so it stays right while everybody types; nothing is redrawn under a
// composition.

import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import { idOf, textNodeOf } from '#shared/document/blocks.ts'
import type { ClientId, PartyCode } from '#shared/ids.ts'
import type { PresenceCursor } from '#shared/wire.ts'
import type { Binding } from '../binding.ts'
import { inkOf, type Look } from '../look.ts'

/** Somebody present, as the hub says who it is and the page says where. */
export interface RemoteCursor {
  /** The key of the presence entry. */
  readonly client: ClientId
  readonly party: PartyCode
  readonly cursor: PresenceCursor
}

interface Cursors {
  readonly remote: readonly RemoteCursor[]
  readonly set: DecorationSet
}

export const cursorsKey = new PluginKey<Cursors>('cursors')

export function cursors(binding: Binding, lookOf: () => Look): Plugin<Cursors> {
  return new Plugin<Cursors>({
    key: cursorsKey,
    state: {
      init: () => ({ remote: [], set: DecorationSet.empty }),
      apply: (transaction, before, _old, state) =>
        apply(binding, lookOf, transaction, before, state),
    },
    props: { decorations: (state) => cursorsKey.getState(state)?.set },
  })
}

/** Shows these cursors from now on. While somebody composes they wait for the next change. */
export function showCursors(view: EditorView, remote: readonly RemoteCursor[]): void {
  if (view.composing || view.isDestroyed) return
  view.dispatch(view.state.tr.setMeta(cursorsKey, remote))
}

function apply(
  binding: Binding,
  lookOf: () => Look,
  transaction: Transaction,
  before: Cursors,
  state: EditorState,
): Cursors {
  const told = transaction.getMeta(cursorsKey) as readonly RemoteCursor[] | undefined
  if (!told && !transaction.docChanged) return before
  const remote = told ?? before.remote
  // Own typing only shifts them: redrawing a caret beside a composition could break it.
  if (!told && transaction.getMeta('composition') !== undefined) {
    return { remote, set: before.set.map(transaction.mapping, state.doc) }
  }
  const look = lookOf()
  const decorations = remote.flatMap((one) => decorationsFor(binding, look, state, one))
  return { remote, set: DecorationSet.create(state.doc, decorations) }
}

function decorationsFor(
  binding: Binding,
  look: Look,
  state: EditorState,
  { client, party, cursor }: RemoteCursor,
): Decoration[] {
  const head = positionOf(binding, state, cursor.block, cursor.left)
  if (head === null) return []
  const label = look.codeOf?.(party) ?? party
  const caret = Decoration.widget(
    head,
    (view) => caretElement(view.dom.ownerDocument, look, party, label),
    { key: `cursor ${client} ${party}`, side: 5, ignoreSelection: true },
  )
  if (cursor.anchorLeft === undefined) return [caret]
  const anchor = positionOf(binding, state, cursor.block, cursor.anchorLeft)
  if (anchor === null || anchor === head) return [caret]
  const [from, to] = anchor < head ? [anchor, head] : [head, anchor]
  const attributes = { class: `selected-by ${inkOf(look, party)}` }
  return [caret, Decoration.inline(from, to, attributes)]
}

function caretElement(
  document: Document,
  look: Look,
  party: PartyCode,
  label: string,
): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `cursor ${inkOf(look, party)}`
  caret.dataset['party'] = party
  caret.dataset['notText'] = ''
  caret.setAttribute('aria-hidden', 'true')
  const name = document.createElement('span')
  name.className = 'cursor-label'
  name.textContent = label
  name.title = look.words.here(look.describe(party, null))
  caret.append(name)
  return caret
}

/** The position behind a letter; behind what stands left of it, should the letter be gone. */
function positionOf(
  binding: Binding,
  state: EditorState,
  blockId: string,
  left: readonly [ClientId, number] | null | undefined,
): number | null {
  const place = left ? placeOf(binding.doc, left) : null
  const index = binding.order.findIndex((block) =>
    place ? textNodeOf(block) === place.text : idOf(block) === blockId,
  )
  if (index < 0) return null
  return state.doc.resolve(0).posAtIndex(index, 0) + 1 + (place?.offset ?? 0)
}

function placeOf(
  doc: Y.Doc,
  [client, clock]: readonly [ClientId, number],
): { text: unknown; offset: number } | null {
  if (clock >= Y.getState(doc.store, client)) return null
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  if (!(item instanceof Y.Item)) return null
  let offset = item.deleted ? 0 : clock - item.id.clock + 1
  for (let before = item.left; before; before = before.left) {
    if (!before.deleted && before.countable) offset += before.length
  }
  return { text: item.parent, offset }
}

/** One's own caret, as presence publishes it; null while the caret is in no block. */
export function cursorOf(state: EditorState, binding: Binding): PresenceCursor | null {
  const { $head, $anchor, empty } = state.selection
  const block = $head.depth > 0 ? binding.order[$head.index(0)] : undefined
  if (!block) return null
  const left = letterBefore(block, $head.parentOffset)
  if (empty || !$anchor.sameParent($head)) return { block: idOf(block), left }
  return { block: idOf(block), left, anchorLeft: letterBefore(block, $anchor.parentOffset) }
}

function letterBefore(block: Y.XmlElement, offset: number): [ClientId, number] | null {
  const text = textNodeOf(block)
  if (!text || offset === 0) return null
  let end = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    end += item.length
    if (end >= offset) return [item.id.client, item.id.clock + item.length - 1 - (end - offset)]
  }
  return null
}
