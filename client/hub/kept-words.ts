// Words kept on this device until the hub has them. In: what a page has written and nobody
// confirmed, per (account, document, clientID, copy). Out: the same words, to the same account
// only, on its next opening. Keeps: acknowledged words are erased; signing out erases all of an
// account, and a page that is still open then cannot put them back.

import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { AccountId, ClientId, DocumentId } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import type { RefusalCode, RuleId } from '#shared/refusal.ts'

/** One thing somebody wrote: words, a whole paragraph, or a proposal to delete. */
export interface Piece {
  readonly what: 'words' | 'paragraph' | 'deletion'
  /** The paragraph it stood in, or followed; null when that is unknown. */
  readonly block: string | null
  /** The label of that paragraph when it was written: `OP4`. */
  readonly label: string | null
  readonly words: string
  /** Who wrote it and when in Yjs terms: tells whether the hub has it after all. */
  readonly client: ClientId
  readonly clock: number
  readonly length: number
}

/** A piece that was given back and waits for its writer to decide. */
export interface Offer {
  readonly id: string
  /** Null: it was never sent. */
  readonly why: {
    readonly code: RefusalCode
    readonly rule: RuleId | null
    readonly facts?: Readonly<Record<string, string | number>>
  } | null
  /** Milliseconds since 1970, this device's clock. */
  readonly at: number
  readonly piece: Piece
}

export interface KeptRecord {
  readonly account: AccountId
  readonly document: DocumentId
  readonly client: ClientId
  readonly at: number
  /** Which copy of the text wrote it: only its own successor in the tab may send it again. */
  readonly life: string
  readonly epoch: string
  /** What was unacknowledged, as words to offer and as Yjs updates to send again. */
  readonly unsent: readonly Piece[]
  readonly updates: readonly Uint8Array[]
  readonly offers: readonly Offer[]
}

interface Tables extends DBSchema {
  kept: {
    key: [string, string, number, string]
    value: KeptRecord
    indexes: { account: string; document: [string, string] }
  }
  /** When an account last signed out on this device. */
  leave: { key: string; value: { readonly account: string; readonly at: number } }
}

export type KeptDatabase = IDBPDatabase<Tables>

const keyPath = ['account', 'document', 'client', 'life']

let opened: Promise<KeptDatabase> | null = null

function database(): Promise<KeptDatabase> {
  opened ??= openDB<Tables>('plenaria', 1, {
    upgrade(db) {
      const kept = db.createObjectStore('kept', { keyPath })
      kept.createIndex('account', 'account')
      kept.createIndex('document', ['account', 'document'])
      db.createObjectStore('leave', { keyPath: 'account' })
    },
    terminated: () => (opened = null),
  })
  return opened
}

/**
 * Changes of this account on this device that the hub does not have. 0 where nothing can be kept.
 */
export async function keptCount(account: AccountId): Promise<number> {
  try {
    const records = await (await database()).getAllFromIndex('kept', 'account', account)
    return records.reduce(
      (sum, { unsent, updates, offers }) =>
        sum + Math.max(unsent.length, Math.min(1, updates.length)) + offers.length,
      0,
    )
  } catch {
    return 0
  }
}

/** At sign-out: everything of this account goes, and open pages of it keep nothing more. */
export async function eraseKept(account: AccountId, now = Date.now()): Promise<void> {
  try {
    const db = await database()
    const tx = db.transaction(['kept', 'leave'], 'readwrite')
    await tx.objectStore('leave').put({ account, at: now })
    let cursor = await tx.objectStore('kept').index('account').openCursor(account)
    for (; cursor; cursor = await cursor.continue()) await cursor.delete()
    await tx.done
  } catch {
    // Nothing could be kept on this device either, or only the whole of it can be erased.
    await deleteDB('plenaria').catch(() => undefined)
  }
}

/** Writes what is unacknowledged and undecided now; an empty record is erased. False: not kept. */
export async function keep(record: KeptRecord, openedAt: number): Promise<boolean> {
  try {
    const db = await database()
    const tx = db.transaction(['kept', 'leave'], 'readwrite')
    const { account, document, client, life } = record
    const key: Tables['kept']['key'] = [account, document, client, life]
    const left = await tx.objectStore('leave').get(account)
    const kept = tx.objectStore('kept')
    if (left && left.at >= openedAt) await kept.delete(key)
    else if (isEmpty(record)) await kept.delete(key)
    else await kept.put(bounded(record))
    await tx.done
    return true
  } catch {
    return false
  }
}

/** What one copy of the text has kept, left where it is. */
export async function peek(
  account: AccountId,
  document: DocumentId,
  client: ClientId,
  life: string,
): Promise<KeptRecord | null> {
  try {
    return (await (await database()).get('kept', [account, document, client, life])) ?? null
  } catch {
    return null
  }
}

/**
 * Moves the words of pages that are gone to this one: `settle` turns their records, and this page's
 * own, into the one record that is kept from now on. One transaction: nothing is lost in between.
 */
export async function take(
  account: AccountId,
  document: DocumentId,
  isHeld: (record: KeptRecord) => boolean,
  settle: (records: readonly KeptRecord[]) => KeptRecord,
): Promise<KeptRecord | null> {
  try {
    const tx = (await database()).transaction('kept', 'readwrite')
    const all = await tx.store.index('document').getAll([account, document])
    const free = all.filter((record) => !isHeld(record))
    for (const { client, life } of free) {
      await tx.store.delete([account, document, client, life])
    }
    const record = settle(free)
    if (!isEmpty(record)) await tx.store.put(bounded(record))
    await tx.done
    return record
  } catch {
    return null
  }
}

const isEmpty = ({ unsent, updates, offers }: KeptRecord) =>
  unsent.length + updates.length + offers.length === 0

function bounded(record: KeptRecord): KeptRecord {
  const unsent = record.unsent.slice(-limits.keptPiecesMax)
  const room = limits.keptPiecesMax - unsent.length
  return { ...record, unsent, offers: room > 0 ? record.offers.slice(-room) : [] }
}
