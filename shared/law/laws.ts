// The numbered laws of the negotiating text, pure (docs/RULES.md has the words). In: a standing and one
// change. Out: null, or the refusal with its rule. Keeps: one copy — the hub asks it to admit, the
// editor asks it before it writes.

import { isKind, levelMax } from '../document/blocks.ts'
import { isPlainText } from '../document/plain-text.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { unreachable } from '../assert.ts'
import type { Owner } from '../ids.ts'
import type { Change } from './change.ts'
import type { Standing } from './standing.ts'

type Verdict = Refusal | null

/** N1, N6, N10: who only reads is told why. */
export function lawOfReading(standing: Standing): Verdict {
  return standing.writing ? null : refuse(standing.readsBecause ?? 'reads-only')
}

/** N2: only words of the party one writes for; base words only by the pen, only in `drafting`. */
export function lawOfOwnership(standing: Standing, owner: Owner): Verdict {
  if (owner === standing.party && (owner !== null || standing.writing === 'base')) return null
  return refuse(owner === null ? 'base-words' : 'others-words')
}

/** N3: an agreed block is closed to everyone. */
export function lawOfAgreement(agreed: boolean): Verdict {
  return agreed ? refuse('agreed-paragraph') : null
}

/** N4, N5, N8: what a new block may say of itself. */
export function lawOfBlocks(
  standing: Standing,
  change: Extract<Change, { change: 'block-written' }>,
): Verdict {
  const { attributes, idIsItsOwn, anchored, wellFormed } = change
  if (!wellFormed || !isKind(attributes['kind'])) return refuse('unknown-block')
  const { level, status, order, proposedBy, after, alt } = attributes
  if (!isLevel(level) || status !== 'open' || !idIsItsOwn) return refuse('attributes-fixed')
  if (standing.writing === 'base') {
    const plain = proposedBy === undefined && after === undefined && alt === undefined
    return plain && isOrder(order) ? null : refuse('attributes-fixed')
  }
  if (order !== undefined || proposedBy === undefined) return refuse('base-words')
  if (proposedBy !== standing.party) return refuse('forged-proposal')
  if (!anchored || (alt !== undefined && alt !== 1)) return refuse('attributes-fixed')
  return null
}

const isLevel = (level: unknown) =>
  Number.isInteger(level) && Number(level) >= 0 && Number(level) <= levelMax
const isOrder = (order: unknown) => typeof order === 'string' && /^[0-9a-z]{1,200}$/.test(order)

/** N5, N9: a mark bears its writer's party and names what exists. */
export function lawOfMarks(
  standing: Standing,
  change: Extract<Change, { change: 'mark-written' }>,
): Verdict {
  if (change.party === null || change.kind === null) return refuse('forged-proposal')
  if (change.party !== standing.party) return refuse('forged-proposal')
  if (!change.wellFormed) return refuse('not-whole')
  return lawOfAgreement(change.agreed)
}

/** N2: an entry is removable by its own party alone. */
export function lawOfWithdrawal(
  standing: Standing,
  change: Extract<Change, { change: 'mark-deleted' }>,
): Verdict {
  if (change.party === null || change.party !== standing.party) return refuse('others-proposal')
  return lawOfAgreement(change.agreed)
}

/** The first law a change breaks, in the order of docs/RULES.md. */
export function judge(standing: Standing, change: Change): Verdict {
  const silent = lawOfReading(standing)
  if (silent) return silent
  switch (change.change) {
    case 'words-written':
      if (!isPlainText(change.words)) return refuse('not-plain-text')
      return lawOfAgreement(change.agreed)
    case 'words-deleted':
    case 'block-deleted':
      return lawOfOwnership(standing, change.owner) ?? lawOfAgreement(change.agreed)
    case 'block-written':
      return lawOfBlocks(standing, change)
    case 'mark-written':
      return lawOfMarks(standing, change)
    case 'mark-deleted':
      return lawOfWithdrawal(standing, change)
    case 'attribute-changed':
      return refuse('attributes-fixed')
    case 'ruling-changed':
      return refuse('rulings-are-the-hubs')
    case 'not-text':
      return refuse('not-plain-text')
    default:
      return unreachable(change)
  }
}
