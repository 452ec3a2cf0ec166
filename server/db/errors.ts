// How the store says that it could not. In: what went wrong. Out: errors by name, so that a caller
// can tell "nothing was written" from "nobody knows" from "this must not start". Keeps: no error
// carries a value of a row (draft words, secrets), only names of tables, columns and documents.

/** Nothing was written, and nothing will be. */
export class StoreFailed extends Error {
  override name = 'StoreFailed'
}

/**
 * The commit may or may not be on disk: the answer was lost. For an append, `journal.byBatch`
 * tells; it is queued behind the append, so its answer is final.
 */
export class UnknownOutcome extends Error {
  override name = 'UnknownOutcome'
}

export type StatementReason =
  | 'duplicate'
  | 'missing reference'
  | 'missing value'
  | 'check'
  | 'other'

/** One statement was refused by the engine; the story it belongs to can only be rolled back. */
export class StatementFailed extends StoreFailed {
  override name = 'StatementFailed'
  readonly reason: StatementReason
  constructor(reason: StatementReason, message: string) {
    super(message)
    this.reason = reason
  }
}

/** A story took longer than `limits.storyMsMax`; it was rolled back. */
export class StoryTimedOut extends StoreFailed {
  override name = 'StoryTimedOut'
}

/** I2 does not hold: the journal on disk is not the one that was written. */
export class JournalBroken extends Error {
  override name = 'JournalBroken'
  readonly document: string
  readonly seq: number
  constructor(document: string, seq: number, what: string) {
    super(`the journal of document ${document} is broken at row ${seq}: ${what}`)
    this.document = document
    this.seq = seq
  }
}

/** The database has migrations this Plenaria does not know. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
}

/** The hub must not start; `message` is one clear sentence for whoever started it. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** A unique key was taken: for acts that turn this into a refusal. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof StatementFailed && error.reason === 'duplicate'
}
