// Signing out. In: the wish to leave. Out: signed out, or a question first, when words that never
// reached the hub are kept on this device. Keeps: those words are erased only by who has been told.

import type { JSX } from 'solid-js'
import { createEffect, createSignal, on, Show } from 'solid-js'
import type { AccountId } from '#shared/ids.ts'
import { signOut, unsent } from '../../hub/login.ts'
import type { Failure } from '../../hub/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { words } from '../../ui/words.ts'

const t = () => words().pages.leave

interface LeaveProps {
  readonly account: AccountId
  /** The person has asked to sign out. */
  readonly open: boolean
  readonly onStay: () => void
  readonly onLeft: () => void
}

export function Leave(props: LeaveProps): JSX.Element {
  const [waiting, setWaiting] = createSignal(0)
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [busy, setBusy] = createSignal(false)

  const go = async () => {
    setBusy(true)
    const failed = await signOut(props.account)
    setBusy(false)
    setFailure(failed)
    if (!failed) props.onLeft()
  }

  createEffect(
    on(
      () => props.open,
      async (open) => {
        setFailure(null)
        setWaiting(0)
        if (!open) return
        const count = await unsent(props.account)
        setWaiting(count)
        if (count === 0) await go()
      },
    ),
  )

  const asks = () => props.open && (waiting() > 0 || failure() !== null)
  return (
    <Dialog
      open={asks()}
      title={waiting() > 0 ? t().title : words().nav.signOut}
      onClose={() => props.onStay()}
    >
      <Show when={waiting() > 0}>
        <p>{t().sentence(waiting())}</p>
      </Show>
      <FailureNotice failure={failure()} />
      <div class="buttons">
        <Button weight="main" onPress={() => props.onStay()}>
          {t().stay}
        </Button>
        <Button
          weight={waiting() > 0 ? 'grave' : undefined}
          busy={busy()}
          onPress={() => void go()}
        >
          {waiting() > 0 ? t().go : words().act.retry}
        </Button>
      </div>
    </Dialog>
  )
}
