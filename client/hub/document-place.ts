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

/** Which copies a living page holds, by Web Locks: who crashed or was closed holds nothing. */
export interface Holds {
  hold(life: string): void
  release(life: string): void
  /** Whose words may not be taken: asked of the browser once. */
  held(): Promise<(record: Pick<KeptRecord, 'life' | 'at'>) => boolean>
}

/** Without locks, words written this recently are believed to have a living page. */
const livingMs = 15_000

const nameOf = (life: string) => `plenaria/${life}`

/** `locks` is absent on plain http. */
export function holdsOf(locks: LockManager | undefined, now: () => number): Holds {
  const mine = new Map<string, () => void>()
  return {
    hold(life) {
      if (mine.has(life)) return
      const { promise, resolve } = Promise.withResolvers<void>()
      mine.set(life, resolve)
      locks?.request(nameOf(life), () => promise).catch(() => undefined)
    },
    release(life) {
      mine.get(life)?.()
      mine.delete(life)
    },
    async held() {
      if (!locks) return ({ life, at }) => !mine.has(life) && now() - at < livingMs
      const { held = [] } = await locks.query()
      const names = new Set(held.map(({ name }) => name))
      return ({ life }) => !mine.has(life) && names.has(nameOf(life))
    },
  }
}
