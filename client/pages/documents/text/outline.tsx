// The outline: headings, then per paragraph its label, mark and first words; a dot where it
// touches us. In: the paragraphs, where the reader is. Out: a way to every paragraph. Keeps: it
// is a list of links, in the order of the text; the counter counts what is in brackets of all
// that is decided.

import type { JSX } from 'solid-js'
import { createMemo, For, Show } from 'solid-js'
import type { Language } from '#shared/i18n/languages.ts'
import { words } from '../../../ui/words.ts'
import type { Paragraph, State } from './paragraphs.ts'
import { firstWords, nameOfParagraph, stateWord } from './sentences.ts'

const t = () => words().text.outline

interface OutlineProps {
  readonly list: readonly Paragraph[]
  readonly here: string | null
  /** The language of the text. */
  readonly lang: Language
  readonly hasParty: boolean
  readonly onGo: (id: string) => void
}

export function Outline(props: OutlineProps): JSX.Element {
  const decided = createMemo(() => props.list.filter(({ state }) => state !== null))
  const shown = createMemo(() =>
    props.list.filter(({ kind, isMainTitle }) => kind !== 'title' || isMainTitle),
  )
  const bracketed = () => decided().filter(({ state }) => state === 'brackets').length
  return (
    <nav class="outline" aria-label={t().title} data-region="outline" tabindex="-1">
      <ol>
        <For each={shown()}>
          {(paragraph) => (
            <Entry
              paragraph={paragraph}
              lang={props.lang}
              here={props.here === paragraph.id}
              onGo={props.onGo}
            />
          )}
        </For>
      </ol>
      <p class="outline-sum">
        <b class="num">{t().inBrackets(bracketed(), decided().length)}</b>
        <Show when={props.hasParty}>
          <span>
            <span class="touch" aria-hidden="true" /> {t().touchesUs}
          </span>
        </Show>
      </p>
    </nav>
  )
}

interface EntryProps {
  readonly paragraph: Paragraph
  readonly lang: Language
  readonly here: boolean
  readonly onGo: (id: string) => void
}

function Entry(props: EntryProps): JSX.Element {
  const state = () => props.paragraph.state
  const isHeading = () => state() === null
  const begins = () => props.paragraph.begins
  return (
    <li classList={{ 'outline-head': isHeading(), here: props.here }}>
      <Show when={begins()}>
        {(part) => <p class="outline-part">{words().text.outline[part()]}</p>}
      </Show>
      <a
        href={`#${props.paragraph.id}`}
        aria-current={props.here ? 'true' : undefined}
        onClick={(event) => {
          event.preventDefault()
          props.onGo(props.paragraph.id)
        }}
      >
        <Show when={!isHeading()}>
          <span class="num">{props.paragraph.label.text}</span>
          <Mark state={state()} />
          <span class="vh">{stateWord(words(), state())}. </span>
        </Show>
        <span class="outline-first" lang={props.lang}>
          {firstWords(props.paragraph) || nameOfParagraph(words(), props.paragraph)}
        </span>
        <Show when={props.paragraph.touchesUs}>
          <span class="touch">
            <span class="vh">{words().text.outline.touchesUs}</span>
          </span>
        </Show>
      </a>
    </li>
  )
}

const paths: Record<Exclude<State, null>, string> = {
  open: 'M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z',
  brackets: 'M5.5 2.25H3v11.5h2.5M10.5 2.25H13v11.5h-2.5',
  agreed: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM5.25 8.25l2 2 3.5-4.25',
}

/** The mark of a state: a shape that works in every language (UX §1); the word stands beside it. */
function Mark(props: { readonly state: State }): JSX.Element {
  return (
    <Show when={props.state}>
      {(state) => (
        <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
          <path d={paths[state()]} />
        </svg>
      )}
    </Show>
  )
}
