// A list of texts. In: documents as the hub lists them. Out: one entry each: the title in its own
// language, where it stands in words, when it last changed. Keeps: a state is a word, never a
// colour; a title carries the language it is written in.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { For } from 'solid-js'
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

/** "Under negotiation, second reading" */
export function stateSentence(dict: Dict, document: DocumentFacts): string {
  const { phase } = document
  if (phase === 'negotiating') {
    return `${dict.phases.negotiating}, ${readingSentence(dict, document.reading)}`
  }
  if (phase === 'drafting' && !document.shared) {
    return `${dict.phases.drafting}, ${dict.pages.documents.notShared}`
  }
  return dict.phases[phase]
}

export function DocumentEntries(props: { readonly documents: readonly DocumentFacts[] }) {
  return (
    <ul class="texts">
      <For each={props.documents}>{(document) => <Entry document={document} />}</For>
    </ul>
  )
}

function Entry(props: { readonly document: DocumentFacts }): JSX.Element {
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
        <h3 lang={props.document.language}>
          <A href={`/documents/${props.document.id}`}>{props.document.title}</A>
        </h3>
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
