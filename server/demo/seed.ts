// Fills an empty directory with the demonstration: three processes, their people, their texts. In:
// a world. Out: rows. Keeps: people come last, so that a start that was cut short is simply done
// again; one password, hashed once.

import { mint } from '#shared/ids.ts'
import type { AccountId, ProcessId, WorkId } from '#shared/ids.ts'
import { knownProcesses } from '#shared/processes/known.ts'
import { isRefusal } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { command } from '../audit/command.ts'
import type { Act } from '../audit/command.ts'
import { createAccount } from '../auth/acts/create-account.ts'
import { demoPassword } from '../auth/demo-password.ts'
import { hashPassword } from '../auth/passwords.ts'
import { beginDocument } from '../documents/begin.ts'
import type { World } from '../hub-types.ts'
import { giveSeat } from '../processes/acts/give-seat.ts'
import { openProcess } from '../processes/acts/open.ts'
import { blocksOfFile, demoWorks } from './documents.ts'
import type { DemoWork } from './documents.ts'
import { demoPeople } from './people.ts'

export async function seedDemo(world: World): Promise<void> {
  await command(world, null, openProcesses)
  for (const work of demoWorks) await beginWork(world, work)
  const password = await hashPassword(demoPassword, world.random)
  const seated = await command(world, null, (act) => seatPeople(act, world, password))
  if (isRefusal(seated)) throw new Error(`the demo people: ${seated.refused}`)
}

async function openProcesses(act: Act): Promise<void> {
  const rows = await act.tx.selectFrom('process').select('id').execute()
  const there = new Set(rows.map(({ id }) => id))
  for (const known of knownProcesses) if (!there.has(known.id)) await openProcess(act, known, true)
}

async function beginWork(world: World, demo: DemoWork): Promise<void> {
  const { process, symbol, kind, phase, versions } = demo
  const there = await world.store.read
    .selectFrom('document')
    .innerJoin('work', 'work.id', 'document.work_id')
    .select(['document.language', 'work.id'])
    .where('work.symbol', '=', symbol)
    .execute()
  let work: WorkId | null = there[0]?.id ?? null
  for (const { file, title, language } of versions) {
    if (there.some((document) => document.language === language)) continue
    const facts = { process: process as ProcessId, title, language, phase, shared: true }
    const begun = await beginDocument(
      world,
      null,
      { ...facts, work: work ?? { kind, symbol } },
      blocksOfFile(file),
    )
    if (isRefusal(begun)) throw new Error(`${file}: ${begun.refused}`)
    work = begun.work
  }
}

async function seatPeople(act: Act, { random }: World, password: string): Promise<void | Refusal> {
  for (const { process, email, name, role, party, language } of demoPeople) {
    const account = mint<AccountId>(random)
    const made = await createAccount(act, { id: account, email, name, language, password })
    if (isRefusal(made)) return made
    const seat = await giveSeat(act, { process, account, role, party }, random)
    if (isRefusal(seat)) return seat
  }
}
