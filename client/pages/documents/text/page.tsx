// The negotiating text (UX §2, Screen A). In: the document from the address. Out: its page, or
// why it is not there. Keeps: who is signed out or shut out sees no word of the draft; facts of
// the document are asked for again when the hub hints that they have changed.

import { useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createEffect, createSignal, Show } from 'solid-js'
import type { ProcessId } from '#shared/ids.ts'
import { createAsked } from '../../../hub/asked.ts'
import { me } from '../../../hub/login.ts'
import { hub, refusedAs } from '../../../hub/trpc.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { Text } from './text.tsx'
import '../../../editor/editor.css'
import './page.css'
import './bar.css'
import './outline.css'
import './sheet.css'
import './paragraph.css'
import './marks.css'
import './narrow.css'
import './paper.css'

export function TextPage(): JSX.Element {
  const params = useParams<{ document: string }>()
  const [process, setProcess] = createSignal<ProcessId>()
  const view = createAsked(
    () => params.document,
    (document) => hub.documents.get.query({ document }),
    {
      topic: () => {
        const id = process()
        return id === undefined ? undefined : (`process/${id}` as const)
      },
      events: ['documents-changed', 'seats-changed'],
    },
  )
  createEffect(() => setProcess(view.value()?.process.id))
  const isGone = () => refusedAs(view.failure(), 'not-found')
  return (
    <Show
      when={!isGone() && view.value()}
      fallback={
        <main id="main" class="layout one" tabindex="-1">
          <Loaded of={view}>{() => undefined}</Loaded>
        </main>
      }
    >
      {(loaded) => (
        <Show when={me()?.account.id} keyed>
          {(account) => <Text view={loaded()} account={account} again={view.again} />}
        </Show>
      )}
    </Show>
  )
}
