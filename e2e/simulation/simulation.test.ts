// The seeded simulation: delegates type, delete, paste and undo through the real writer, room and store,
// while lines break, hubs die and the store fails. After every step I1–I5 and the value oracle of N2
// hold. SIMULATION_SEED repeats a run; every run says its seed.

import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Accepted, viewBlock } from '#shared/document/attribution.ts'
import { blocksInOrder } from '#shared/document/blocks.ts'
import { MarkIndex } from '#shared/document/marks.ts'
import type { Owner } from '#shared/ids.ts'
import type { RowMeta } from '../../server/negotiation/meta.ts'
import { withoutProposalsOf } from '../../server/testing/bench.ts'
import { seededRandom, type Random } from '../../server/testing/random.ts'
import { Table } from '../../server/testing/table.ts'
import { rebuilt } from '../../server/testing/texts/text-with.ts'
import { acknowledgedClock, Page } from './page.ts'

const words = [
  'The States affirm the need for access 😀 for all peoples.',
  'Recalling e\u0301 the assessment of the session, the Committee assesses all,',
  'Подтверждая право всех государств на доступ, the States agree.',
  'The secretariat shall assess and access all the assets.',
]

let table: Table | null = null
afterEach(async () => {
  await table?.close()
  table = null
})

/** The record as an independent reader of the disk sees it, row by row. */
class Oracle {
  readonly doc = rebuilt([])
  seq = 0
  readonly #parties = new Map<number, Owner>()

  constructor() {
    this.#parties.set(1, null)
  }

  async follow(of: Table): Promise<void> {
    for (const row of await of.store.journal.rows(of.document, this.seq)) {
      expect(row.seq).toBe(this.seq + 1) // I2
      const meta = JSON.parse(row.meta) as Partial<RowMeta>
      for (const [client, party] of meta.leases ?? []) this.#parties.set(client, party)
      const writers = new Set((meta.parts ?? []).map((part) => part[5]))
      const before = this.#without(writers)
      Y.applyUpdate(this.doc, row.payload, 'journal')
      if (this.seq > 0) expect(this.#without(writers)).toEqual(before) // N2
      this.seq = row.seq
    }
    for (const client of this.doc.store.clients.keys()) {
      expect(this.#parties.has(client)).toBe(true) // I4
    }
  }

  /** The text without what these parties propose. */
  #without(parties: ReadonlySet<Owner>): string[] {
    const accepted = new Accepted(this.doc)
    const marks = new MarkIndex(this.doc)
    const view = { partyOf: (c: number) => this.#parties.get(c) ?? null, accepted }
    const views = blocksInOrder(this.doc).map((block) => viewBlock(block, view, marks))
    if (parties.size === 1) return [...parties].map((party) => withoutProposalsOf(party, views))
    return [withoutProposalsOfAll(parties, views)]
  }
}

function withoutProposalsOfAll(
  parties: ReadonlySet<Owner>,
  views: Parameters<typeof withoutProposalsOf>[1],
): string {
  const kept = views.map((view) => ({
    ...view,
    deletedBy: view.deletedBy.filter((party) => !parties.has(party as Owner)),
    runs: view.runs
      .filter(({ owner }) => !parties.has(owner))
      .map((run) => ({
        ...run,
        deletions: run.deletions.filter(({ party }) => !parties.has(party as Owner)),
        brackets: run.brackets.filter(({ party }) => !parties.has(party as Owner)),
      })),
  }))
  const standing = kept.filter(({ attributes }) => !parties.has(attributes.proposedBy as Owner))
  return withoutProposalsOf('NOBODY' as Owner, standing)
}

/** I1: whatever a page has seen of others, and whatever it was told is saved, is on the disk. */
function nothingUnsaved(page: Page, disk: Y.Doc): void {
  const { doc } = page.seat
  for (const [client] of doc.store.clients) {
    const own = client === doc.clientID
    const seen = own ? acknowledgedClock(page) : Y.getState(doc.store, client)
    expect(Y.getState(disk.store, client)).toBeGreaterThanOrEqual(seen)
  }
}

async function connectAgain(page: Page): Promise<void> {
  const { seat } = page
  await seat.connect()
  if (!seat.isOpen || !seat.hello!.resumed) await page.startAnew()
}

const misfortunes: Record<string, (t: Table, r: Random, pages: Page[]) => Promise<void>> = {
  'a line breaks, words are typed offline, it comes back': async (_t, random, pages) => {
    const page = random.pick(pages)
    page.seat.cut()
    for (let i = random.below(6); i > 0; i--) page.gesture(random)
    await connectAgain(page)
  },
  'a page is opened anew': async (_t, random, pages) => random.pick(pages).startAnew(),
  'an append fails': async (t) => t.store.failAppends(1),
  'an append is lost on the way': async (t) => t.store.loseAppends(1),
  'the answer to an append is lost': async (t) => t.store.loseAnswers(1),
  'commits are slow for a while': async (t, random) => t.store.holdCommits(random.below(2) * 8),
  'an append fails, then everybody leaves': async (t, random, pages) => {
    t.store.failAppends(1)
    for (const page of pages) page.gesture(random)
    for (const page of pages) page.seat.cut()
    for (const page of pages) await connectAgain(page)
  },
  'the hub dies and comes back': async (t, _random, pages) => {
    await t.settle()
    await t.restartHub()
    for (const page of pages) await connectAgain(page)
  },
}

async function run(seed: number, steps: number): Promise<void> {
  console.log(`simulation: SIMULATION_SEED=${seed}, ${steps} steps`)
  const random = seededRandom(seed)
  table = await Table.open({ seed, blocks: words })
  const t = table
  const parties = ['BR', 'BR', 'CL', 'PE', 'CHAIR', 'UY'].slice(0, 3 + random.below(4))
  const pages: Page[] = []
  for (const party of parties) {
    const page = new Page(party === 'CHAIR' ? await t.chair() : await t.seat(party))
    page.open()
    pages.push(page)
  }
  const oracle = new Oracle()
  await oracle.follow(t)
  const slowest = random.pick([0, 2, 15, 60])
  t.latency = () => random.below(slowest + 1)
  const names = Object.keys(misfortunes)
  for (let step = 0; step < steps; step++) {
    const x = random.next()
    if (x < 0.9) random.pick(pages).gesture(random)
    else if (x < 0.95) await misfortunes[random.pick(names)]!(t, random, pages)
    else await new Promise((resolve) => setTimeout(resolve, random.below(12)))
    for (const page of pages) {
      if (page.seat.closedWith !== null) {
        const said = JSON.stringify([page.seat.nacks, page.gestures.slice(-12)])
        throw new Error(`an honest page was closed with ${page.seat.closedWith}: ${said}`)
      }
      page.check()
    }
    await oracle.follow(t)
    for (const page of pages) nothingUnsaved(page, oracle.doc)
  }
  await atRest(t, pages, oracle)
}

async function atRest(t: Table, pages: Page[], oracle: Oracle): Promise<void> {
  t.store.holdCommits(0)
  t.latency = null
  await t.settle()
  await oracle.follow(t)
  const state = (doc: Y.Doc) => JSON.stringify([vector(doc), deletions(doc)])
  for (const page of pages) {
    page.check()
    expect(page.seat.unacknowledged).toEqual([])
    expect(state(page.seat.doc)).toBe(state(oracle.doc)) // I3
  }
  t.everyoneReads()
  await t.collab.drain()
  const snapshot = await t.store.journal.snapshot(t.document)
  expect(snapshot!.seq).toBe(oracle.seq) // I5
  expect(state(rebuilt([{ payload: snapshot!.state }]))).toBe(state(oracle.doc))
}

const sorted = <T>(entries: Iterable<[number, T]>) => [...entries].toSorted((a, b) => a[0] - b[0])
const vector = (doc: Y.Doc) => sorted(Y.decodeStateVector(Y.encodeStateVector(doc)))
const deletions = (doc: Y.Doc) => sorted(Y.createDeleteSetFromStructStore(doc.store).clients)

describe('simulation', () => {
  const given = process.env['SIMULATION_SEED']
  const seeds = given ? [Number(given)] : [11, 12, 13, 14, 15, 16]
  const steps = Number(process.env['SIMULATION_STEPS'] ?? 600)
  for (const seed of seeds) {
    test(`I1–I5 and N2 hold after every step, seed ${seed}`, { timeout: 120_000 }, () =>
      run(seed, steps),
    )
  }
})
