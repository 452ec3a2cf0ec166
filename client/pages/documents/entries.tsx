// A list of texts. In: documents as the hub lists them. Out: one entry each: the title in its own
// language, where it stands in words, when it last changed. Keeps: a state is a word, never a
// colour; a title carries the language it is written in.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { For } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Dict } from '#shared/i18n/en.ts'
import { languageNames } from '#shared/i18n/languages.ts'
import type { DocumentFacts } from '../../../server/documents/views.ts'
import { Time } from '../../ui/time.tsx'
import { words } from '../../ui/words.ts'
import '../lists.css'

const readingWords = ['first', 'second', 'third'] as const

/** "second reading" */
export function readingSentence(dict: Dict, reading: number): string {
  const key = readingWords[reading - 1]
  return key ? dict.readings[key] : dict.readings.later(reading)
}

/** "Under negotiation, first reading"; "Draft, not shown to delegations yet" */
export function stateSentence(dict: Dict, document: DocumentFacts): string {
  const { phase, reading, shared, openToObservers } = document
  const more = []
  if (phase === 'negotiating') more.push(readingSentence(dict, reading))
  if (phase === 'drafting' && !shared) more.push(dict.pages.documents.notShared)
  if (openToObservers) more.push(dict.pages.documents.observersIn)
  return [dict.phases[phase], ...more].join(', ')
}

interface DocumentEntriesProps {
  readonly documents: readonly DocumentFacts[]
  /** The level of the headings: 2 right below the page's title, 3 inside a section. */
  readonly level: 2 | 3
}

export function DocumentEntries(props: DocumentEntriesProps): JSX.Element {
  return (
    <ul class="texts">
      <For each={props.documents}>
        {(document) => <Entry document={document} level={props.level} />}
      </For>
    </ul>
  )
}

function Entry(props: { readonly document: DocumentFacts; readonly level: 2 | 3 }): JSX.Element {
  const kind = () =>
    [
      words().works[props.document.kind],
      props.document.symbol,
      props.document.fictitious ? words().fictitious : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <li class="text-entry">
      <div>
        <p class="quiet">{kind()}</p>
        <Dynamic component={`h${props.level}`} class="text-title" lang={props.document.language}>
          <A href={`/documents/${props.document.id}`}>{props.document.title}</A>
        </Dynamic>
      </div>
      <dl class="facts">
        <div>
          <dt>{words().pages.documents.state}</dt>
          <dd>{stateSentence(words(), props.document)}</dd>
        </div>
        <div>
          <dt>{words().pages.documents.language}</dt>
          <dd lang={props.document.language}>{languageNames[props.document.language]}</dd>
        </div>
        <div>
          <dt>{words().pages.documents.changed}</dt>
          <dd>
            <Time at={props.document.changedAt} />
          </dd>
        </div>
      </dl>
    </li>
  )
}
