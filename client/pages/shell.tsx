// What stands around every page but the negotiating text: the name of the house, the way home,
// one's own account, the language. In: the page. Out: landmarks around it. Keeps: the same few
// things in the same order on every page (WCAG 3.2.3); signed out, only the language is offered.

import type { RouteSectionProps } from '@solidjs/router'
import { A, useLocation } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { Show, Suspense } from 'solid-js'
import { me } from '../hub/login.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Loading } from '../ui/loaded.tsx'
import { words } from '../ui/words.ts'

export function Wordmark(): JSX.Element {
  return (
    <A class="wordmark" href="/" end>
      Plenaria
    </A>
  )
}

/** These pages carry the name of the house themselves, larger. */
const carriesName = /^\/(sign-in|link)\b/

export function Shell(props: RouteSectionProps): JSX.Element {
  const location = useLocation()
  return (
    <>
      <header class="bar" classList={{ bare: carriesName.test(location.pathname) }}>
        <Show when={!carriesName.test(location.pathname)}>
          <Wordmark />
        </Show>
        <Show when={me()}>
          {(person) => (
            <nav class="bar-nav" aria-label={words().menu}>
              <A href="/" end>
                {words().nav.processes}
              </A>
              <A href="/account" class="bar-person">
                {person().account.name}
                <span class="vh">, {words().nav.account}</span>
              </A>
            </nav>
          )}
        </Show>
        <LanguageSwitch />
      </header>
      <main id="main" tabindex="-1">
        <Suspense fallback={<Loading />}>{props.children}</Suspense>
      </main>
    </>
  )
}
