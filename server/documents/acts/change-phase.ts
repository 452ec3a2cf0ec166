// Moves a document to another phase. In: an act, a document, from which phase to which. Out: the
// row changed, an audit entry, an event; `phase-passed` when it stands elsewhere by now. Keeps:
// only steps of shared/law/phases.ts; the journal row of the same transaction says it too (I2).

import type { DocumentId } from '#shared/ids.ts'
import { mayFollow } from '#shared/law/phases.ts'
import type { Phase } from '#shared/law/phases.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Act } from '../../audit/command.ts'
import { processTopic } from '../../live/outbox.ts'

export async function changePhase(
  act: Act,
  document: DocumentId,
  from: Phase,
  to: Phase,
): Promise<void | Refusal> {
  const row = await act.tx
    .selectFrom('document')
    .select(['phase', 'process_id as process'])
    .where('id', '=', document)
    .executeTakeFirst()
  if (!row) return refuse('not-found')
  if (row.phase !== from || !mayFollow(from, to)) return refuse('phase-passed')
  await act.tx
    .updateTable('document')
    .set({ phase: to, changed_at: act.now })
    .where('id', '=', document)
    .execute()
  const { process } = row
  await act.record({ process, act: 'phase-changed', target: document, detail: { from, to } })
  await act.announce(processTopic(process), { event: 'documents-changed', document })
  act.signal('document-changed', document)
}
