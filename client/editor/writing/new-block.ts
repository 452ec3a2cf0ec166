// What a block that is made here is like, and where it stands. In: the block beside it. Out:
// attributes and a place among the elements. Keeps: a proposal is anchored to a base block and
// never splits one; a base block's order key lies strictly between its neighbours'.

import type * as Y from 'yjs'
import {
  attribute,
  idOf,
  isBase,
  orderBetween,
  type BlockAttributes,
  type Kind,
} from '#shared/document/blocks.ts'
import type { Desk, Operation } from './operations.ts'

type Place = Extract<Operation, { do: 'write-blocks' }>['place']
type Unplaced = Omit<BlockAttributes, 'id'>

const kindOf = (block: Y.XmlElement) => attribute(block, 'kind') as Kind
const levelOf = (block: Y.XmlElement) => Number(attribute(block, 'level'))

const opensASection: ReadonlySet<Kind> = new Set(['title', 'heading', 'chapeau'])

/** Like its neighbour; behind a heading, like what follows it. */
export function likeNeighbour(desk: Desk, index: number): { kind: Kind; level: number } {
  const block = desk.order[index]!
  const kind = kindOf(block)
  if (!opensASection.has(kind)) return { kind, level: levelOf(block) }
  for (const next of desk.order.slice(index + 1)) {
    if (!opensASection.has(kindOf(next))) return { kind: kindOf(next), level: levelOf(next) }
  }
  return { kind: 'paragraph', level: 0 }
}

/** The nearest base block at or before the index, else behind it. */
export function anchorOf(desk: Desk, index: number): string | null {
  for (let i = index; i >= 0; i--) if (isBase(desk.order[i]!)) return idOf(desk.order[i]!)
  const later = desk.order.slice(index + 1).find(isBase)
  return later ? idOf(later) : null
}

const isAlternative = (block: Y.XmlElement) => attribute(block, 'alt') !== undefined
const followsBlock = (block: Y.XmlElement, anchor: string) =>
  !isBase(block) && attribute(block, 'after') === anchor

/** A proposal's attributes and place right behind a block; null where no base block stands. */
export function proposalBehind(
  desk: Desk,
  index: number,
): { attributes: Unplaced; place: Place } | null {
  const beside = desk.order[index]!
  const after = anchorOf(desk, index)
  const party = desk.standing.party
  if (after === null || party === null) return null
  const attributes = {
    ...likeNeighbour(desk, index),
    status: 'open',
    proposedBy: party,
    after,
  } as const
  if (!isBase(beside) && !isAlternative(beside)) return { attributes, place: { after: beside } }
  // Behind a base block and its alternatives, in front of what was proposed there before.
  const first = desk.order.find((block) => followsBlock(block, after) && !isAlternative(block))
  return { attributes, place: first ? { before: first } : { after: beside } }
}

/** A proposal in front of a block: behind the previous base block and all that follows that one. */
export function proposalBefore(
  desk: Desk,
  index: number,
): { attributes: Unplaced; place: Place } | null {
  const block = desk.order[index]!
  if (!isBase(block) && !isAlternative(block)) {
    const behind = proposalBehind(desk, index)
    return behind && { ...behind, place: { before: block } }
  }
  const previous = desk.order.slice(0, index).findLastIndex(isBase)
  if (previous < 0 || !isBase(block)) return proposalBehind(desk, index)
  const behind = proposalBehind(desk, previous)
  if (!behind) return null
  const like = opensASection.has(kindOf(block)) ? {} : likeNeighbour(desk, index)
  const attributes = { ...behind.attributes, ...like }
  return { attributes, place: { after: desk.order[index - 1]! } }
}

const orderOf = (block: Y.XmlElement) => attribute(block, 'order') as string | undefined

/** Order keys for `count` base blocks right behind `low`, evenly spread so that they stay short. */
export function keysBehind(desk: Desk, low: string, count: number): string[] {
  let high: string | null = null
  for (const block of desk.order) {
    const order = orderOf(block)
    if (order !== undefined && order > low && (high === null || order < high)) high = order
  }
  return spread(low, high, count)
}

/** Order keys for `count` base blocks right before `high`. */
export function keysBefore(desk: Desk, high: string, count: number): string[] {
  let low = ''
  for (const block of desk.order) {
    const order = orderOf(block)
    if (order !== undefined && order < high && order > low) low = order
  }
  return spread(low, high, count)
}

function spread(low: string, high: string | null, count: number): string[] {
  if (count <= 0) return []
  const middle = orderBetween(low, high)
  const left = (count - 1) >> 1
  return [...spread(low, middle, left), middle, ...spread(middle, high, count - 1 - left)]
}
