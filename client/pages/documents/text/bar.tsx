// The bar over the text: which text this is, how it is shown, what became of one's words, who is
// here. In: the desk. Out: a header with its tools. Keeps: the sentence comes first on every
// width; no tool without words; on a phone what is rarely needed folds away, never the truth
// strip.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { languageNames } from '#shared/i18n/languages.ts'
import type { DocumentView } from '../../../../server/documents/views.ts'
import { Choice } from '../../../ui/field.tsx'
import { language, words } from '../../../ui/words.ts'
import type { Filter } from './desk-state.ts'
import type { Desk } from './desk.ts'
import { People } from './people.tsx'
import { nameOfParagraph, placeParts } from './sentences.ts'
import { TruthStrip } from './truth-strip.tsx'

const t = () => words().text.bar

interface BarProps {
  readonly view: DocumentView
  readonly desk: Desk
  readonly answer: string | null
  readonly onKeys: () => void
}

export function Bar(props: BarProps): JSX.Element {
  const { desk } = props
  const [more, setMore] = createSignal(false)
  return (
    <header
      class="text-bar"
      classList={{ 'with-tools': more() }}
      data-region="bar"
      aria-label={t().label}
      tabindex="-1"
    >
      <A class="text-home" href={`/processes/${props.view.process.id}/documents`}>
        <span aria-hidden="true">‹</span>
        <span class="vh">{words().text.page.backToDocuments}</span>
      </A>
      <button
        type="button"
        class="tool text-outline"
        aria-pressed={desk.state.outline()}
        onClick={() => desk.state.setOutline(!desk.state.outline())}
      >
        {t().outline}
      </button>
      <Where view={props.view} desk={desk} />
      <div class="text-tools">
        <ViewSwitch desk={desk} />
        <label class="tool tick-tool">
          <input
            type="checkbox"
            checked={desk.state.names()}
            onChange={(event) => desk.state.setNames(event.currentTarget.checked)}
          />
          {t().names}
        </label>
        <Choice
          label={t().filter}
          value={desk.state.filter()}
          options={[
            { value: 'all', text: t().all },
            { value: 'undecided', text: t().undecided },
            ...(desk.party ? [{ value: 'touchesUs', text: t().touchesUs }] : []),
          ]}
          onChoose={(value) => desk.state.setFilter(value as Filter)}
        />
      </div>
      <Versions view={props.view} />
      <div class="text-state">
        <TruthStrip facts={desk.state.facts()} answer={props.answer} />
        <People desk={desk} />
        <button
          type="button"
          class="tool text-more"
          aria-expanded={more()}
          onClick={() => setMore(!more())}
        >
          {t().more}
        </button>
        <button type="button" class="tool wide" onClick={() => props.onKeys()}>
          {t().keys} <kbd>?</kbd>
        </button>
      </div>
    </header>
  )
}

function Where(props: { readonly view: DocumentView; readonly desk: Desk }): JSX.Element {
  const parts = () => {
    const here = props.desk.state.hereParagraph()
    const label = here ? nameOfParagraph(words(), here) : ''
    return placeParts(words(), language(), props.view.document, label, props.desk.state.seq())
  }
  return (
    <p class="where num" data-where="">
      <span class="vh">{words().text.where.position}: </span>
      <b>{parts().symbol}</b> · {parts().stage}
      <Show when={parts().label}>
        {' · '}
        <b>{parts().label}</b>
      </Show>
      <Show when={parts().number}>{` · ${parts().number}`}</Show>
    </p>
  )
}

function ViewSwitch(props: { readonly desk: Desk }): JSX.Element {
  const name = createUniqueId()
  const option = (value: 'working' | 'clean', text: () => string) => (
    <label>
      <input
        type="radio"
        name={name}
        value={value}
        checked={props.desk.state.mode() === value}
        onChange={() => props.desk.state.setMode(value)}
      />
      <span>{text()}</span>
    </label>
  )
  return (
    <fieldset class="seg">
      <legend class="vh">{t().view}</legend>
      {option('working', () => t().working)}
      {option('clean', () => t().clean)}
    </fieldset>
  )
}

/** The language versions of the same work, as links; the one on screen is only named. */
function Versions(props: { readonly view: DocumentView }): JSX.Element {
  return (
    <Show when={props.view.versions.length > 1}>
      <nav class="versions wide" aria-label={words().text.bar.languages}>
        <For each={props.view.versions}>
          {({ document, language: tag }) => (
            <Show
              when={document !== props.view.document.id}
              fallback={
                <b lang={tag} aria-current="page" title={languageNames[tag]}>
                  {tag}
                </b>
              }
            >
              <A
                href={`/documents/${document}`}
                lang={tag}
                hreflang={tag}
                title={languageNames[tag]}
              >
                {tag}
              </A>
            </Show>
          )}
        </For>
      </nav>
    </Show>
  )
}
