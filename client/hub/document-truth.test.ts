// The truth strip over every combination of facts. Keeps: it never says saved while something of
// this page is unconfirmed, never hides an offline or failing hub.

import { describe, expect, it } from 'vitest'
import { shouldWarnBeforeLeaving, truthOf, type Connection, type Facts } from './document-truth.ts'

const connections: readonly Connection[] = ['connecting', 'live', 'offline']
const yesNo = [true, false]

const all: Facts[] = connections.flatMap((connection) =>
  yesNo.flatMap((writes) =>
    [0, 1, 3].flatMap((unacknowledged) =>
      [null, 5_000].flatMap((at) =>
        yesNo.flatMap((stalled) =>
          yesNo.map((deviceFails) => ({
            connection,
            writes,
            unacknowledged,
            at,
            stalled,
            deviceFails,
          })),
        ),
      ),
    ),
  ),
)

describe('the truth strip', () => {
  it('says saved only when live, writable and wholly acknowledged', () => {
    for (const facts of all) {
      const truth = truthOf(facts)
      if (truth.says !== 'saved' && truth.says !== 'up-to-date') continue
      expect(facts).toMatchObject({ connection: 'live', unacknowledged: 0, stalled: false })
      expect('at' in truth ? truth.at : facts.at).toBe(facts.at)
    }
  })

  it('says that the hub cannot write whenever the hub says so', () => {
    for (const facts of all) {
      const should = facts.connection === 'live' && facts.stalled
      expect(truthOf(facts).says === 'cannot-write').toBe(should)
    }
  })

  it('counts what is kept here, or says that nothing is', () => {
    const offline: Facts = { ...all[0]!, connection: 'offline', unacknowledged: 3, stalled: false }
    expect(truthOf({ ...offline, deviceFails: false })).toEqual({ says: 'offline', changes: 3 })
    expect(truthOf({ ...offline, deviceFails: true })).toEqual({ says: 'not-kept' })
    expect(truthOf({ ...offline, unacknowledged: 0 })).toEqual({ says: 'offline', changes: 0 })
  })

  it('warns before leaving exactly while something is unacknowledged', () => {
    for (const facts of all) expect(shouldWarnBeforeLeaving(facts)).toBe(facts.unacknowledged > 0)
  })
})
