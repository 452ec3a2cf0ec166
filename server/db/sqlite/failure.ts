// Carries a failure across the thread boundary, both ways. In: what SQLite threw; or what arrived.
// Out: a plain value; or one of our named errors. Keeps: SQLite's messages name tables and columns
// only, and nothing is added to them.

import { StatementFailed, StoreFailed, UnknownOutcome } from '../errors.ts'
import type { StatementReason } from '../errors.ts'
import { errcodeOf } from '../directory.ts'
import type { Failure } from './protocol.ts'

const reasons = new Map<number, StatementReason>([
  [1555, 'duplicate'], // primary key
  [2067, 'duplicate'], // unique
  [2579, 'duplicate'], // rowid
  [787, 'missing reference'],
  [1299, 'missing value'],
  [275, 'check'],
])

export function failureOf(error: unknown, kind: Failure['kind']): Failure {
  const message = error instanceof Error ? error.message : 'the transaction was rolled back'
  return { kind, reason: reasons.get(errcodeOf(error)) ?? 'other', message }
}

export function errorOf({ kind, reason, message }: Failure): Error {
  if (kind === 'statement') return new StatementFailed(reason, message)
  return kind === 'unknown' ? new UnknownOutcome(message) : new StoreFailed(message)
}
