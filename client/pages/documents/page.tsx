// The documents of one process. In: the list the hub gives this reader. Out: the texts, newest
// change first, and for who may, the way to a new one. Keeps: an empty list says what to do next.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { createAsked } from '../../hub/asked.ts'
import { hub } from '../../hub/trpc.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { words } from '../../ui/words.ts'
import { mayHere, topicOf, useProcess } from '../processes/frame.tsx'
import { DocumentEntries } from './entries.tsx'

const t = () => words().pages.documents

export function DocumentsPage(): JSX.Element {
  const process = useProcess()
  const documents = createAsked(
    () => process().id,
    (id) => hub.documents.list.query({ process: id }),
    { topic: () => topicOf(process()), events: ['documents-changed'] },
  )
  const mayCreate = () => mayHere(process(), 'create documents')
  const createLink = () => (
    <A class="btn main" href={`/processes/${process().id}/documents/new`}>
      {t().new}
    </A>
  )
  /** An observer is not told that there is nothing, only that nothing is open. */
  const nothing = () =>
    mayHere(process(), 'read drafts') ? t().empty : words().pages.process.documentsEmpty
  const some = () => (documents.value()?.length ?? 0) > 0
  return (
    <div class="layout one wide">
      <Page
        class="sheet"
        title={t().title}
        within={process().shortName}
        actions={<Show when={mayCreate() && some()}>{createLink()}</Show>}
      >
        <Loaded of={documents}>
          {(list) => (
            <Show
              when={list().length > 0}
              fallback={
                <Empty title={nothing()} actions={<Show when={mayCreate()}>{createLink()}</Show>}>
                  <Show when={mayHere(process(), 'read drafts')}>
                    {mayCreate() ? t().emptyMayCreate : t().emptyWait}
                  </Show>
                </Empty>
              }
            >
              <DocumentEntries documents={list()} level={2} />
            </Show>
          )}
        </Loaded>
      </Page>
    </div>
  )
}
