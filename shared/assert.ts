// Broken invariants. A refusal is a value (refusal.ts); what stands here is a bug, and it throws.

export class BrokenInvariant extends Error {
  override name = 'BrokenInvariant'
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenInvariant(message)
}

/** The value, or a crash that names what was missing. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new BrokenInvariant(`missing: ${what}`)
  return value
}

/** The end of a switch over a closed union. */
export function unreachable(value: never): never {
  throw new BrokenInvariant(`unreachable: ${JSON.stringify(value)}`)
}
