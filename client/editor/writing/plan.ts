// What a gesture will write, decided before anything is written. In: a ProseMirror transaction and
// what stands in the document. Out: operations in positions of the document as it was, judged by
// the same laws as the hub's; or the refusal. Keeps: a transaction is carried out whole or not at
// all.

import type { EditorState, Transaction } from 'prosemirror-state'
import { Mapping, ReplaceStep } from 'prosemirror-transform'
import { attribute, isAgreed } from '#shared/document/blocks.ts'
import type { Owner } from '#shared/ids.ts'
import type { Change } from '#shared/law/change.ts'
import { judge, lawOfReading } from '#shared/law/laws.ts'
import type { Standing } from '#shared/law/standing.ts'
import { limits } from '#shared/limits.ts'
import { isRefusal, refuse, type Refusal } from '#shared/refusal.ts'
import type { Desk, NewBlock, Operation, Plan, Replacement } from './operations.ts'
import { planForBase } from './plan-base.ts'
import { planForProposals } from './plan-proposals.ts'

/** Every operation a transaction amounts to, or why none of it may be written. */
export function planOf(desk: Desk, state: EditorState, transaction: Transaction): Plan | Refusal {
  const silent = lawOfReading(desk.standing)
  if (silent) return silent
  const replacements = replacementsOf(transaction)
  if (isRefusal(replacements)) return replacements
  const operations: Operation[] = []
  for (const replacement of replacements) {
    const planned =
      desk.standing.writing === 'base'
        ? planForBase(desk, state.doc, replacement)
        : planForProposals(desk, state.doc, replacement)
    if (isRefusal(planned)) return planned
    operations.push(...planned)
  }
  for (const operation of operations) {
    const refusal = judgeOperation(desk, operation)
    if (refusal) return refusal
  }
  const tooMuch = withinLimits(desk, operations)
  if (tooMuch) return tooMuch
  const only = replacements.length === 1 ? replacements[0]! : null
  const covered = only && only.slice.size === 0 && only.from < only.to ? only : null
  return { operations, covered: covered && { from: covered.from, to: covered.to } }
}

/** Steps other than replacing a stretch come from no key of ours: they would change attributes. */
function replacementsOf(transaction: Transaction): Replacement[] | Refusal {
  const out: Replacement[] = []
  for (const [i, step] of transaction.steps.entries()) {
    if (!(step instanceof ReplaceStep)) return refuse('attributes-fixed')
    // Not `mapping.slice(0, i).invert()`: that ignores the slice.
    const inverse = new Mapping(
      transaction.steps
        .slice(0, i)
        .toReversed()
        .map((earlier) => earlier.getMap().invert()),
    )
    out.push({
      from: inverse.map(step.from, 1),
      to: Math.max(inverse.map(step.from, 1), inverse.map(step.to, -1)),
      slice: step.slice,
    })
  }
  return out
}

function judgeOperation(desk: Desk, operation: Operation): Refusal | null {
  const { standing } = desk
  switch (operation.do) {
    case 'take-words':
      return judge(standing, { change: 'words-deleted', ...operation })
    case 'write-words':
      return judge(standing, { change: 'words-written', ...operation })
    case 'take-block':
      return judge(standing, {
        change: 'block-deleted',
        owner: (attribute(operation.block, 'proposedBy') as Owner | undefined) ?? null,
        agreed: isAgreed(operation.block),
      })
    case 'write-blocks':
      return judgeBlocks(standing, operation.blocks)
    case 'strike':
      return judge(standing, markWritten(standing, 'd', operation.agreed))
    case 'strike-block':
      return judge(standing, markWritten(standing, 'b', isAgreed(operation.block)))
  }
}

const markWritten = (standing: Standing, kind: 'd' | 'b', agreed: boolean): Change => ({
  change: 'mark-written',
  party: standing.party,
  kind,
  wellFormed: true,
  agreed,
})

function judgeBlocks(standing: Standing, blocks: readonly NewBlock[]): Refusal | null {
  for (const { attributes, words } of blocks) {
    const anchored = attributes.after !== undefined
    const facts = { idIsItsOwn: true, anchored, wellFormed: true }
    const refusal =
      judge(standing, { change: 'block-written', attributes: { ...attributes }, ...facts }) ??
      judge(standing, { change: 'words-written', words, agreed: false })
    if (refusal) return refusal
  }
  return null
}

// What one block costs on the wire beside its words: eight items with their ids and names.
const bytesPerBlock = 200
const encoder = new TextEncoder()

function withinLimits(desk: Desk, operations: readonly Operation[]): Refusal | null {
  let blocks = 0
  let bytes = 0
  for (const operation of operations) {
    if (operation.do === 'write-words') {
      if (operation.beside + operation.words.length > limits.blockCharactersMax) {
        return refuse('over-limit', { max: limits.blockCharactersMax })
      }
      bytes += encoder.encode(operation.words).length
    } else if (operation.do === 'write-blocks') {
      blocks += operation.blocks.length
      for (const { words } of operation.blocks) bytes += encoder.encode(words).length
    }
  }
  if (desk.order.length + blocks > limits.blocksPerDocumentMax) {
    return refuse('over-limit', { max: limits.blocksPerDocumentMax })
  }
  if (bytes + blocks * bytesPerBlock > limits.updateBytesMax) {
    return refuse('over-limit', { max: limits.pasteCharactersMax })
  }
  return null
}
