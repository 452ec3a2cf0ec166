// This tab's place in a document: the lease it was given, with its token. In: a storage that
// lives as long as the tab. Out: what to present when the tab comes back. Keeps: a token never
// leaves its tab and its account; a storage that refuses costs a fresh lease and nothing else.

import type { AccountId, ClientId, DocumentId } from '#shared/ids.ts'
import type { KeptRecord } from './kept-words.ts'

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

/** Which clientIDs a living page holds, by Web Locks: who crashed or was closed holds nothing. */
export interface Holds {
  hold(client: ClientId): void
  release(client: ClientId): void
  /** Whose words may not be taken: asked of the browser once. */
  held(): Promise<(record: Pick<KeptRecord, 'client' | 'at'>) => boolean>
}

/** Without locks, words written this recently are believed to have a living page. */
const livingMs = 15_000

export function holdsOf(
  locks: LockManager | undefined,
  account: AccountId,
  document: DocumentId,
  now: () => number,
): Holds {
  const nameOf = (client: ClientId) => `plenaria/${account}/${document}/${client}`
  const mine = new Map<ClientId, () => void>()
  return {
    hold(client) {
      if (mine.has(client)) return
      const { promise, resolve } = Promise.withResolvers<void>()
      mine.set(client, resolve)
      // A page that is just going away may hold it a moment longer: the request waits for it.
      locks?.request(nameOf(client), () => promise).catch(() => undefined)
    },
    release(client) {
      mine.get(client)?.()
      mine.delete(client)
    },
    async held() {
      if (!locks) {
        return ({ client, at }) => !mine.has(client) && now() - at < livingMs
      }
      const { held = [] } = await locks.query()
      const names = new Set(held.map(({ name }) => name))
      return ({ client }) => !mine.has(client) && names.has(nameOf(client))
    },
  }
}
