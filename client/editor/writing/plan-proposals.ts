// The writing rule while negotiating. In: one replacement. Out: operations. Keeps (N2): what one
// types is one's own insertion; own words are taken back for good; everyone else's words and blocks
// are proposed for deletion and stay; blocks are proposed behind a base block, never split or
// joined.

import type { Node as ProseNode } from 'prosemirror-model'
import { piecesOf, wordsOf, type Piece } from '#shared/document/attribution.ts'
import { attribute, isAgreed, textNodeOf } from '#shared/document/blocks.ts'
import { cleanText } from '#shared/document/plain-text.ts'
import type { IdRange } from '#shared/document/ranges.ts'
import { must } from '#shared/assert.ts'
import { refuse, type Refusal } from '#shared/refusal.ts'
import { cutsPair, letterAround } from './boundaries.ts'
import { proposalBefore, proposalBehind } from './new-block.ts'
import type { Desk, NewBlock, Operation, Replacement } from './operations.ts'
import { blockAt, coveredBlocks, inputOf, type Covered, type Input } from './stretch.ts'

type Planned = Operation[] | Refusal

export function planForProposals(
  desk: Desk,
  doc: ProseNode,
  { from, to, slice }: Replacement,
): Planned {
  const input = inputOf(slice)
  const covered = from < to ? coveredBlocks(desk, doc, from, to) : []
  const operations: Operation[] = []
  const kept = new Map<number, Taken>()
  for (const stretch of covered) {
    if (takesWhole(desk, stretch, covered, input)) {
      operations.push(takeWhole(desk, stretch))
    } else {
      const taken = take(desk, stretch, input !== null && stretch === covered[0])
      operations.push(...taken.operations)
      kept.set(stretch.index, taken)
    }
  }
  if (!input) return operations
  const planned = input.inline
    ? writeInline(desk, doc, from, covered[0], kept, input)
    : writeBlocks(desk, doc, from, covered, operations, input)
  return 'refused' in planned ? planned : [...operations, ...planned]
}

/** Everything in the block is the party's own open words, and so is the block. */
function isWhollyOwn(desk: Desk, { block }: Covered): boolean {
  if (attribute(block, 'proposedBy') !== desk.standing.party) return false
  const text = textNodeOf(block)
  return !text || piecesOf(text, desk.view).every(({ owner }) => owner === desk.standing.party)
}

/** Is the block itself meant, and not only its words? */
function takesWhole(
  desk: Desk,
  stretch: Covered,
  covered: readonly Covered[],
  input: Input | null,
): boolean {
  const isOwn = attribute(stretch.block, 'proposedBy') === desk.standing.party
  if (isOwn && !isWhollyOwn(desk, stretch)) return false
  if (stretch.whole) return true
  // A selection over several blocks means each one it covers from end to end, apart from the one
  // that takes up what is typed over it.
  if (covered.length < 2 || (input?.inline && stretch === covered[0])) return false
  return stretch.words.length > 0 && stretch.from === 0 && stretch.to === stretch.words.length
}

function takeWhole(desk: Desk, { block }: Covered): Operation {
  if (attribute(block, 'proposedBy') === desk.standing.party) return { do: 'take-block', block }
  return { do: 'strike-block', block }
}

interface Taken {
  readonly operations: Operation[]
  /** Where typed words go: behind the last letter taken. */
  readonly end: number
  /** Letters struck beyond the stretch so as not to strike half a letter; typed again with it. */
  readonly before: string
  readonly after: string
}

/** Own words are taken, everyone else's struck, except what this party has struck already. */
function take(desk: Desk, stretch: Covered, replaced: boolean): Taken {
  const { block, start, words } = stretch
  const { party } = desk.standing
  const text = must(textNodeOf(block), 'text of a block')
  let { from, to } = stretch
  if (cutsPair(words, from)) from--
  if (cutsPair(words, to)) to++
  const head = pieceAt(desk, text, from)
  const tail = pieceAt(desk, text, to - 1)
  const widest = {
    from: head && head.owner !== party ? letterAround(words, from).from : from,
    to: tail && tail.owner !== party ? letterAround(words, to).to : to,
  }
  const agreed = isAgreed(block)
  const operations: Operation[] = []
  const ranges: IdRange[] = []
  let before = ''
  let after = ''
  for (const piece of piecesOf(text, desk.view, widest.from, widest.to)) {
    if (piece.owner !== party) {
      ranges.push(...notYetStruck(desk, block, piece))
      before += inside(piece, widest.from, from)
      after += inside(piece, to, widest.to)
      continue
    }
    const owned = {
      from: Math.max(from, piece.offset),
      to: Math.min(to, piece.offset + piece.length),
    }
    if (owned.from >= owned.to) continue
    const at = { from: start + 1 + owned.from, to: start + 1 + owned.to }
    operations.push({ do: 'take-words', ...at, owner: party, agreed })
  }
  if (ranges.length > 0 || (agreed && operations.length === 0)) {
    operations.push({ do: 'strike', ranges, agreed })
  }
  if (!replaced) return { operations, end: widest.to, before: '', after: '' }
  before += words.slice(from, stretch.from)
  after = words.slice(stretch.to, to) + after
  return { operations, end: widest.to, before, after }
}

function pieceAt(desk: Desk, text: NonNullable<ReturnType<typeof textNodeOf>>, offset: number) {
  return offset < 0 ? undefined : piecesOf(text, desk.view, offset, offset + 1)[0]
}

function inside(piece: Piece, from: number, to: number): string {
  const start = Math.max(0, from - piece.offset)
  return piece.words.slice(start, Math.max(start, to - piece.offset))
}

/** What of a piece no deletion of this party covers yet. */
function notYetStruck(desk: Desk, block: Covered['block'], piece: Piece): IdRange[] {
  const { party } = desk.standing
  if (desk.marks.blockDeletions(block).some((by) => by === party)) return []
  const whole: IdRange = [piece.client, piece.clock, piece.length]
  const own = desk.marks.deletions(whole).filter((mark) => mark.party === party)
  const out: IdRange[] = []
  let clock = piece.clock
  const end = piece.clock + piece.length
  for (const mark of own.toSorted((a, b) => a.clock - b.clock)) {
    if (mark.clock > clock) out.push([piece.client, clock, mark.clock - clock])
    clock = Math.max(clock, mark.clock + mark.length)
  }
  if (clock < end) out.push([piece.client, clock, end - clock])
  return out
}

function writeInline(
  desk: Desk,
  doc: ProseNode,
  from: number,
  first: Covered | undefined,
  kept: ReadonlyMap<number, Taken>,
  input: Input,
): Planned {
  const target = first ?? blockAt(desk, doc, from)
  if (!target) return refuse('attributes-fixed')
  const taken = kept.get(target.index)
  const at = taken ? taken.end : insertionPoint(desk, target)
  const words = cleanText((taken?.before ?? '') + input.lines[0]! + (taken?.after ?? ''))
  if (words === '') return []
  return [
    {
      do: 'write-words',
      at: target.start + 1 + at,
      words,
      agreed: isAgreed(target.block),
      beside: target.words.length,
      carried: false,
    },
  ]
}

/** Where the caret stands, unless that would part a letter which is not wholly one's own. */
function insertionPoint(desk: Desk, { block, words, from }: Covered): number {
  if (cutsPair(words, from)) return from + 1
  const letter = letterAround(words, from)
  if (letter.from === letter.to) return from
  const pieces = piecesOf(must(textNodeOf(block), 'text'), desk.view, letter.from, letter.to)
  return pieces.every(({ owner }) => owner === desk.standing.party) ? from : letter.to
}

function writeBlocks(
  desk: Desk,
  doc: ProseNode,
  from: number,
  covered: readonly Covered[],
  before: readonly Operation[],
  input: Input,
): Planned {
  const gone = new Set(before.flatMap((one) => (one.do === 'take-block' ? [one.block] : [])))
  const standing =
    covered.length > 0 ? standingBeside(desk, covered, gone) : blockAt(desk, doc, from)
  if (!standing) return refuse('attributes-fixed')
  const isEnter = input.lines.length === 2 && input.lines.every((line) => line === '')
  const lines = input.openStart && input.lines[0] === '' ? input.lines.slice(1) : input.lines
  if (covered.length > 0) return blocksBehind(desk, standing.index, lines)
  const { block, index, words } = standing
  if (isEnter && standing.from === 0 && words.length > 0) {
    return blocksAt(proposalBefore(desk, index), lines)
  }
  if (isWhollyOwn(desk, standing) && !isAgreed(block)) {
    return words === '' && !isEnter
      ? fillAndFollow(desk, standing, lines)
      : splitOwn(desk, standing, lines)
  }
  return blocksBehind(desk, index, lines)
}

/** The first block of the stretch that stays, or the one before it. */
function standingBeside(
  desk: Desk,
  covered: readonly Covered[],
  gone: ReadonlySet<Covered['block']>,
): Covered | null {
  const stays = covered.findLast(({ block }) => !gone.has(block))
  if (stays) return stays
  const first = covered[0]!
  for (const step of [-1, 1]) {
    for (let i = first.index; i >= 0 && i < desk.order.length; i += step) {
      const block = desk.order[i]!
      if (!gone.has(block)) return { ...first, index: i, block, words: wordsOf(block) }
    }
  }
  return null
}

const blocksBehind = (desk: Desk, index: number, lines: readonly string[]): Planned =>
  blocksAt(proposalBehind(desk, index), lines)

function blocksAt(made: ReturnType<typeof proposalBehind>, lines: readonly string[]): Planned {
  // No base block to stand behind: only the pen begins a text.
  if (!made) return refuse('attributes-fixed')
  const blocks: NewBlock[] = lines.map((words) => ({
    attributes: made.attributes,
    words,
    caretAt: words.length,
  }))
  return [{ do: 'write-blocks', blocks, place: made.place }]
}

/** Lines pasted into an empty block of one's own begin in it. */
function fillAndFollow(
  desk: Desk,
  { start, index, block }: Covered,
  lines: readonly string[],
): Planned {
  const [first, ...others] = lines
  const fill: Operation = {
    do: 'write-words',
    at: start + 1,
    words: first ?? '',
    agreed: isAgreed(block),
    beside: 0,
    carried: false,
  }
  if (others.length === 0) return [fill]
  const behind = blocksBehind(desk, index, others)
  return 'refused' in behind ? behind : [fill, ...behind]
}

/** One's own words may be parted: the tail goes into the last of the new blocks. */
function splitOwn(desk: Desk, stretch: Covered, lines: readonly string[]): Planned {
  const { start, words, index } = stretch
  const at = insertionPoint(desk, stretch)
  const tail = words.slice(at)
  const behind = proposalBehind(desk, index)
  if (!behind) return refuse('attributes-fixed')
  const blocks: NewBlock[] = lines.map((line, i) =>
    i < lines.length - 1
      ? { attributes: behind.attributes, words: line, caretAt: line.length }
      : { attributes: behind.attributes, words: line + tail, caretAt: line.length },
  )
  const writes: Operation = { do: 'write-blocks', blocks, place: behind.place }
  if (tail === '') return [writes]
  const taken = { from: start + 1 + at, to: start + 1 + words.length }
  return [{ do: 'take-words', ...taken, owner: desk.standing.party, agreed: false }, writes]
}
