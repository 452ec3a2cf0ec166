// A small language for tests of the editor: several people at one text, without a browser or a hub.
// In: `desk('The States').as('BR').at(0, 3).types('shall')`. Out: what the text reads like,
// proposals in braces. Keeps: after every gesture ProseMirror equals Yjs at every desk, and all
// desks are equal.

import { EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import { viewBlock, wordsOf, type BlockView } from '#shared/document/attribution.ts'
import { idOf, makeBlock, orderKeys, type BlockAttributes } from '#shared/document/blocks.ts'
import { proposalsOf, rulingsOf, textOf } from '#shared/document/roots.ts'
import { CHAIR, type Owner, type PartyCode } from '#shared/ids.ts'
import type { Standing } from '#shared/law/standing.ts'
import type { Refusal } from '#shared/refusal.ts'
import { Binding } from '../binding.ts'
import { deleteBackward, deleteForward, enter } from '../keys.ts'
import { attrsOf, schema } from '../schema.ts'

export const proposing = (party: string): Standing => ({
  phase: 'negotiating',
  writing: 'proposes',
  party: party as PartyCode,
  readsBecause: null,
})
export const penInDrafting: Standing = {
  phase: 'drafting',
  writing: 'base',
  party: null,
  readsBecause: null,
}

type Paragraph = string | ({ words: string } & Partial<BlockAttributes>)

const hubClient = 1
let nextClient = 101

/** One text and the people at it; every change reaches everyone at once, unless held back. */
export class Desk {
  readonly leases = new Map<number, Owner>([[hubClient, null]])
  readonly pages: Page[] = []
  readonly hub = new Y.Doc({ gc: false })
  clock = 0

  constructor(paragraphs: readonly Paragraph[]) {
    this.hub.clientID = hubClient
    const keys = orderKeys(paragraphs.length)
    this.hub.transact(() => {
      const blocks = paragraphs.map((paragraph, i) => {
        const { words, ...given } = typeof paragraph === 'string' ? { words: paragraph } : paragraph
        const attributes = { id: `b${i}`, kind: 'operative', level: 1, status: 'open' } as const
        return makeBlock({ ...attributes, order: keys[i]!, ...given }, words)
      })
      textOf(this.hub).insert(0, blocks)
    })
    this.hub.on('update', (update: Uint8Array, origin: unknown) => this.#deliver(update, origin))
  }

  #deliver(update: Uint8Array, origin: unknown): void {
    for (const page of this.pages) if (page !== origin) page.receives(update)
  }

  /** A new page of a delegation, of the chair (`CHAIR`) or of the pen in drafting (`pen`). */
  as(who: string): Page {
    const standing = who === 'pen' ? penInDrafting : proposing(who)
    const page = new Page(this, standing, nextClient++)
    this.pages.push(page)
    return page
  }

  /** The hub itself changes the text. */
  rules(change: (doc: Y.Doc) => void): this {
    this.hub.transact(() => change(this.hub), 'hub')
    return this
  }

  /** Every paragraph as a reader sees it. */
  get reads(): string[] {
    return this.anyPage.binding.order.map((block) => this.anyPage.reading(block))
  }

  get anyPage(): Page {
    return this.pages[0] ?? this.as(CHAIR)
  }

  get proposals(): Record<string, unknown> {
    return proposalsOf(this.hub).toJSON()
  }

  get attributes(): Record<string, unknown>[] {
    return this.anyPage.binding.order.map((block) => attrsOf(block))
  }
}

export const desk = (...paragraphs: Paragraph[]): Desk => new Desk(paragraphs)

export class Page {
  readonly desk: Desk
  readonly doc = new Y.Doc()
  readonly binding: Binding
  state: EditorState
  /** The last answer to a gesture. */
  refusal: Refusal | null = null
  /** Updates held back by a test, as a slow line would. */
  readonly waiting: Uint8Array[] = []
  readonly sent: Uint8Array[] = []
  offline = false
  #units = 0

  constructor(table: Desk, standing: Standing, clientId: number) {
    this.desk = table
    table.leases.set(clientId, standing.party)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(table.hub), 'hub')
    this.binding = new Binding({
      doc: this.doc,
      partyOf: (client) => table.leases.get(client) ?? null,
      standing,
      unit: () => `${this.binding.clientId}.${this.#units++}`,
      clientId,
      now: () => table.clock,
    })
    this.state = EditorState.create({ doc: this.binding.initialDocument(schema) })
    // oxlint-disable-next-line typescript/no-this-alias -- the view is an object of its own
    const page = this
    this.binding.attach({
      get state() {
        return page.state
      },
      updateState(state: EditorState) {
        page.state = state
      },
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'hub') return
      this.sent.push(update)
      if (!this.offline) Y.applyUpdate(table.hub, update, this)
    })
  }

  receives(update: Uint8Array): void {
    if (this.offline) this.waiting.push(update)
    else {
      Y.applyUpdate(this.doc, update, 'hub')
      this.check()
    }
  }

  goesOffline(): this {
    this.offline = true
    return this
  }

  comesBack(): this {
    this.offline = false
    for (const update of this.waiting.splice(0)) Y.applyUpdate(this.doc, update, 'hub')
    Y.applyUpdate(this.desk.hub, Y.encodeStateAsUpdate(this.doc), this)
    this.check()
    return this
  }

  #position(paragraph: number, offset: number): number {
    return this.state.doc.resolve(0).posAtIndex(paragraph, 0) + 1 + offset
  }

  at(paragraph: number, offset: number): this {
    return this.selects([paragraph, offset], [paragraph, offset])
  }

  selects(from: [number, number], to: [number, number]): this {
    const { state } = this
    const selection = TextSelection.create(
      state.doc,
      this.#position(...from),
      this.#position(...to),
    )
    return this.does(state.tr.setSelection(selection))
  }

  /** Key by key, over the selection first. */
  types(words: string): this {
    for (const letter of words) this.does(this.state.tr.insertText(letter))
    return this
  }

  presses(key: 'Enter' | 'Backspace' | 'Delete', times = 1): this {
    const { binding } = this
    const commands: Record<string, Command> = {
      Enter: enter,
      Backspace: deleteBackward(binding),
      Delete: deleteForward(binding),
    }
    for (let i = 0; i < times; i++)
      commands[key]!(this.state, (transaction) => this.does(transaction))
    return this
  }

  does(transaction: Transaction): this {
    this.refusal = this.binding.dispatch(transaction)
    this.check()
    return this
  }

  undoes(): this {
    this.binding.undo()
    return this.check()
  }

  redoes(): this {
    this.binding.redo()
    return this.check()
  }

  waits(ms: number): this {
    this.desk.clock += ms
    return this
  }

  /** Paragraph and offset of the caret. */
  get caret(): [number, number] {
    const { $head } = this.state.selection
    return [$head.index(0), $head.parentOffset]
  }

  /** `{+BR:words}` inserted, `{-BR,CL:words}` struck; `<BR>` proposed block, `<-BR>` struck one. */
  reading(block: Y.XmlElement): string {
    const view: BlockView = this.binding.blockView(block)
    const { proposedBy } = view.attributes
    let out = proposedBy ? `<${proposedBy}> ` : ''
    if (view.deletedBy.length > 0) out += `<-${view.deletedBy.join()}> `
    let last = ''
    const cells = cellsOf(view)
    for (const { letter, owner, struckBy } of cells) {
      const label = (owner ? `+${owner}` : '') + (struckBy ? `-${struckBy}` : '')
      if (label !== last) out += (last && '}') + (label && `{${label}:`)
      out += letter
      last = label
    }
    return out + (last && '}')
  }

  /** ProseMirror shows what Yjs holds, word for word and attribute for attribute. */
  check(): this {
    const shown = this.state.doc.children.map((node) => [node.textContent, { ...node.attrs }])
    const held = this.binding.order.map((block) => [wordsOf(block), { ...attrsOf(block) }])
    if (JSON.stringify(shown) !== JSON.stringify(held)) {
      throw new Error(`shown ${JSON.stringify(shown)}\nheld  ${JSON.stringify(held)}`)
    }
    if (held.length !== textOf(this.doc).length) throw new Error('a block is not shown')
    return this
  }
}

export interface Cell {
  readonly letter: string
  readonly owner: Owner
  readonly struckBy: string
}

/** A block unit by unit: what each character is, whose, and struck by whom. */
export function cellsOf({ runs }: BlockView): Cell[] {
  const out: Cell[] = []
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      const offset = run.offset + i
      const marks = run.deletions.filter(({ from, to }) => from <= offset && offset < to)
      const struckBy = [...new Set(marks.map(({ party }) => party))].toSorted().join()
      out.push({ letter: run.words[i]!, owner: run.owner, struckBy })
    }
  }
  return out
}

const sorted = (value: object) => Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Everything two replicas must agree on. */
export function everything(doc: Y.Doc, page: Page): string {
  const blocks = page.binding.order.map((block) => [
    idOf(block),
    attrsOf(block),
    cellsOf(viewBlock(block, page.binding.view, page.binding.marks)),
  ])
  const marks = [sorted(proposalsOf(doc).toJSON()), sorted(rulingsOf(doc).toJSON())]
  return JSON.stringify([blocks, marks])
}
