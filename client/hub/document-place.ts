// This tab's place in a document: the lease it was given, with its token. In: a storage that lives as
// long as the tab. Out: what to present when the tab comes back. Keeps: a token never leaves its tab
// and its account; a storage that refuses costs a fresh lease and nothing else.

import type { AccountId, ClientId, DocumentId } from '#shared/ids.ts'

export interface Place {
  readonly client: ClientId
  readonly token: string
  /** The copy that writes, or wrote, under this lease. */
  readonly life: string
}

export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (account: AccountId, document: DocumentId) => `plenaria-lease/${account}/${document}`

export function readPlace(
  storage: TabStorage,
  account: AccountId,
  document: DocumentId,
): Place | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(keyOf(account, document)) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { client, token, life } = value as Partial<Place>
    if (typeof client !== 'number' || typeof token !== 'string') return null
    return { client, token, life: typeof life === 'string' ? life : '' }
  } catch {
    return null
  }
}

export function writePlace(
  storage: TabStorage,
  account: AccountId,
  document: DocumentId,
  place: Place | null,
): void {
  try {
    const key = keyOf(account, document)
    if (place) storage.setItem(key, JSON.stringify(place))
    else storage.removeItem(key)
  } catch {
    // Storage is full or forbidden: the next load is given a fresh lease.
  }
}
