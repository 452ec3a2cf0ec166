// What a journal row says about itself: who, with which hand, which leases it uses first. In: parts of a
// tick. Out: JSON text, hashed byte for byte with the row (I2). Keeps: accounts by id only — names live
// elsewhere and can be erased — and never draft words.

import type { AccountId, ClientId, Owner } from '#shared/ids.ts'
import type { Part } from './admission/admission.ts'

export interface TickPart extends Part {
  readonly account: AccountId
  readonly party: Owner
}

/** [clientID, from clock, to clock, deleted, account, party] and [clientID, party, hand, account]. */
export interface RowMeta {
  readonly v: 1
  readonly act?: string
  readonly account?: AccountId | null
  readonly detail?: Readonly<Record<string, string | number>>
  readonly parts: readonly (readonly [ClientId | null, number, number, number, AccountId, Owner])[]
  readonly leases: readonly (readonly [ClientId, Owner, 'own' | 'hub', AccountId | null])[]
}

export function metaOfTick(parts: readonly TickPart[]): string {
  const leases = new Map<ClientId, RowMeta['leases'][number]>()
  for (const { client, from, to, party, account } of parts) {
    const first = client !== null && from === 0 && to > 0
    if (first && !leases.has(client)) leases.set(client, [client, party, 'own', account])
  }
  const meta: RowMeta = {
    v: 1,
    parts: parts.map((p) => [p.client, p.from, p.to, p.deleted, p.account, p.party]),
    leases: [...leases.values()],
  }
  return JSON.stringify(meta)
}

/** Does this row record an act? Then what everybody may do has changed with it. */
export const isAct = (meta: string): boolean => (JSON.parse(meta) as RowMeta).act !== undefined

export function metaOfAct(
  act: string,
  account: AccountId | null,
  detail: Readonly<Record<string, string | number>>,
): string {
  const meta: RowMeta = { v: 1, act, account, detail, parts: [], leases: [] }
  return JSON.stringify(meta)
}
