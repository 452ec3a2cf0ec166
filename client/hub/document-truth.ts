// The truth strip as a state machine, pure (UX §0 rule 10). In: how the connection stands, how
// much is unacknowledged, whether hub and device can write. Out: the one thing the strip may say.
// Keeps: "saved" only when every change of this page was acknowledged by the hub.

export type Connection = 'connecting' | 'live' | 'offline'

export interface Facts {
  readonly connection: Connection
  /** This page has, or had, the right to write. */
  readonly writes: boolean
  /** Local changes the hub has not acknowledged. */
  readonly unacknowledged: number
  /** The last acknowledgement, or when the text was joined; ms since 1970, null before that. */
  readonly at: number | null
  /** The hub said that it cannot write. */
  readonly stalled: boolean
  /** The device could not keep the words (private window, full disk). */
  readonly deviceFails: boolean
}

export type Truth =
  | { readonly says: 'connecting' }
  | { readonly says: 'saved'; readonly at: number }
  | { readonly says: 'up-to-date' }
  | { readonly says: 'saving' }
  | { readonly says: 'offline'; readonly changes: number }
  | { readonly says: 'cannot-write' }
  | { readonly says: 'not-kept' }

export const nothingYet: Facts = {
  connection: 'connecting',
  writes: false,
  unacknowledged: 0,
  at: null,
  stalled: false,
  deviceFails: false,
}

export function truthOf(facts: Facts): Truth {
  const { connection, writes, unacknowledged, at, stalled, deviceFails } = facts
  if (connection === 'live' && stalled) return { says: 'cannot-write' }
  if (unacknowledged > 0 && connection !== 'live') {
    return deviceFails ? { says: 'not-kept' } : { says: 'offline', changes: unacknowledged }
  }
  if (unacknowledged > 0) return { says: 'saving' }
  if (connection === 'offline') return { says: 'offline', changes: 0 }
  if (connection === 'connecting' || at === null) return { says: 'connecting' }
  return writes ? { says: 'saved', at } : { says: 'up-to-date' }
}

/** Leaving the page would lose sight of unacknowledged words. */
export const shouldWarnBeforeLeaving = (facts: Facts): boolean => facts.unacknowledged > 0

export const sameTruth = (a: Truth, b: Truth): boolean => JSON.stringify(a) === JSON.stringify(b)
