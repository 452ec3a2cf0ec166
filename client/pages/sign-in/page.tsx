// The start page: sign in. In: e-mail and password; in a demonstration, one of its people. Out:
// signed in, and back at the address asked for. Keeps: pasting and password managers work (WCAG
// 3.3.8); a failed attempt keeps what was typed; unknown and wrong read the same; it stays a small
// download.

import { Navigate, useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import {
  createEffect,
  createSignal,
  lazy,
  Match,
  on,
  onCleanup,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import { createAsked } from '../../hub/asked.ts'
import { me, signIn } from '../../hub/login.ts'
import type { Failure } from '../../hub/trpc.ts'
import { hub, isFailure, refusedAs } from '../../hub/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField, TextField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { useTitle } from '../../ui/page.tsx'
import { words } from '../../ui/words.ts'
import { localPath } from './next.ts'
import './start.css'

const t = () => words().pages.signIn

const Demo = lazy(async () => ({ default: (await import('./demo.tsx')).Demo }))

export function SignInPage(): JSX.Element {
  const [search] = useSearchParams()
  const next = () => localPath(search['next'])
  const house = createAsked(
    () => true,
    () => hub.auth.hub.query(),
  )
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  let form: HTMLFormElement | undefined
  useTitle(() => words().pages.signIn.title)

  const fill = (address: string, secret: string) => {
    setEmail(address)
    setPassword(secret)
    form?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus()
  }

  return (
    <Show when={!me()} fallback={<Navigate href={next()} />}>
      <div class="start" classList={{ 'with-demo': house.value()?.demo === true }}>
        <section class="start-form">
          <p class="house">Plenaria</p>
          <p class="tagline">{words().tagline}</p>
          <div class="sheet">
            <h1 tabindex="-1">{words().pages.signIn.title}</h1>
            <Show when={house.value()?.setUp === false}>
              <Notice tone="warn">
                <p>{words().pages.signIn.notSetUp}</p>
              </Notice>
            </Show>
            <Show when={search['left']}>
              <p>{t().signedOut}</p>
            </Show>
            <Show when={search['next']}>
              <p class="quiet">{words().pages.signIn.next}</p>
            </Show>
            <SignInForm
              email={email()}
              password={password()}
              onEmail={setEmail}
              onPassword={setPassword}
              keep={(element) => (form = element)}
            />
          </div>
        </section>
        <Show when={house.value()?.demo}>
          {/* Its own wait: the form beside it must not be taken away while somebody types. */}
          <Suspense>
            <Demo onChoose={fill} />
          </Suspense>
        </Show>
      </div>
    </Show>
  )
}

interface FormProps {
  readonly email: string
  readonly password: string
  readonly onEmail: (text: string) => void
  readonly onPassword: (text: string) => void
  readonly keep: (form: HTMLFormElement) => void
}

function SignInForm(props: FormProps): JSX.Element {
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [busy, setBusy] = createSignal(false)

  // Somebody else's failure says nothing about what is being typed now.
  createEffect(on([() => props.email, () => props.password], () => setFailure(null)))

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    setFailure(null)
    const answer = await signIn(props.email, props.password)
    setBusy(false)
    if (isFailure(answer)) setFailure(answer)
  }

  return (
    <form class="form" ref={(form) => props.keep(form)} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t().email}
        type="email"
        name="email"
        autocomplete="username"
        inputmode="email"
        autocapitalize="none"
        spellcheck={false}
        required
        value={props.email}
        onText={props.onEmail}
      />
      <PasswordField
        label={t().password}
        name="password"
        autocomplete="current-password"
        required
        value={props.password}
        onText={props.onPassword}
      />
      <Switch>
        <Match when={refusedAs(failure(), 'wait-to-sign-in')}>
          <Waiting failure={failure()} />
        </Match>
        <Match when={true}>
          <FailureNotice failure={failure()} />
        </Match>
      </Switch>
      <Button type="submit" weight="main" busy={busy()}>
        {busy() ? t().doing : t().do}
      </Button>
      <p class="hint">{t().forgotten}</p>
    </form>
  )
}

/** "Wait 40 seconds": counts down on screen, without being read out each second. */
function Waiting(props: { readonly failure: Failure | null }): JSX.Element {
  const asked = () =>
    props.failure?.failed === 'refused' ? Number(props.failure.refusal.facts?.['seconds'] ?? 60) : 0
  const [left, setLeft] = createSignal(asked())
  createEffect(() => setLeft(asked()))
  const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000)
  onCleanup(() => clearInterval(timer))
  return (
    <Show when={left() > 0}>
      <p class="vh" role="alert">
        {words().refused['wait-to-sign-in']({ seconds: asked() })}
      </p>
      <div aria-hidden="true">
        <Notice tone="bad">
          <p class="num">{words().refused['wait-to-sign-in']({ seconds: left() })}</p>
        </Notice>
      </div>
    </Show>
  )
}
