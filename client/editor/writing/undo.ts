// Undo of one's own gestures only. In: a hand (one clientID, one origin, one UndoManager). Out:
// whether a step was taken back. Keeps (negotiate.md §4): nobody else's word leaves or returns by
// it, agreed blocks are left alone, and what returns bears the party that wrote it.

import type { Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import { piecesOf, type View } from '#shared/document/attribution.ts'
import { attribute, idOf, isAgreed, isBase, textNodeOf } from '#shared/document/blocks.ts'
import { parseMarkKey } from '#shared/document/marks.ts'
import { proposalsOf, textOf } from '#shared/document/roots.ts'
import type { ClientId } from '#shared/ids.ts'
import type { Standing } from '#shared/law/standing.ts'
import { blockOfItem, liesOnAgreed } from './mark-places.ts'
import type { Plan } from './operations.ts'

/** A burst of typing is one step; longer than this between two keys, and a new one begins. */
const burstMs = 500
// Yjs joins what follows within this time of the last change. We say ourselves where a step ends
// (`stopCapturing` sets the last change to 1970), so it only has to be less than the age of the
// epoch.
const untilStoppedMs = 1e12

const noGesture = { kind: '', at: 0, composition: undefined }

type Step = Y.UndoManager['undoStack'][number]

/** One clientID with the party it writes for, and what it may take back. */
export class Hand {
  readonly clientId: ClientId
  readonly origin: object
  standing: Standing
  readonly #doc: Y.Doc
  readonly #view: View
  readonly #manager: Y.UndoManager
  /** Whole blocks the step at hand may take away, decided before anything is touched. */
  #ownBlocks: ReadonlySet<Y.XmlElement> = new Set()
  #last: { kind: string; at: number; composition: unknown } = noGesture

  constructor(doc: Y.Doc, view: View, clientId: ClientId, standing: Standing) {
    this.#doc = doc
    this.#view = view
    this.clientId = clientId
    this.standing = standing
    this.origin = { hand: clientId }
    this.#manager = new Y.UndoManager([textOf(doc), proposalsOf(doc)], {
      trackedOrigins: new Set([this.origin]),
      captureTimeout: untilStoppedMs,
      deleteFilter: (item) => this.#mayTake(item),
    })
  }

  /** Is this transaction an undo or redo of this hand? */
  isUndo(origin: unknown): boolean {
    return origin === this.#manager
  }

  get canUndo(): boolean {
    return this.#manager.undoStack.length > 0
  }

  get canRedo(): boolean {
    return this.#manager.redoStack.length > 0
  }

  /** Gestures of one kind that follow quickly are one step; so is a composition, however slow. */
  begin(transaction: Transaction, plan: Plan, now: number): void {
    const composition: unknown = transaction.getMeta('composition')
    const kind = composition === undefined ? kindOf(plan) : 'type'
    const last = this.#last
    const composes = composition !== undefined && composition === last.composition
    const joins = kind !== 'other' && kind === last.kind && now - last.at <= burstMs
    if (!composes && !joins) this.#manager.stopCapturing()
    this.#last = { kind, at: now, composition }
  }

  /** The next gesture is a step of its own. */
  pause(): void {
    this.#last = noGesture
    this.#manager.stopCapturing()
  }

  destroy(): void {
    this.#manager.destroy()
  }

  /** Takes back (or does again) this hand's last step. False: nothing it may take back. */
  step(direction: 'undo' | 'redo'): boolean {
    const manager = this.#manager
    const stack = direction === 'undo' ? manager.undoStack : manager.redoStack
    this.pause()
    if (!this.standing.writing) return false
    const top = stack.at(-1)
    if (!top) return false
    if (!this.#prepare(top)) {
      stack.pop()
      return false
    }
    const running = direction === 'undo' ? 'undoing' : 'redoing'
    const before = Y.getState(this.#doc.store, this.clientId)
    // One transaction around Yjs' own, so that blocks which return can be given an id of ours in
    // it.
    this.#doc.transact((transaction) => {
      this.#partAccepted(transaction, top)
      if (direction === 'undo') manager.undo()
      else manager.redo()
      this.#nameReturned(before)
      manager[running] = true
    }, manager)
    manager[running] = false
    return true
  }

  /** Items of which a part was accepted are parted there, so that the rest can be taken back. */
  #partAccepted(transaction: Y.Transaction, step: Step): void {
    const edges: Y.ID[] = []
    Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
      const item = struct instanceof Y.Item ? living(this.#doc, struct) : null
      if (!(item?.content instanceof Y.ContentString)) return
      const { client, clock } = item.id
      for (const cut of this.#view.accepted.cut([client, clock, item.length]).slice(1)) {
        edges.push(Y.createID(client, cut.clock))
      }
    })
    for (const edge of edges) Y.getItemCleanStart(transaction, edge)
  }

  /** N4: a block that returns is a new one, and its id begins with who re-creates it. */
  #nameReturned(before: number): void {
    for (const block of textOf(this.#doc).toArray()) {
      if (!(block instanceof Y.XmlElement)) continue
      const { client, clock } = block._item!.id
      if (client !== this.clientId || clock < before) continue
      if (!idOf(block).startsWith(`${client}-`)) block.setAttribute('id', `${client}-${clock}`)
    }
  }

  /** Decides on whole blocks; false when the step touches an agreed block. */
  #prepare(step: Step): boolean {
    const own = new Set<Y.XmlElement>()
    let free = true
    this.#doc.transact((transaction) => {
      Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
        const item = struct instanceof Y.Item ? living(this.#doc, struct) : null
        if (!item) return
        if (this.#isMarkOnAgreed(item)) free = false
        const block = blockOf(this.#doc, item)
        if (!block) return
        if (isAgreed(block)) free = false
        else if (item === block._item && this.#isWhollyMine(block)) own.add(block)
      })
      Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
        if (!(struct instanceof Y.Item)) return
        if (this.#isMarkOnAgreed(struct)) free = false
        const block = blockOf(this.#doc, struct)
        if (block && !block._item?.deleted && isAgreed(block)) free = false
      })
    }, 'reading')
    this.#ownBlocks = own
    return free
  }

  #isMarkOnAgreed({ parent, parentSub, content }: Y.Item): boolean {
    if (parent !== (proposalsOf(this.#doc) as unknown) || parentSub === null) return false
    const value: unknown = content instanceof Y.ContentAny ? content.arr[0] : undefined
    return liesOnAgreed(this.#doc, parentSub, value)
  }

  /** Made by this hand, and nothing in it is anyone else's. */
  #isWhollyMine(block: Y.XmlElement): boolean {
    const { party, writing } = this.standing
    const standsAsMade =
      writing === 'base' ? isBase(block) : attribute(block, 'proposedBy') === party
    const text = textNodeOf(block)
    if (!standsAsMade || !text) return standsAsMade
    return piecesOf(text, this.#view).every(
      ({ client, owner }) => client === this.clientId && owner === party,
    )
  }

  /** What an undo may delete: own open words, own entries, and blocks decided on as a whole. */
  #mayTake(item: Y.Item): boolean {
    const { parent } = item
    if (parent === (proposalsOf(this.#doc) as unknown)) {
      return parseMarkKey(item.parentSub ?? '')?.party === this.standing.party
    }
    if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement) {
      return this.#ownBlocks.has(item.content.type)
    }
    // Attributes and text node go with their block or not at all.
    if (parent instanceof Y.XmlElement) return this.#ownBlocks.has(parent)
    const block = blockOf(this.#doc, item)
    if (!block || isAgreed(block)) return false
    const { client, clock } = item.id
    const isMine = this.#view.partyOf(client) === this.standing.party
    const accepted = this.#view.accepted.cut([client, clock, item.length])
    return isMine && (this.standing.party === null || accepted.every((cut) => !cut.accepted))
  }
}

/** The item itself, or what an earlier redo has put in its place; null when that is gone. */
function living(doc: Y.Doc, item: Y.Item): Y.Item | null {
  let current: Y.AbstractStruct = item
  while (current instanceof Y.Item && current.redone) {
    current = Y.getItem(doc.store, current.redone)
  }
  return current instanceof Y.Item && !current.deleted ? current : null
}

/** The block an item is or stands in, as it lives now after undo and redo. */
function blockOf(doc: Y.Doc, item: Y.Item): Y.XmlElement | null {
  const block = blockOfItem(doc, item)
  const content = block?._item && living(doc, block._item)?.content
  return content instanceof Y.ContentType && content.type instanceof Y.XmlElement
    ? content.type
    : block
}

/** Typing and deleting go on; everything else is a step of its own. */
function kindOf({ operations }: Plan): 'type' | 'delete' | 'other' {
  if (operations.every((one) => one.do === 'write-words')) return 'type'
  return operations.every((one) => one.do === 'take-words' || one.do === 'strike')
    ? 'delete'
    : 'other'
}
