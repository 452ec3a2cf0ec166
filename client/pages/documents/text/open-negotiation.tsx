// The way from draft to negotiation. In: the document, for who may. Out: a button, and a dialog
// that says what changes. Keeps: it is asked once more before it is done; a refusal is shown
// where it was asked.

import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import type { DocumentView } from '../../../../server/documents/views.ts'
import { ask, hub, isFailure, type Failure } from '../../../hub/trpc.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FailureNotice } from '../../../ui/notice.tsx'
import { words } from '../../../ui/words.ts'

const t = () => words().text.bar

export function OpenNegotiation(props: {
  readonly view: DocumentView
  readonly onDone: () => void
}): JSX.Element {
  const [open, setOpen] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const go = async () => {
    setBusy(true)
    const answer = await ask(
      hub.documents.openNegotiation.mutate({ document: props.view.document.id }),
    )
    setBusy(false)
    if (isFailure(answer)) return setFailure(answer)
    setOpen(false)
    props.onDone()
  }
  return (
    <Show when={props.view.mayOpenNegotiation}>
      <div class="reads-only" role="note" aria-label={words().phases.drafting}>
        <p>{words().text.page.penHint}</p>
        <Button onPress={() => setOpen(true)}>{t().openNegotiation}</Button>
      </div>
      <Dialog open={open()} title={t().openNegotiation} onClose={() => setOpen(false)}>
        <p>{t().openNegotiationNote}</p>
        <FailureNotice failure={failure()} />
        <div class="buttons">
          <Button weight="main" busy={busy()} onPress={() => void go()}>
            {t().openNegotiation}
          </Button>
          <Button onPress={() => setOpen(false)}>{words().act.cancel}</Button>
        </div>
      </Dialog>
    </Show>
  )
}
