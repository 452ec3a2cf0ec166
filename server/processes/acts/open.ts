// Opens a process with its members and organs. In: an act, a known process (shared/processes). Out:
// rows. Keeps: membership stands in the record dated and with its source (DOMAIN §1.5).

import type { KnownProcess } from '#shared/processes/known.ts'
import type { Act } from '../../audit/command.ts'

/** `fictitious`: its meetings and texts are a demonstration, and every page says so. */
export async function openProcess(
  act: Act,
  known: KnownProcess,
  fictitious: boolean,
): Promise<void> {
  await act.tx
    .insertInto('process')
    .values({
      id: known.id,
      names: JSON.stringify(known.names),
      short_name: known.shortName,
      languages: JSON.stringify(known.languages),
      description: JSON.stringify(known.description),
      fictitious: fictitious ? 1 : 0,
      created_at: act.now,
    })
    .execute()
  for (const { party, standing, since, until, source } of known.members) {
    const dates = { since: since ?? null, until: until ?? null }
    const row = { process_id: known.id, party, standing, source, ...dates }
    await act.tx.insertInto('member').values(row).execute()
  }
  for (const [position, { key, names, level }] of known.organs.entries()) {
    const row = { process_id: known.id, key, names: JSON.stringify(names), level, position }
    await act.tx.insertInto('organ').values(row).execute()
  }
  await act.record({ process: known.id, act: 'process-opened', target: known.id })
}
