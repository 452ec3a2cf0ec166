// The demonstration as a newcomer finds it: people, texts, and nothing twice.

import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { blocksInOrder } from '#shared/document/blocks.ts'
import { isKnownParty } from '#shared/parties/names.ts'
import { knownProcesses } from '#shared/processes/known.ts'
import { verifyPassword } from '../auth/passwords.ts'
import { createWorld } from '../hub.ts'
import type { World } from '../hub-types.ts'
import { temporaryStore, testNow } from '../testing/temporary-store.ts'
import { rebuilt } from '../testing/texts/text-with.ts'
import { demoPeople } from './people.ts'
import { seedDemo } from './seed.ts'

let world: World
const random = (size: number) => randomBytes(size)

/** How many States take part, beside the chair and the observer. */
function states(process: string): number {
  const seated = demoPeople.filter((each) => each.process === process)
  return new Set(seated.map(({ party }) => party)).size - 2
}

beforeAll(async () => {
  const store = await temporaryStore()
  const clock = { now: () => testNow }
  world = createWorld({ store, clock, random, log: pino({ level: 'silent' }) })
  await seedDemo(world)
})
afterAll(() => world.store.close())

it('seats everybody the address promises, with one password', async () => {
  const rows = await world.store.read
    .selectFrom('seat')
    .innerJoin('account', 'account.id', 'seat.account_id')
    .select(['email', 'password', 'role', 'party', 'speaks', 'process_id as process'])
    .execute()
  expect(rows).toHaveLength(demoPeople.length)
  for (const process of ['csm', 'midsa', 'almaty']) {
    for (const role of ['chair', 'secretariat', 'observer']) {
      expect(rows.map(({ email }) => email)).toContain(`${role}@${process}.demo`)
    }
  }
  const at = (email: string) => rows.find((row) => row.email === email)
  expect(at('br@csm.demo')).toMatchObject({ role: 'focalPoint', party: 'BR', speaks: 1 })
  expect(at('br2@csm.demo')).toMatchObject({ role: 'delegate', speaks: 1 })
  expect(at('br-adviser@csm.demo')).toMatchObject({ role: 'adviser', speaks: 0 })
  expect(at('cl@csm.demo')).toBeDefined()
  const hashes = new Set(rows.map(({ password }) => password))
  expect(hashes.size).toBe(1)
  expect(await verifyPassword([...hashes][0]!, 'plenaria-demo')).toBe(true)
})

it('seats delegates of members only, observers for members or observers', () => {
  for (const { process, party, role } of demoPeople) {
    if (party === 'CHAIR') continue
    expect(isKnownParty(party)).toBe(true)
    const known = knownProcesses.find(({ id }) => id === process)
    const member = known?.members.find((each) => each.party === party)
    expect(member?.standing, `${party} in ${process}`).toBe(
      role === 'observer' ? 'observer' : 'member',
    )
  }
  expect(states('csm')).toBeGreaterThanOrEqual(8)
  expect(states('midsa')).toBeGreaterThanOrEqual(6)
  expect(states('almaty')).toBeGreaterThanOrEqual(4)
})

it('brings the texts, versions of one work with the same block ids, all fictitious', async () => {
  const rows = await world.store.read
    .selectFrom('document')
    .innerJoin('work', 'work.id', 'document.work_id')
    .select(['document.id', 'work.symbol', 'language', 'phase', 'writing', 'shared', 'fictitious'])
    .orderBy('symbol')
    .orderBy('language')
    .execute()
  expect(rows.map(({ symbol, language, phase }) => `${symbol} ${language} ${phase}`)).toEqual([
    'ALMATY/EX/L.1 ru negotiating',
    'CSM/EX/INF.1 es drafting',
    'CSM/EX/L.1 es negotiating',
    'CSM/EX/L.1 pt negotiating',
    'MIDSA/EX/L.1 en negotiating',
    'MIDSA/EX/L.1 fr negotiating',
  ])
  expect(rows.every((row) => row.fictitious === 1 && row.writing === 'together')).toBe(true)
  const blocksOf = async (id: (typeof rows)[number]['id']) =>
    blocksInOrder(rebuilt(await world.store.journal.rows(id, 0))).map(
      (block) => `${block.getAttribute('id')} ${block.getAttribute('kind')}`,
    )
  const [, , es, pt, en, fr] = rows
  expect(await blocksOf(es!.id)).toEqual(await blocksOf(pt!.id))
  expect(await blocksOf(en!.id)).toEqual(await blocksOf(fr!.id))
})

it('goes on where a start was cut short, and begins nothing twice', async () => {
  await world.store.transaction(async (tx) => {
    await tx.deleteFrom('seat').execute()
    await tx.deleteFrom('account').execute()
  })
  await seedDemo(world)
  const { count } = await world.store.read
    .selectFrom('document')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(6)
})
