// Binds one ProseMirror view to one Y.Doc, exactly, both ways (DESIGN §4). In: local transactions,
// Yjs events. Out: the same change on the other side; which blocks look different now. Keeps: after
// every change the document shown equals the document written; a refused gesture has written
// nothing; no stale document is ever written back, because nothing here compares two texts.

import type { Node as ProseNode, Schema } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import { assert, must } from '#shared/assert.ts'
import {
  Accepted,
  viewBlock,
  type BlockView,
  type PartyOf,
  type View,
} from '#shared/document/attribution.ts'
import { blocksInOrder } from '#shared/document/blocks.ts'
import type { MarkIndex } from '#shared/document/marks.ts'
import { proposalsOf, rulingsOf, textOf } from '#shared/document/roots.ts'
import type { ClientId } from '#shared/ids.ts'
import type { Standing } from '#shared/law/standing.ts'
import { isRefusal, refuse, type Refusal } from '#shared/refusal.ts'
import { Changes, type Redrawn } from './changes.ts'
import { Gesture } from './writing/gesture.ts'
import { blockOfItem } from './writing/mark-places.ts'
import type { Plan } from './writing/operations.ts'
import { planOf } from './writing/plan.ts'
import { canEdit, nodeOf } from './schema.ts'
import { carryOut, inParts, strikeBlocks } from './writing/to-document.ts'
import { fromDocument, stepsFor, type Shown } from './to-editor.ts'
import { Hand } from './writing/undo.ts'

/** As much of an EditorView as the binding needs; a simulation has its own. */
export interface EditorLike {
  readonly state: EditorState
  updateState(state: EditorState): void
}

export interface BindingOptions {
  readonly doc: Y.Doc
  readonly partyOf: PartyOf
  readonly standing: Standing
  /** A new name for a proposal of this page, `[\w:.-]{1,64}`, never given twice. */
  readonly unit: () => string
  readonly clientId: ClientId
  /** Milliseconds; tells bursts of typing apart. */
  readonly now?: () => number
}

export class Binding {
  readonly doc: Y.Doc
  readonly view: View
  readonly changes: Changes
  /** The blocks in reading order: one for each child of the ProseMirror document. */
  order: Y.XmlElement[]
  readonly #options: BindingOptions
  readonly #now: () => number
  readonly #hands = new Map<ClientId, Hand>()
  readonly #listeners = new Set<(redrawn: Redrawn) => void>()
  readonly #gesture: Gesture
  #hand: Hand
  #editor: EditorLike | null = null
  #pending: Shown | null = null
  #writing = false
  #understood: boolean

  constructor(options: BindingOptions) {
    const { doc, clientId, standing } = options
    this.#options = options
    this.#now = options.now ?? Date.now
    this.#gesture = new Gesture(doc, options.unit)
    this.doc = doc
    const accepted = new Accepted(doc)
    this.view = { partyOf: (client) => this.#partyOf(client), accepted }
    this.changes = new Changes(doc, accepted)
    this.order = blocksInOrder(doc)
    this.#understood = canEdit(doc)
    this.#hand = this.#take(clientId, standing)
    textOf(doc).observeDeep(this.#onText)
    proposalsOf(doc).observe(this.changes.onProposals)
    rulingsOf(doc).observe(this.changes.onRulings)
    doc.on('afterTransaction', this.#onTransaction)
  }

  destroy(): void {
    textOf(this.doc).unobserveDeep(this.#onText)
    proposalsOf(this.doc).unobserve(this.changes.onProposals)
    rulingsOf(this.doc).unobserve(this.changes.onRulings)
    this.doc.off('afterTransaction', this.#onTransaction)
    for (const hand of this.#hands.values()) hand.destroy()
    this.#listeners.clear()
    this.#editor = null
  }

  get standing(): Standing {
    return this.#hand.standing
  }

  get clientId(): ClientId {
    return this.#hand.clientId
  }

  get marks(): MarkIndex {
    return this.changes.marks
  }

  /** False once the text holds a block this page does not know: then it is only read. */
  get understood(): boolean {
    return this.#understood
  }

  get canUndo(): boolean {
    return this.#hand.canUndo
  }

  get canRedo(): boolean {
    return this.#hand.canRedo
  }

  /** Everything a decoration or a margin needs to know of one block. */
  blockView(block: Y.XmlElement): BlockView {
    return viewBlock(block, this.view, this.marks)
  }

  /** The document as it stands, for the state of the view that is then attached. */
  initialDocument(schema: Schema): ProseNode {
    const blocks = this.order.map((block) => nodeOf(block, schema))
    return schema.topNodeType.create(null, blocks)
  }

  /** From now on this view shows the document; null once it is gone. */
  attach(editor: EditorLike | null): void {
    this.#editor = editor
  }

  /** One clientID, one origin and one undo per hand: a gesture never mixes two. */
  setHand(clientId: ClientId, standing: Standing): void {
    this.#hand.pause()
    this.#gesture.end()
    this.#hand = this.#take(clientId, standing)
    this.redraw()
  }

  #take(clientId: ClientId, standing: Standing): Hand {
    if (this.doc.clientID !== clientId) this.doc.clientID = clientId
    const known = this.#hands.get(clientId)
    if (known?.standing.party === standing.party) {
      known.standing = standing
      return known
    }
    known?.destroy()
    const hand = new Hand(this.doc, this.view, clientId, standing)
    this.#hands.set(clientId, hand)
    return hand
  }

  #partyOf(client: ClientId) {
    const hand = this.#hands.get(client)
    return hand ? hand.standing.party : this.#options.partyOf(client)
  }

  /** Calls back after blocks have come to look different. Returns how to stop it. */
  onAttribution(listener: (redrawn: Redrawn) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Draws everything anew: a lease has become known, a language has changed. */
  redraw(): void {
    this.changes.touchAll()
    this.#show(null)
  }

  /**
   * Writes a local transaction into the document and shows it. What the laws forbid is neither
   * written nor shown, and the refusal is returned.
   */
  dispatch(transaction: Transaction): Refusal | null {
    const editor = must(this.#editor, 'an attached view')
    if (!transaction.docChanged || transaction.getMeta(fromDocument)) {
      if (!transaction.selection.eq(editor.state.selection)) this.#pause()
      editor.updateState(editor.state.apply(transaction))
      return null
    }
    const { doc, order, view, marks, standing, clientId } = this
    const plan = this.#understood
      ? planOf({ doc, order, view, marks, standing, clientId }, editor.state, transaction)
      : refuse('unknown-block')
    if (isRefusal(plan)) {
      editor.updateState(editor.state)
      return plan
    }
    this.#write(editor, transaction, plan)
    return null
  }

  #pause(): void {
    this.#gesture.end()
    this.#hand.pause()
  }

  #write(editor: EditorLike, original: Transaction, plan: Plan): void {
    assert(this.doc._transaction === null, 'a gesture is a Yjs transaction of its own')
    const { state } = editor
    const hand = this.#hand
    const strikeUnit = this.#gesture.unitFor(state, plan, hand.standing.party)
    hand.begin(original, plan, this.#now())
    const { now, later } = inParts(plan)
    let shown = state.tr
    this.#writing = true
    try {
      this.doc.transact(() => {
        const desk = { doc: this.doc, clientId: hand.clientId, order: this.order }
        const written = carryOut(desk, state, original, now, strikeUnit)
        this.order = written.order
        shown = written.transaction
      }, hand.origin)
      for (const part of later) {
        this.doc.transact(() => strikeBlocks(this.doc, strikeUnit, part), hand.origin)
      }
    } finally {
      this.#writing = false
    }
    const next = state.apply(shown)
    this.#gesture.goOn(plan, strikeUnit, next)
    editor.updateState(next)
    this.#tell()
  }

  /** Takes back this hand's last step. False: there was nothing it may take back. */
  undo(): boolean {
    this.#gesture.end()
    return this.#hand.step('undo')
  }

  /** Does again what was last taken back. */
  redo(): boolean {
    this.#gesture.end()
    return this.#hand.step('redo')
  }

  readonly #onText = (
    events: Y.YEvent<Y.AbstractType<unknown>>[],
    written: Y.Transaction,
  ): void => {
    if (written.origin === this.#hand.origin) {
      for (const { target } of events) {
        const block = target._item && blockOfItem(this.doc, target._item)
        if (block) this.changes.touch(block)
      }
      return
    }
    if (!this.#editor) {
      this.order = blocksInOrder(this.doc)
      this.#understood = canEdit(this.doc)
      return
    }
    const isUndo = this.#hand.isUndo(written.origin)
    this.#pending = stepsFor(this.doc, events, this.#editor.state, this.order, isUndo)
  }

  readonly #onTransaction = (): void => {
    if (this.#writing) return
    const shown = this.#pending
    this.#pending = null
    if (!shown && !this.changes.pending) return
    if (shown) {
      this.order = shown.order
      if (shown.restructured) this.#understood = canEdit(this.doc)
      for (const block of shown.changed) this.changes.touch(block)
    }
    this.#show(shown)
  }

  #show(shown: Shown | null): void {
    const editor = this.#editor
    if (editor) {
      const before = editor.state.selection.head
      const transaction = shown?.transaction ?? editor.state.tr.setMeta(fromDocument, true)
      editor.updateState(editor.state.apply(transaction))
      this.#gesture.follow(before, editor.state.selection.head)
    }
    this.#tell()
  }

  #tell(): void {
    const redrawn = this.changes.take()
    if (redrawn) for (const listener of this.#listeners) listener(redrawn)
  }
}
