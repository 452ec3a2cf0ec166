// What must be true before the doors open. In: a world over an open store. Out: a hub with its
// processes and a way in, or CannotStart with one sentence. Keeps: the demo password opens
// demonstrations only; a demonstration is never seeded over a real hub; the setup link is shown
// once and works once.

import { knownProcesses } from '#shared/processes/known.ts'
import { command } from './audit/command.ts'
import { demoPassword, demoPeoplePattern, hasDemoPassword } from './auth/demo-password.ts'
import { issueLink } from './auth/links.ts'
import { isSetUp } from './auth/queries.ts'
import { CannotStart } from './db/errors.ts'
import type { Reader } from './db/store.ts'
import type { World } from './hub-types.ts'
import { openProcess } from './processes/acts/open.ts'

/** A hub for real work: its processes, and the path of a setup link while it has no account yet. */
export async function prepareHub(world: World): Promise<{ setupPath: string | null }> {
  const { read } = world.store
  if (await hasDemoPassword(read)) {
    throw new CannotStart(
      `This data directory holds demo people whose password everybody knows (${demoPassword}): ` +
        'start it with "npm run demo", or name another directory in DATA_DIR.',
    )
  }
  await command(world, null, async (act) => {
    const any = await act.tx.selectFrom('process').select('id').limit(1).executeTakeFirst()
    if (any) return
    for (const known of knownProcesses) await openProcess(act, known, false)
  })
  if (await isSetUp(read)) return { setupPath: null }
  const now = world.clock.now()
  const link = { kind: 'setup', account: null, by: null } as const
  const { path } = await world.store.transaction((tx) => issueLink(tx, link, now, world.random))
  return { setupPath: path }
}

/** A demonstration: seeded when the directory is empty, left alone when it holds one. */
export async function prepareDemo(
  world: World,
  seed: (world: World) => Promise<unknown>,
): Promise<void> {
  const { read } = world.store
  if (!(await isSetUp(read))) {
    await seed(world)
    return
  }
  const person = await read
    .selectFrom('account')
    .select('id')
    .where('email', 'like', demoPeoplePattern)
    .limit(1)
    .executeTakeFirst()
  if (person) return
  throw new CannotStart(
    'This data directory holds a hub with real people, and no demonstration starts on it: ' +
      'use "npm start", or name another directory in DATA_DIR.',
  )
}

/** The demo people as lines to print, by process. */
export async function demoPeople(read: Reader): Promise<string[]> {
  const rows = await read
    .selectFrom('seat')
    .innerJoin('account', 'account.id', 'seat.account_id')
    .innerJoin('process', 'process.id', 'seat.process_id')
    .select(['process.short_name', 'account.email', 'seat.role', 'seat.party'])
    .where('account.email', 'like', demoPeoplePattern)
    .where('seat.ended_at', 'is', null)
    .orderBy('process.short_name')
    .orderBy('seat.party')
    .orderBy('seat.role', 'desc')
    .orderBy('account.email')
    .execute()
  const byProcess = Map.groupBy(rows, ({ short_name }) => short_name)
  const lines: string[] = []
  for (const [name, people] of byProcess) {
    lines.push(`  ${name}`)
    for (const { email, party, role } of people)
      lines.push(`    ${email.padEnd(28)} ${party.padEnd(6)} ${role}`)
  }
  return lines
}
