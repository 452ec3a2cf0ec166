// My processes. In: the processes this account has a place in. Out: one calm entry each: its name,
// what I am there, its members and languages. Keeps: no figures for their own sake; the name is the
// link.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import { languageNames } from '#shared/i18n/languages.ts'
import type { ProcessSummary } from '../../../server/trpc/router.ts'
import { createAsked } from '../../hub/asked.ts'
import { me } from '../../hub/login.ts'
import { hub } from '../../hub/trpc.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { language, words } from '../../ui/words.ts'
import { placeNote, placeSentence } from '../processes/place.ts'
import '../lists.css'

export function HomePage(): JSX.Element {
  const processes = createAsked(
    () => me()?.account.id ?? null,
    () => hub.processes.list.query(),
    {
      topic: () => {
        const person = me()
        return person ? `account/${person.account.id}` : undefined
      },
      events: ['seats-changed'],
    },
  )
  return (
    <div class="layout one">
      <Page class="sheet" title={words().pages.home.title}>
        <Loaded of={processes}>
          {(list) => (
            <Show
              when={list().length > 0}
              fallback={
                <Empty title={words().pages.home.empty}>{words().pages.home.emptyNote}</Empty>
              }
            >
              <ul class="entries">
                <For each={list()}>{(process) => <Entry process={process} />}</For>
              </ul>
            </Show>
          )}
        </Loaded>
      </Page>
    </div>
  )
}

function Entry(props: { readonly process: ProcessSummary }): JSX.Element {
  const tongues = () => props.process.languages.map((each) => languageNames[each]).join(', ')
  return (
    <li class="entry">
      <h2>
        <A href={`/processes/${props.process.id}`}>{props.process.names[language()]}</A>
      </h2>
      <p>
        {placeSentence(words(), language(), props.process.seat)}{' '}
        {placeNote(words(), props.process.seat)}
      </p>
      <p class="quiet">
        {[props.process.shortName, tongues(), props.process.fictitious ? words().fictitious : '']
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}
