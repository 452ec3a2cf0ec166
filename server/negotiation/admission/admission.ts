// Admission: a tick's updates applied in one transaction, each judged by its own new items and its own
// deletions, so that a culprit is known at once. In: the room's working text and submissions. Out: a
// verdict each, and the one update the room's own document emitted. Keeps: N1–N6, N8, N9; a refused
// update leaves nothing behind (the caller discards the document after a spoiled tick).

import * as Y from 'yjs'
import type { ClientId } from '#shared/ids.ts'
import type { Change } from '#shared/law/change.ts'
import { judge } from '#shared/law/laws.ts'
import type { Standing } from '#shared/law/standing.ts'
import { refuse, type Refusal } from '#shared/refusal.ts'
import { decode, newWriters, precheck } from './precheck.ts'
import { readAdditions, readDeletions, type Text } from './reading.ts'

export interface Submission {
  readonly bytes: Uint8Array
  readonly standing: Standing
  /** The lease this connection writes under; null for a reader, or a stock client not yet leased. */
  readonly client: ClientId | null
  /** A stock client's first writing: may this clientID be leased to it? */
  readonly claim: (client: ClientId) => Refusal | null
  /** The connection: once one of its updates is refused, nothing after it counts. */
  readonly source: object
  readonly bytesMax: number
  /** The document has reached its bound: words may leave it, none may come. */
  readonly isFull: boolean
}

/** What one submission did, for the journal's meta and the leases. */
export interface Part {
  readonly client: ClientId | null
  readonly from: number
  readonly to: number
  /** Characters and entries taken away. */
  readonly deleted: number
}

export type Verdict =
  | { readonly admitted: Part; readonly changed: boolean }
  | { readonly refusal: Refusal; readonly applied: boolean }

const no = (refusal: Refusal, applied = false): Verdict => ({ refusal, applied })

/** One submission inside the running transaction. `applied` on a refusal: the document is spoiled. */
function admitOne(text: Text, transaction: Y.Transaction, submission: Submission): Verdict {
  const { store } = text.doc
  if (submission.bytes.length > submission.bytesMax) return no(refuse('over-limit'))
  const decoded = decode(submission.bytes)
  if (!decoded) return no(refuse('not-whole'))
  const author = authorOf(store, decoded, submission)
  if ('refused' in author) return no(author)
  const { client } = author
  const early = precheck(store, decoded, client)
  if (early) return no(early)

  const before = client === null ? 0 : Y.getState(store, client)
  const seen = new Map<ClientId, number>()
  for (const [owner, ranges] of transaction.deleteSet.clients) seen.set(owner, ranges.length)
  const roots = text.doc.share.size
  try {
    Y.applyUpdate(text.doc, submission.bytes, 'submission')
  } catch {
    return no(refuse('not-whole'), true)
  }
  if (store.pendingStructs || store.pendingDs) return no(refuse('not-whole'), true)
  if (text.doc.share.size !== roots) return no(refuse('not-whole'), true)

  const law = (change: Change) => judge(submission.standing, change)
  const after = client === null ? 0 : Y.getState(store, client)
  if (client !== null && after > before) {
    const refusal = readAdditions(text, client, before, law)
    if (refusal) return no(refusal, true)
  }
  const { deletions, deleted } = deletionsSince(transaction, seen)
  if (deleted > 0) {
    const born = client === null ? null : { client, before }
    const refusal = readDeletions(text, transaction, deletions, born, law)
    if (refusal) return no(refusal, true)
    if (text.root.length === 0) return no(refuse('text-missing'), true)
  }
  const admitted = { client, from: before, to: after, deleted }
  return { admitted, changed: after > before || deleted > 0 }
}

/** Under which clientID it writes. A stock client's own is claimed the first time it writes. */
function authorOf(
  store: Y.Doc['store'],
  decoded: NonNullable<ReturnType<typeof decode>>,
  { standing, client, claim, isFull }: Submission,
): { client: ClientId | null } | Refusal {
  const writers = newWriters(store, decoded)
  if (writers.size === 0) return { client }
  if (!standing.writing) return refuse(standing.readsBecause ?? 'reads-only')
  if (isFull) return refuse('over-limit')
  if (client !== null) return { client }
  if (writers.size > 1) return refuse('foreign-client')
  const [candidate] = writers
  return claim(candidate!) ?? { client: candidate! }
}

/** The delete set of a running transaction only grows; its new entries, sorted as Yjs expects. */
function deletionsSince(transaction: Y.Transaction, seen: Map<ClientId, number>) {
  const deletions = Y.createDeleteSet()
  let deleted = 0
  for (const [client, ranges] of transaction.deleteSet.clients) {
    const fresh = ranges.slice(seen.get(client) ?? 0)
    if (fresh.length === 0) continue
    for (const range of fresh) deleted += range.len
    deletions.clients.set(
      client,
      fresh.sort((a, b) => a.clock - b.clock),
    )
  }
  return { deletions, deleted }
}

class Spoiled extends Error {
  override name = 'Spoiled'
}

export interface Tick {
  readonly verdicts: readonly Verdict[]
  /** What the room's own document emitted; null when nothing changed. */
  readonly update: Uint8Array | null
}

/** Where a tick is tried: a document equal to the committed state, rebuilt whenever it was spoiled. */
export interface Bench {
  readonly text: Text
  rebuild(): void
}

/**
 * Applies and judges a tick. A culprit's update is refused whole: the document is rebuilt and the tick
 * is replayed without it, so that the others are not touched by it.
 */
export function admitTick(bench: Bench, submissions: readonly Submission[]): Tick {
  const refused = new Map<number, Verdict>()
  /** From which submission on a source counts no more. */
  const ended = new Map<object, { from: number; verdict: Verdict }>()
  for (;;) {
    const verdicts: Verdict[] = []
    const updates: Uint8Array[] = []
    const { text } = bench
    const collect = (update: Uint8Array) => updates.push(update)
    text.doc.on('update', collect)
    try {
      text.doc.transact((transaction) => {
        for (const [i, submission] of submissions.entries()) {
          const end = ended.get(submission.source)
          const known = refused.get(i) ?? (end && i > end.from ? end.verdict : undefined)
          const verdict = known ?? admitOne(text, transaction, submission)
          verdicts.push(verdict)
          if (known || !('refusal' in verdict)) continue
          refused.set(i, verdict)
          ended.set(submission.source, { from: i, verdict })
          if (verdict.applied) throw new Spoiled()
        }
      }, 'tick')
    } catch (error) {
      if (!(error instanceof Spoiled)) throw error
      bench.rebuild()
      continue
    } finally {
      text.doc.off('update', collect)
    }
    return { verdicts, update: oneUpdate(updates) }
  }
}

/** Yjs emits one update per transaction; follow-up transactions of its own are joined to it. */
function oneUpdate(updates: readonly Uint8Array[]): Uint8Array | null {
  if (updates.length === 0) return null
  return updates.length === 1 ? updates[0]! : Y.mergeUpdates([...updates])
}
