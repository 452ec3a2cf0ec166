// A delegate's page in the simulation: the real writer of the editor over the real room. In: random
// gestures. Out: what the person sees and what has not been acknowledged. Keeps: ProseMirror and Yjs
// show the same after every step; a page that is refused or whose lease passed on starts anew, as a
// browser's would.

import { Fragment, Slice, type Node } from 'prosemirror-model'
import { EditorState, type Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import { must } from '#shared/assert.ts'
import { idOf } from '#shared/document/blocks.ts'
import { wordsOf } from '#shared/document/attribution.ts'
import type { Standing } from '#shared/law/standing.ts'
import { Binding } from '../../client/editor/binding.ts'
import { schema as editorSchema } from '../../client/editor/schema.ts'
import type { Random } from '../../server/testing/random.ts'
import type { Seated } from '../../server/testing/table.ts'

export class Page {
  readonly seat: Seated
  readonly gestures: string[] = []
  binding: Binding | null = null
  state: EditorState | null = null
  resets = 0
  refusedHere = 0
  #units = 0

  constructor(seat: Seated) {
    this.seat = seat
  }

  /** Opens the editor on the text as it has arrived. */
  open(): void {
    const { seat } = this
    const hello = must(seat.hello, 'HELLO')
    const lease = must(hello.lease, 'a lease')
    const standing: Standing = {
      phase: 'negotiating',
      writing: 'proposes',
      party: lease.party,
      readsBecause: null,
    }
    this.binding?.destroy()
    const binding = new Binding({
      doc: seat.doc,
      partyOf: (client) => seat.leases.get(client)?.party ?? null,
      standing,
      unit: () => `${(this.#units++).toString(36)}.${lease.client.toString(36)}`,
      clientId: lease.client,
    })
    this.state = EditorState.create({ doc: binding.initialDocument(editorSchema) })
    const read = () => must(this.state, 'an open editor')
    binding.attach({
      get state() {
        return read()
      },
      updateState: (next) => void (this.state = next),
    })
    this.binding = binding
  }

  /** The page was refused, or its lease went to another: a new document, a new lease. */
  async startAnew(): Promise<void> {
    this.resets++
    this.binding?.destroy()
    this.binding = null
    await this.seat.reload('&fresh')
    if (this.seat.isOpen) this.open()
  }

  /** Does the editor show what the document holds? Throws when it does not. */
  check(): void {
    const { binding, state } = this
    if (!binding || !state) return
    const shown = state.doc.children.map((n) => [n.attrs['id'], n.textContent])
    const held = this.seat.blocks.map((block) => [idOf(block), wordsOf(block)])
    if (JSON.stringify(shown) !== JSON.stringify(held)) {
      throw new Error(`shown ${JSON.stringify(shown)}\nheld ${JSON.stringify(held)}`)
    }
  }

  #dispatch(transaction: Transaction): void {
    if (this.binding!.dispatch(transaction)) this.refusedHere++
  }

  gesture(random: Random): void {
    const { state, binding } = this
    if (!state || !binding) return
    const name = random.pick(names)
    this.gestures.push(name)
    gestures[name](this, state, random, (transaction) => this.#dispatch(transaction))
  }

  undo(): void {
    this.binding?.undo()
  }

  redo(): void {
    this.binding?.redo()
  }
}

type Gesture = (
  page: Page,
  state: EditorState,
  random: Random,
  dispatch: (transaction: Transaction) => void,
) => void

const letters = ['a', 'e', 's', ' ', 'ã', 'Ж', 'e\u0301', '😀', 'the ']

function place(doc: Node, random: Random) {
  const index = random.below(doc.childCount)
  let start = 1
  for (let i = 0; i < index; i++) start += doc.child(i).nodeSize
  const size = doc.child(index).content.size
  return { index, start, end: start + size, at: start + random.below(size + 1) }
}

const gestures = {
  type: (_page, { tr, doc }, random, dispatch) =>
    dispatch(tr.insertText(random.pick(letters), place(doc, random).at)),
  typeOn: (_page, { tr, selection }, random, dispatch) => {
    if (selection.$head.depth === 0) return
    dispatch(tr.insertText(random.pick(letters), selection.head))
  },
  backspace: (_page, { tr, selection }, _random, dispatch) => {
    const { $from, from } = selection
    if ($from.parentOffset > 0) dispatch(tr.delete(from - 1, from))
  },
  erase: (_page, { tr, doc }, random, dispatch) => {
    const { at, end } = place(doc, random)
    const to = Math.min(end, at + 1 + random.below(8))
    if (to > at) dispatch(tr.delete(at, to))
  },
  replace: (_page, { tr, doc }, random, dispatch) => {
    const { at, end } = place(doc, random)
    const to = Math.min(end, at + 1 + random.below(6))
    if (to > at) dispatch(tr.insertText(random.pick(letters) + random.pick(letters), at, to))
  },
  enter: (_page, { tr, doc }, random, dispatch) => {
    if (doc.childCount < 24) dispatch(tr.split(place(doc, random).at))
  },
  across: (_page, { tr, doc }, random, dispatch) => {
    const [one, two] = [place(doc, random), place(doc, random)]
    if (Math.abs(one.index - two.index) > 2) return
    const [from, to] = one.at < two.at ? [one.at, two.at] : [two.at, one.at]
    if (to > from) dispatch(tr.delete(from, to))
  },
  paste: (_page, { tr, doc, schema }, random, dispatch) => {
    if (doc.childCount > 24) return
    const { at } = place(doc, random)
    const make = (words: string) => schema.nodes['block']!.create(null, schema.text(words))
    const slice = new Slice(Fragment.from([make('pasted aa'), make('second ss')]), 1, 1)
    dispatch(tr.replace(at, at, slice))
  },
  undo: (page) => page.undo(),
  redo: (page) => page.redo(),
} as const satisfies Record<string, Gesture>

const weights: Record<keyof typeof gestures, number> = {
  type: 26,
  typeOn: 24,
  backspace: 10,
  erase: 11,
  replace: 7,
  enter: 3,
  across: 3,
  paste: 2,
  undo: 8,
  redo: 4,
}
const names = Object.entries(weights).flatMap(([name, weight]) =>
  Array.from({ length: weight }, () => name as keyof typeof gestures),
)

/** Own clocks the page may believe acknowledged: nothing before this one is still in its outbox. */
export function acknowledgedClock(page: Page): number {
  const { doc, unacknowledged } = page.seat
  let clock = Y.getState(doc.store, doc.clientID)
  for (const { bytes } of unacknowledged) {
    for (const { id } of Y.decodeUpdate(bytes).structs) {
      if (id.client === doc.clientID) clock = Math.min(clock, id.clock)
    }
  }
  return clock
}
