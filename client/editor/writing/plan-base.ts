// The writing rule of the pen while a text is drafted. In: one replacement. Out: operations. Keeps:
// base words are really typed and really deleted; Enter splits and Backspace at an edge merges,
// carrying as few words as can be; a text is never left without a block.

import type { Node as ProseNode } from 'prosemirror-model'
import { piecesOf } from '#shared/document/attribution.ts'
import { attribute, attributesOf, isAgreed, textNodeOf } from '#shared/document/blocks.ts'
import { cleanText } from '#shared/document/plain-text.ts'
import { must } from '#shared/assert.ts'
import { refuse, type Refusal } from '#shared/refusal.ts'
import { cutsPair, letterAround } from './boundaries.ts'
import { keysBefore, keysBehind, likeNeighbour } from './new-block.ts'
import type { Desk, NewBlock, Operation, Replacement } from './operations.ts'
import { blockAt, coveredBlocks, inputOf, type Covered, type Input } from './stretch.ts'

type Planned = Operation[] | Refusal

/** The first block of a stretch, with what a parted letter must be written again with. */
interface First extends Covered {
  readonly before: string
  readonly after: string
}

/** A stretch from a place in one block to a place in the same or a later one. */
interface Ends {
  readonly first: First
  readonly last: Covered
  readonly between: readonly Covered[]
  /** The stretch takes in whole blocks, not only their words. */
  readonly whole: boolean
}

export function planForBase(desk: Desk, doc: ProseNode, replacement: Replacement): Planned {
  const { from, to, slice } = replacement
  const input = inputOf(slice)
  if (desk.order.length === 0) return input ? firstBlocks(desk, input) : []
  const ends = endsOf(desk, doc, from, to)
  if (!input) return removeStretch(desk, ends)
  return input.inline ? replaceInline(desk, ends, input) : replaceByBlocks(desk, ends, input)
}

function endsOf(desk: Desk, doc: ProseNode, from: number, to: number): Ends {
  const covered = from < to ? coveredBlocks(desk, doc, from, to) : []
  const here = must(blockAt(desk, doc, from), 'a block')
  const first = onPairs(covered[0] ?? here)
  const last = covered.length > 1 ? onPairs(covered.at(-1)!) : first
  return {
    first,
    last,
    between: covered.slice(1, -1),
    whole: covered.length > 0 && covered.every(({ whole }) => whole),
  }
}

/** Half a surrogate pair is never meant: the stretch takes the whole character. */
function onPairs(stretch: Covered): First {
  const { words } = stretch
  const isPoint = stretch.from === stretch.to
  if (isPoint && cutsPair(words, stretch.from)) {
    return { ...stretch, from: stretch.from + 1, to: stretch.to + 1, before: '', after: '' }
  }
  const from = cutsPair(words, stretch.from) ? stretch.from - 1 : stretch.from
  const to = cutsPair(words, stretch.to) ? stretch.to + 1 : stretch.to
  const before = words.slice(from, stretch.from)
  return { ...stretch, from, to, before, after: words.slice(stretch.to, to) }
}

/** Operations that delete words of a block, one for each run of one owner; the law judges them. */
function takeWords(desk: Desk, { block, start }: Covered, from: number, to: number): Operation[] {
  if (from >= to) return []
  const text = must(textNodeOf(block), 'text of a block')
  return piecesOf(text, desk.view, from, to).map(({ offset, length, owner }) => ({
    do: 'take-words',
    from: start + 1 + offset,
    to: start + 1 + offset + length,
    owner,
    agreed: isAgreed(block),
  }))
}

function write(to: Covered, at: number, words: string, carried = false): Operation[] {
  if (words === '') return []
  const agreed = isAgreed(to.block)
  const beside = to.words.length
  return [{ do: 'write-words', at: to.start + 1 + at, words, agreed, beside, carried }]
}

const carry = (to: Covered, words: string): Operation[] => write(to, to.words.length, words, true)

const takeBlocks = (covered: readonly Covered[]): Operation[] =>
  covered.map(({ block }) => ({ do: 'take-block', block }))

function removeStretch(desk: Desk, { first, last, between, whole }: Ends): Planned {
  if (whole) {
    const all = first === last ? [first] : [first, ...between, last]
    if (all.length < desk.order.length) return takeBlocks(all)
    return [...takeWords(desk, first, 0, first.words.length), ...takeBlocks(all.slice(1))]
  }
  if (first === last) return takeWords(desk, first, first.from, first.to)
  const tail = last.words.slice(last.to)
  if (first.words === '' && tail !== '') {
    return [...takeBlocks([first, ...between]), ...takeWords(desk, last, 0, last.to)]
  }
  return [
    ...takeWords(desk, first, first.from, first.words.length),
    ...carry(first, tail),
    ...takeBlocks([...between, last]),
  ]
}

function replaceInline(desk: Desk, ends: Ends, { lines }: Input): Planned {
  const { first, last, between } = ends
  const words = cleanText(first.before + lines[0]! + (first === last ? first.after : ''))
  if (first !== last) {
    const tail = last.words.slice(last.to)
    return [
      ...takeWords(desk, first, first.from, first.words.length),
      ...write(first, first.words.length, words),
      ...carry(first, tail),
      ...takeBlocks([...between, last]),
    ]
  }
  const { from, to } = first
  if (from < to) return [...takeWords(desk, first, from, to), ...write(first, to, words)]
  // Never between a letter and its accent.
  const letter = words === '' ? { from, to } : letterAround(first.words, from)
  const isOwnLetter = isWrittenHere(desk, first, letter.from, letter.to)
  return write(first, isOwnLetter ? from : letter.to, words)
}

function isWrittenHere(desk: Desk, { block }: Covered, from: number, to: number): boolean {
  const pieces = piecesOf(must(textNodeOf(block), 'text of a block'), desk.view, from, to)
  return from < to && pieces.every(({ client }) => client === desk.clientId)
}

function replaceByBlocks(desk: Desk, ends: Ends, input: Input): Planned {
  const { first, last, between } = ends
  const isEnter = input.lines.length === 2 && input.lines.every((line) => line === '')
  if (isEnter && first === last && first.from === 0 && first.to === 0 && first.words !== '') {
    return emptyBlockBefore(desk, first)
  }
  const joinsHead = input.openStart || first.from === 0
  const [head, ...others] = joinsHead ? input.lines : ['', ...input.lines]
  const tail = last.words.slice(last.to)
  const operations = [
    ...takeWords(desk, first, first.from, first.words.length),
    ...write(first, first.words.length, head ?? ''),
    ...(first === last ? [] : takeBlocks([...between, last])),
  ]
  if (others.length === 0) return [...operations, ...carry(first, tail)]
  const lines = input.openEnd || tail === '' ? others : [...others, '']
  const like = attributesBehind(desk, first, tail !== '')
  const orderLow = String(attribute(first.block, 'order') ?? '')
  const keys = keysBehind(desk, orderLow, lines.length)
  const blocks = lines.map((line, i): NewBlock => {
    const isLast = i === lines.length - 1
    const words = isLast ? line + tail : line
    return { attributes: { ...like, order: keys[i]! }, words, caretAt: line.length }
  })
  return [...operations, { do: 'write-blocks', blocks, place: { after: first.block } }]
}

/** A split keeps kind and level; behind the end of a heading comes what follows a heading. */
function attributesBehind(desk: Desk, { block, index }: Covered, hasTail: boolean) {
  const { kind, level } = likeNeighbour(desk, index)
  if (!hasTail) return { kind, level, status: 'open' } as const
  const own = attributesOf(block)
  return { kind: own.kind, level: own.level, status: 'open' } as const
}

/** Enter at the start: the words stay where they are, and so do their identities. */
function emptyBlockBefore(desk: Desk, { block, index }: Covered): Planned {
  const order = String(attribute(block, 'order') ?? '')
  const [key] = keysBefore(desk, order, 1)
  const attributes = { ...likeNeighbour(desk, index), status: 'open', order: key! } as const
  const blocks = [{ attributes, words: '', caretAt: -1 }]
  return [{ do: 'write-blocks', blocks, place: { before: block } }]
}

function firstBlocks(desk: Desk, { lines }: Input): Planned {
  if (lines.length === 0) return refuse('attributes-fixed')
  const keys = keysBehind(desk, '', lines.length)
  const blocks = lines.map((words, i): NewBlock => ({
    attributes: { kind: 'paragraph', level: 0, status: 'open', order: keys[i]! },
    words,
    caretAt: words.length,
  }))
  return [{ do: 'write-blocks', blocks, place: { after: null } }]
}
