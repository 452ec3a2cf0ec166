// The choice of language, on every page. In: the reader's choice. Out: a native select whose
// options are each written in their own language. Keeps: nobody has to read a foreign language to
// find theirs.

import type { JSX } from 'solid-js'
import { For } from 'solid-js'
import type { Language } from '#shared/i18n/languages.ts'
import { languageNames, languages } from '#shared/i18n/languages.ts'
import { rememberLanguage } from '../hub/login.ts'
import { chooseLanguage, language, words } from './words.ts'

/** On screen at once; the account is told for its next visit. */
function choose(next: Language): void {
  void chooseLanguage(next)
  void rememberLanguage(next)
}

export function LanguageSwitch(props: { readonly id?: string }): JSX.Element {
  return (
    <select
      class="language"
      id={props.id}
      aria-label={props.id ? undefined : words().language}
      onChange={(event) => choose(event.currentTarget.value as Language)}
    >
      <For each={languages}>
        {(each) => (
          <option value={each} lang={each} selected={each === language()}>
            {languageNames[each]}
          </option>
        )}
      </For>
    </select>
  )
}
