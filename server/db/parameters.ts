// What may be bound to a statement, the same for every engine. In: a statement's parameters. Out:
// the same, typed, or a crash. Keeps: nothing is stored by one engine that another would refuse or
// change (SQLite takes `undefined` as NULL and keeps NUL in text; PostgreSQL does neither).

import { BrokenInvariant } from '#shared/assert.ts'
import { StatementFailed } from './errors.ts'

export type SqlValue = string | number | bigint | null | Uint8Array

/** The parameters, each known to be storable; throws on what only a bug would bind. */
export function bindable(parameters: readonly unknown[]): SqlValue[] {
  return parameters.map(bindableOne)
}

function bindableOne(value: unknown): SqlValue {
  if (value === null || value instanceof Uint8Array) return value
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new StatementFailed('other', 'text with a NUL cannot be stored')
    return value
  }
  if (typeof value === 'number') {
    if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)))
      return value
    throw new BrokenInvariant('a number outside the exact range was bound to a statement')
  }
  if (typeof value === 'bigint') return value
  throw new BrokenInvariant(`a value of type ${typeof value} was bound to a statement`)
}
