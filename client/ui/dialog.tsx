// A dialog on the native element: the browser keeps focus inside, closes it with Escape and gives
// the focus back. In: whether it is open, a title, what it holds. Out: a modal dialog, named by its
// title. Keeps: closed means absent: what it holds is made anew each time it opens.

import type { JSX } from 'solid-js'
import { createEffect, createUniqueId, Show } from 'solid-js'

interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: JSX.Element
}

export function Dialog(props: DialogProps): JSX.Element {
  return (
    <Show when={props.open}>
      <Opened {...props} />
    </Show>
  )
}

function Opened(props: DialogProps): JSX.Element {
  const id = createUniqueId()
  let dialog: HTMLDialogElement | undefined
  createEffect(() => dialog?.showModal())
  return (
    <dialog
      class="dialog"
      aria-labelledby={id}
      ref={(element) => (dialog = element)}
      onClose={() => props.onClose()}
    >
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </dialog>
  )
}
