// Simulated delegates: every amendment fits the seeded text; a run through the real doors of a
// real hub shows several States' words, and nothing of it is refused.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { wordsOf } from '#shared/document/attribution.ts'
import { attribute, blocksInOrder } from '#shared/document/blocks.ts'
import { proposalsOf } from '#shared/document/roots.ts'
import type { PartyCode } from '#shared/ids.ts'
import { isRefusal } from '#shared/refusal.ts'
import { firstUpdate } from '../documents/initial.ts'
import { temporaryHub } from '../testing/temporary-hub.ts'
import type { TemporaryHub } from '../testing/temporary-hub.ts'
import { rebuilt } from '../testing/texts/text-with.ts'
import { createAlive } from './alive.ts'
import type { AliveRun } from './alive.ts'
import { blocksOfFile } from './documents.ts'
import { Hand } from './hand.ts'
import { liveDocument } from './queries.ts'
import { script } from './script.ts'
import type { Amendment } from './script.ts'
import { seedDemo } from './seed.ts'

function declaration(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, firstUpdate(blocksOfFile('sample-a-declaracion-csm-es.txt')))
  return doc
}

const readsOf = (doc: Y.Doc) => blocksInOrder(doc).map(wordsOf)

/** Does the hand find what the amendment refers to? */
function fits(hand: Hand, amendment: Amendment, unit: string): boolean {
  switch (amendment.do) {
    case 'propose':
      return hand.propose({ ...amendment, isAlternative: false }) !== null
    case 'insert':
      return hand.caretAfter(amendment.block, amendment.behind) !== null
    default:
      return hand.strike(amendment.block, amendment.words, unit)
  }
}

/** What can be read once the amendment has been made. */
function resultOf(amendment: Amendment): string {
  return amendment.do === 'replace' ? amendment.words + amendment.by : amendment.words
}

describe('the script', () => {
  it.each(script)('of $party finds every word it refers to', ({ party, amendments }) => {
    const hand = new Hand(declaration(), party as PartyCode)
    expect(amendments.filter((each, i) => !fits(hand, each, `unit.${i}`))).toEqual([])
  })
})

describe('a hand', () => {
  it('types and corrects at a place that others move', () => {
    const doc = declaration()
    const hand = new Hand(doc, 'CO' as PartyCode)
    let caret = hand.caretAfter('b7', 'contribución')
    for (const letter of ' grand') caret = caret && hand.type(caret, letter)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const start = new Hand(other, 'BR' as PartyCode).caretAfter('b7', 'Reconociendo')
    new Hand(other, 'BR' as PartyCode).type(start!, ' plenamente')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    caret = caret && hand.erase(caret, 'd')
    caret = caret && hand.type(caret, 'd')
    caret = caret && hand.type(caret, 'e')
    expect(caret).not.toBeNull()
    expect(hand.reads('b7')).toMatch(/^Reconociendo plenamente la contribución grande de /)
    expect(hand.erase(caret!, 'X')).toBeNull()
  })

  it('strikes by identity, and takes it back', () => {
    const doc = declaration()
    const hand = new Hand(doc, 'EC' as PartyCode)
    const before = readsOf(doc)
    expect(hand.strike('b11', 'seis', 'alive.1')).toBe(true)
    expect(proposalsOf(doc).get('d/EC/alive.1')).toEqual([[1, expect.any(Number), 4]])
    expect(readsOf(doc)).toEqual(before)
    expect(hand.strike('b11', 'seis', 'alive.1')).toBe(true)
    expect(proposalsOf(doc).size).toBe(0)
    expect(hand.strike('b11', 'words nobody wrote', 'alive.2')).toBe(false)
  })
})

describe('a run', () => {
  let hub: TemporaryHub
  const text = async (run: AliveRun) => rebuilt(await hub.world.store.journal.rows(run.document, 0))

  beforeAll(async () => {
    hub = await temporaryHub({ demo: true })
    await seedDemo(hub.world)
  })
  afterAll(() => hub.close())

  it('writes through the real doors, one run at a time, and is admitted whole', async () => {
    const alive = createAlive(hub.world, { pace: 0.004 })
    expect(await alive.start()).toEqual({ refused: 'busy' })
    alive.openAt(hub.url)
    const run = await alive.start()
    if (isRefusal(run)) throw new Error(run.refused)
    expect(run.document).toBe(await liveDocument(hub.world.store.read))
    expect(await alive.start()).toEqual({ refused: 'too-many' })
    await alive.finished()
    const doc = await text(run)
    const reads = readsOf(doc).join('\n')
    const results = script.flatMap(({ amendments }) => amendments.map(resultOf))
    expect(results.filter((words) => !reads.includes(words))).toEqual([])
    const proposed = blocksInOrder(doc).map((block) => attribute(block, 'proposedBy'))
    expect(new Set(proposed.filter(Boolean))).toEqual(new Set(['AR', 'EC', 'UY', 'PE']))
    const marks = [...proposalsOf(doc).keys()].map((key) => key.split('/')[1])
    expect(new Set(marks)).toEqual(new Set(['AR', 'CO', 'EC', 'UY', 'PE']))
    const { read } = hub.world.store
    expect(await read.selectFrom('refusal').selectAll().execute()).toEqual([])
    const logins = await read.selectFrom('login').select('hash').execute()
    expect(logins).toEqual([])
  })

  it('ends when told to, in the middle of a word', async () => {
    const alive = createAlive(hub.world, { pace: 1 })
    alive.openAt(hub.url)
    expect(isRefusal(await alive.start())).toBe(false)
    await alive.stop()
    expect(await hub.world.store.read.selectFrom('login').selectAll().execute()).toEqual([])
    expect(isRefusal(await alive.start())).toBe(false)
    await alive.stop()
  })
})
