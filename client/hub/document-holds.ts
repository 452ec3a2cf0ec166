// Which clientIDs a living page still holds, told by Web Locks. In: the browser's lock manager, absent
// on plain http. Out: hold, release, "is it held?". Keeps: a page that crashed or was closed holds
// nothing, without anybody having to clean up.

import type { AccountId, ClientId, DocumentId } from '#shared/ids.ts'
import type { KeptRecord } from './kept-words.ts'

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
