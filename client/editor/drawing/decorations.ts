// Shows who proposes what: insertions underlined, strikes, codes, brackets, proposed and struck
// blocks. In: the binding's attribution. Out: ProseMirror decorations. Keeps: nothing of it is part
// of the text; only blocks that changed are drawn again, so 600 paragraphs stay fluent.

import type { Node as ProseNode } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import type { BlockView } from '#shared/document/attribution.ts'
import type { PartyCode } from '#shared/ids.ts'
import type { Binding } from '../binding.ts'
import { bracketsOf, deletionsOf, insertionsOf, leadWordOf } from './block-marks.ts'
import { bracketElement, codeElement, codes, inkOf, inkOfAll, namesOf, type Look } from '../look.ts'

/** What a block looked like when it was drawn. */
interface Drawn {
  readonly node: ProseNode
  readonly version: number
  readonly index: number
  readonly parties: ReadonlySet<string>
}

interface Marks {
  readonly set: DecorationSet
  readonly drawn: ReadonlyMap<Y.XmlElement, Drawn>
  readonly version: number
  /** The party whose code is pointed at. */
  readonly lit: PartyCode | null
}

interface Meta {
  readonly lit?: PartyCode | null
}

export const marksKey = new PluginKey<Marks>('marks')

/** `lookOf` is asked at every drawing; when its answers change, call `binding.redraw()`. */
export function marks(binding: Binding, lookOf: () => Look): Plugin<Marks> {
  return new Plugin<Marks>({
    key: marksKey,
    state: {
      init: (_config, state) =>
        draw(binding, lookOf(), state.doc, { ...nothing, set: DecorationSet.empty }),
      apply: (transaction, marks, _before, state) =>
        apply(binding, lookOf, transaction, marks, state),
    },
    props: {
      decorations: (state) => marksKey.getState(state)?.set,
      handleDOMEvents: {
        mouseover: (view, event) => light(view, event.target),
        mouseleave: (view) => light(view, null),
        focusin: (view, event) => light(view, event.target),
      },
    },
  })
}

const nothing = { drawn: new Map<Y.XmlElement, Drawn>(), version: 0, lit: null }

function apply(
  binding: Binding,
  lookOf: () => Look,
  transaction: Transaction,
  marks: Marks,
  { doc }: EditorState,
): Marks {
  const meta = transaction.getMeta(marksKey) as Meta | undefined
  const lit = meta?.lit === undefined ? marks.lit : meta.lit
  const { version } = binding.changes
  if (!transaction.docChanged && version === marks.version && lit === marks.lit) return marks
  const set = transaction.docChanged ? marks.set.map(transaction.mapping, doc) : marks.set
  return draw(binding, lookOf(), doc, { ...marks, set }, lit)
}

/** Draws what is not drawn as it should be. */
function draw(
  binding: Binding,
  look: Look,
  doc: ProseNode,
  before: Marks,
  lit: PartyCode | null = before.lit,
): Marks {
  const drawn = new Map<Y.XmlElement, Drawn>()
  const gone: Decoration[] = []
  const fresh: Decoration[] = []
  let start = 0
  for (let index = 0; index < doc.childCount; index++) {
    const node = doc.child(index)
    const end = start + node.nodeSize
    const block = binding.order[index]!
    const version = binding.changes.versionOf(block)
    const known = before.drawn.get(block)
    if (known && isAsDrawn(known, { node, version, index }, before.lit, lit)) {
      drawn.set(block, known)
    } else {
      for (const old of before.set.find(start, end)) {
        if (old.from >= start && old.to <= end) gone.push(old)
      }
      const view = binding.blockView(block)
      fresh.push(...decorationsOf(view, look, { start, end, index, lit }))
      drawn.set(block, { node, version, index, parties: partiesIn(view) })
    }
    start = end
  }
  const set =
    fresh.length > 0 && gone.length === 0 && before.drawn.size === 0
      ? DecorationSet.create(doc, fresh)
      : before.set.remove(gone).add(doc, fresh)
  return { set, drawn, version: binding.changes.version, lit }
}

/** A block's label may depend on its place, so one that has changed places is drawn again too. */
function isAsDrawn(
  known: Drawn,
  now: Pick<Drawn, 'node' | 'version' | 'index'>,
  litBefore: string | null,
  lit: string | null,
): boolean {
  if (known.node !== now.node || known.version !== now.version) return false
  if (known.index !== now.index) return false
  if (litBefore === lit) return true
  return !(known.parties.has(litBefore ?? '') || known.parties.has(lit ?? ''))
}

function partiesIn({ attributes, deletedBy, runs }: BlockView): Set<string> {
  const parties = new Set<string>(deletedBy)
  if (attributes.proposedBy) parties.add(attributes.proposedBy)
  for (const { owner, deletions, brackets } of runs) {
    if (owner) parties.add(owner)
    for (const { party } of deletions) parties.add(party)
    for (const { party } of brackets) parties.add(party)
  }
  return parties
}

interface Place {
  readonly start: number
  readonly end: number
  readonly index: number
  readonly lit: PartyCode | null
}

/** Widgets at one place, from left to right: code of a strike, code of an insertion, brackets. */
const side = { deletion: 1, insertion: 2, close: 3, open: 4 } as const

function decorationsOf(view: BlockView, look: Look, place: Place): Decoration[] {
  return [
    blockDecoration(view, look, place),
    ...leadDecorations(view, place),
    ...insertionDecorations(view, look, place),
    ...deletionDecorations(view, look, place),
    ...bracketDecorations(view, look, place),
  ]
}

function blockDecoration(
  { block, attributes, deletedBy, runs }: BlockView,
  look: Look,
  { start, end, index, lit }: Place,
): Decoration {
  const { class: given = '', ...shown } = { ...look.attributesFor?.(block, index) }
  const classes = [given]
  const proposer = attributes.proposedBy as PartyCode | undefined
  if (proposer) {
    classes.push('proposed', inkOf(look, proposer), attributes.alt ? 'alternative' : '')
    shown['data-party'] = proposer
    shown['title'] = look.words.proposedParagraph(look.describe(proposer, null))
    // Its words carry the code at their end; where there are none of its own, the block does.
    if (runs.at(-1)?.owner !== proposer) {
      shown['data-code'] = codes(look, [proposer])
      shown['data-said'] = look.words.proposedParagraph(look.describe(proposer, null))
    }
    if (runs.length === 0 && proposer === look.ours) {
      classes.push('empty')
      shown['data-placeholder'] = look.words.emptyParagraph
    }
    if (proposer === lit) classes.push('lit')
  }
  if (deletedBy.length > 0) {
    const parties = deletedBy as readonly PartyCode[]
    classes.push('struck', `struck-${inkOfAll(look, parties)}`)
    shown['data-struck-by'] = parties.join(' ')
    shown['data-struck'] = `${look.words.deletes} ${codes(look, parties)}`
    shown['data-struck-said'] = `${look.words.deletes} ${namesOf(look, parties)}`
    if (lit && parties.includes(lit)) classes.push('lit')
  }
  return Decoration.node(start, end, { ...shown, class: classes.filter(Boolean).join(' ') })
}

function leadDecorations(view: BlockView, { start }: Place): Decoration[] {
  const lead = leadWordOf(view)
  if (!lead) return []
  return [Decoration.inline(start + 1 + lead.from, start + 1 + lead.to, { class: 'lead' })]
}

function insertionDecorations(view: BlockView, look: Look, { start, lit }: Place): Decoration[] {
  return insertionsOf(view).flatMap(({ party, to, parts }) => {
    const isLit = party === lit
    const className = inkOf(look, party) + (isLit ? ' lit' : '')
    const words = parts.map((part) =>
      Decoration.inline(start + 1 + part.from, start + 1 + part.to, {
        nodeName: 'ins',
        class: className,
        'data-party': party,
        title: look.describe(party, part.client),
      }),
    )
    return [...words, code(look, start + 1 + to, [party], 'insertion', isLit)]
  })
}

function deletionDecorations(view: BlockView, look: Look, { start, lit }: Place): Decoration[] {
  const insertions = insertionsOf(view)
  return deletionsOf(view).flatMap(({ parties, from, to }) => {
    const isLit = lit !== null && parties.includes(lit)
    const words = Decoration.inline(start + 1 + from, start + 1 + to, {
      nodeName: 'del',
      class: inkOfAll(look, parties) + (isLit ? ' lit' : ''),
      'data-party': parties.join(' '),
      title: namesOf(look, parties),
    })
    // A replacement is one proposal: the code behind its new words names both (UX §2.3).
    const isReplaced = insertions.some(
      (one) => one.from === to && parties.length === 1 && one.party === parties[0],
    )
    return isReplaced ? [words] : [words, code(look, start + 1 + to, parties, 'deletion', isLit)]
  })
}

function code(
  look: Look,
  position: number,
  parties: readonly PartyCode[],
  kind: 'insertion' | 'deletion',
  lit: boolean,
): Decoration {
  const draw = (view: EditorView) => codeElement(view.dom.ownerDocument, look, parties, kind, lit)
  const key = `${kind} ${codes(look, parties)} ${namesOf(look, parties)} ${lit}`
  return Decoration.widget(position, draw, { key, side: side[kind], ignoreSelection: true })
}

function bracketDecorations(view: BlockView, look: Look, { start, lit }: Place): Decoration[] {
  return bracketsOf(view).flatMap(({ key, party, from, to }) => {
    const isLit = party === lit
    return (['open', 'close'] as const).map((end) => {
      const draw = (view: EditorView) =>
        bracketElement(view.dom.ownerDocument, look, party, end, isLit)
      return Decoration.widget(start + 1 + (end === 'open' ? from : to), draw, {
        key: `${end} ${key} ${isLit}`,
        side: side[end],
        ignoreSelection: true,
      })
    })
  })
}

/** Lights every run of a party while its code is pointed at or focused; null lets go. */
export function lightParty(view: EditorView, party: PartyCode | null): void {
  if (view.composing || (marksKey.getState(view.state)?.lit ?? null) === party) return
  const meta: Meta = { lit: party }
  view.dispatch(view.state.tr.setMeta(marksKey, meta))
}

function light(view: EditorView, target: EventTarget | null): false {
  const code = target instanceof Element ? target.closest<HTMLElement>('.code, .bracket') : null
  lightParty(view, (code?.dataset['party']?.split(' ')[0] as PartyCode | undefined) ?? null)
  return false
}
