// Process home: what it is, my place in it, the texts that wait, members and organs. In: the
// process around this page. Out: one sheet to be read, notes in its margin. Keeps: members stand by
// their formal names, in the alphabetical order of the reader's language (DOMAIN R8), with the
// source of the list.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import { byName, formatDay } from '#shared/i18n/format.ts'
import { languageNames } from '#shared/i18n/languages.ts'
import { nameOf, partyType } from '#shared/parties/names.ts'
import type { MemberView, ProcessView } from '../../../server/trpc/router.ts'
import { createAsked } from '../../hub/asked.ts'
import { hub } from '../../hub/trpc.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { readerZone } from '../../ui/time.tsx'
import { language, words } from '../../ui/words.ts'
import { DocumentEntries } from '../documents/entries.tsx'
import { mayHere, topicOf, useProcess } from './frame.tsx'
import { placeNote, placeSentence } from './place.ts'

const t = () => words().pages.process

export function ProcessPage(): JSX.Element {
  const process = useProcess()
  return (
    <div class="layout">
      <Page
        class="sheet"
        title={process().names[language()]}
        above={process().fictitious ? words().fictitious : undefined}
        lead={process().description[language()]}
      >
        <Texts process={process()} />
        <Members process={process()} standing="member" />
        <Members process={process()} standing="observer" />
      </Page>
      <Margin process={process()} />
    </div>
  )
}

function Texts(props: { readonly process: ProcessView }): JSX.Element {
  const documents = createAsked(
    () => (mayHere(props.process, 'read drafts') ? props.process.id : null),
    (id) => hub.documents.list.query({ process: id }),
    { topic: () => topicOf(props.process), events: ['documents-changed'] },
  )
  const waiting = 5
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">{words().pages.process.documents}</h2>
      <Show
        when={mayHere(props.process, 'read drafts')}
        fallback={<p class="quiet">{words().pages.process.documentsEmpty}</p>}
      >
        <Loaded of={documents}>
          {(list) => (
            <Show
              when={list().length > 0}
              fallback={<p class="quiet">{words().pages.process.documentsEmpty}</p>}
            >
              <DocumentEntries documents={list().slice(0, waiting)} level={3} />
              <Show when={list().length > waiting}>
                <p>
                  <A href={`/processes/${props.process.id}/documents`}>
                    {words().pages.process.allDocuments}
                  </A>
                </p>
              </Show>
            </Show>
          )}
        </Loaded>
      </Show>
    </section>
  )
}

/** Today's members of one standing; `until` in the past has left. */
function membersToday(process: ProcessView, standing: MemberView['standing']): MemberView[] {
  const today = new Date().toISOString().slice(0, 10)
  return process.members.filter(
    (member) => member.standing === standing && (!member.until || member.until > today),
  )
}

/** A State is looked up under its short name, as at the table; others under their full one. */
const sortedUnder = ({ party }: MemberView): string =>
  nameOf(party, language(), partyType(party) === 'state' ? {} : { form: 'formal' })

function Members(props: {
  readonly process: ProcessView
  readonly standing: MemberView['standing']
}): JSX.Element {
  const list = createMemo(() => {
    const all = new Map(
      membersToday(props.process, props.standing).map((member) => [member.party, member]),
    )
    const compare = byName(language())
    return [...all.values()].toSorted((a, b) => compare(sortedUnder(a), sortedUnder(b)))
  })
  return (
    <Show when={list().length > 0}>
      <section aria-labelledby={`list-${props.standing}`}>
        <h2 id={`list-${props.standing}`}>
          {props.standing === 'member' ? t().members : t().observers}{' '}
          <span class="count">{list().length}</span>
        </h2>
        <ul class="members">
          <For each={list()}>
            {(member) => (
              <li>
                {nameOf(member.party, language(), { form: 'formal' })}
                <Show when={member.since?.slice(0, 4)}>
                  {(year) => <span class="quiet"> {t().since(year())}</span>}
                </Show>
              </li>
            )}
          </For>
        </ul>
        <p class="hint">{t().membersNote(formatDay(language(), Date.now(), readerZone()))}</p>
        <Sources members={list()} />
      </section>
    </Show>
  )
}

function Sources(props: { readonly members: readonly MemberView[] }): JSX.Element {
  const sources = () => [...new Set(props.members.map((member) => member.source))].filter(Boolean)
  return (
    <Show when={sources().length > 0}>
      <details class="fold">
        <summary>{t().sources}</summary>
        <ul>
          <For each={sources()}>{(source) => <li>{source}</li>}</For>
        </ul>
      </details>
    </Show>
  )
}

function Margin(props: { readonly process: ProcessView }): JSX.Element {
  return (
    <div class="margin">
      <section aria-labelledby="place">
        <h2 id="place">{t().place}</h2>
        <p class="place">{placeSentence(words(), language(), props.process.seat)}</p>
        <p>{placeNote(words(), props.process.seat)}</p>
        <details class="fold">
          <summary>{t().mayDo}</summary>
          <ul>
            <For each={props.process.seat.rights}>
              {(right) => <li>{words().rights[right]}</li>}
            </For>
          </ul>
        </details>
      </section>
      <section aria-labelledby="tongues">
        <h2 id="tongues">{t().languages}</h2>
        <ul>
          <For each={props.process.languages}>
            {(each) => <li lang={each}>{languageNames[each]}</li>}
          </For>
        </ul>
      </section>
      <Show when={props.process.organs.length > 0}>
        <section aria-labelledby="organs">
          <h2 id="organs">{t().organs}</h2>
          <ul class="organs">
            <For each={props.process.organs}>
              {(organ) => (
                <li>
                  {organ.names[language()]}
                  <span class="quiet">{words().levels[organ.level]}</span>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  )
}
