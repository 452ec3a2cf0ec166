// The map of the pages. In: the address. Out: the page at that address, fetched when first visited.
// Keeps: pages for members are drawn only for who is signed in; whoever has to sign in first comes
// back to the address asked for; the language of the account rules unless the reader chose one just
// now.

import { Navigate, Route, Router, useLocation } from '@solidjs/router'
import type { RouteSectionProps } from '@solidjs/router'
import type { Component, JSX } from 'solid-js'
import { createEffect, ErrorBoundary, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { me, rememberLanguage, startFailure, whoAmI } from './hub/login.ts'
import { Shell } from './pages/shell.tsx'
import { Loading } from './ui/loaded.tsx'
import { Broken, NotFound } from './ui/lost.tsx'
import { FailureNotice } from './ui/notice.tsx'
import { chosenHere, language, showIn, words } from './ui/words.ts'

/** A page under its own name, fetched when first visited. */
function page<Name extends string>(
  load: () => Promise<Record<Name, Component>>,
  name: Name,
): Component {
  return lazy(async () => ({ default: (await load())[name] }))
}

const SignIn = page(() => import('./pages/sign-in/page.tsx'), 'SignInPage')
const Link = page(() => import('./pages/link/page.tsx'), 'LinkPage')
const Home = page(() => import('./pages/home/page.tsx'), 'HomePage')
const Account = page(() => import('./pages/account/page.tsx'), 'AccountPage')
const Process = page(() => import('./pages/processes/page.tsx'), 'ProcessPage')
const Documents = page(() => import('./pages/documents/page.tsx'), 'DocumentsPage')
const NewDocument = page(() => import('./pages/documents/new/page.tsx'), 'NewDocumentPage')
const People = page(() => import('./pages/processes/people/page.tsx'), 'PeoplePage')
const Text = page(() => import('./pages/documents/text/page.tsx'), 'TextPage')
const ProcessFrame = lazy(async () => ({
  default: (await import('./pages/processes/frame.tsx')).ProcessFrame,
}))

export function App(): JSX.Element {
  createEffect(() => {
    const person = me()
    if (!person) return
    if (chosenHere()) void rememberLanguage(language())
    else void showIn(person.account.language)
  })
  return (
    <Router root={Root}>
      <Route component={Shell}>
        <Route path="/sign-in" component={SignIn} />
        <Route path="/link/:token" component={Link} />
        <Route component={Members}>
          <Route path="/" component={Home} />
          <Route path="/account" component={Account} />
          <Route path="/processes/:process" component={ProcessFrame}>
            <Route path="/" component={Process} />
            <Route path="/documents" component={Documents} />
            <Route path="/documents/new" component={NewDocument} />
            <Route path="/people" component={People} />
          </Route>
        </Route>
        <Route path="*" component={Lost} />
      </Route>
      <Route path="/documents/:document" component={Members}>
        <Route path="/" component={Text} />
      </Route>
    </Router>
  )
}

/** The router would only scroll: a keyboard user has to arrive there as well. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#main')?.focus()
}

function Root(props: RouteSectionProps): JSX.Element {
  return (
    <ErrorBoundary fallback={(error: unknown) => <Broken error={error} />}>
      <a class="skip" href="#main" onClick={skip}>
        {words().skip}
      </a>
      <Suspense fallback={<Loading />}>{props.children}</Suspense>
    </ErrorBoundary>
  )
}

/** Only for who is signed in; others sign in first. */
function Members(props: RouteSectionProps): JSX.Element {
  const location = useLocation()
  const next = () => {
    const asked = location.pathname + location.search
    return asked === '/' ? '' : `?next=${encodeURIComponent(asked)}`
  }
  return (
    <Switch fallback={<Waiting />}>
      <Match when={me()}>{props.children}</Match>
      <Match when={me() === null}>
        <Navigate href={`/sign-in${next()}`} />
      </Match>
    </Switch>
  )
}

/** Until the hub has said who this is. */
function Waiting(): JSX.Element {
  return (
    <Show when={startFailure()} fallback={<Loading />}>
      <div class="sheet narrow">
        <FailureNotice failure={startFailure()} onRetry={() => void whoAmI()} />
      </div>
    </Show>
  )
}

const Lost = (): JSX.Element => <NotFound />
