// A link handed out by the secretariat, or printed at the first start: choose a password and come
// in. In: the token in the address. Out: a signed-in person. Keeps: a link works once; what the hub
// already knows (name, address) is not asked for again (WCAG 3.3.7); a refusal stands beside its
// field.

import { Navigate, useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { limits } from '#shared/limits.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import type { LinkView } from '../../../server/trpc/router.ts'
import { createAsked } from '../../hub/asked.ts'
import type { LinkAnswer } from '../../hub/login.ts'
import { signInByLink } from '../../hub/login.ts'
import type { Failure } from '../../hub/trpc.ts'
import { hub, isFailure, refusedAs } from '../../hub/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { focusWrong, PasswordField, TextField } from '../../ui/field.tsx'
import { Loading } from '../../ui/loaded.tsx'
import { failureSentence, FailureNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { language, words } from '../../ui/words.ts'
import '../sign-in/start.css'

const t = () => words().pages.link

export function LinkPage(): JSX.Element {
  const params = useParams<{ token: string }>()
  const link = createAsked(
    () => params.token,
    (token) => hub.auth.link.query({ token }),
  )
  const [inside, setInside] = createSignal(false)
  return (
    <Show when={!inside()} fallback={<Navigate href="/" />}>
      <div class="start">
        <section class="start-form">
          <p class="house">Plenaria</p>
          <p class="tagline">{words().tagline}</p>
          <Switch fallback={<Loading />}>
            <Match when={link.value()}>
              {(view) => (
                <Page class="sheet" title={t()[view().kind]} lead={leadOf(view())}>
                  <Choose token={params.token} view={view()} onInside={() => setInside(true)} />
                </Page>
              )}
            </Match>
            <Match when={link.failure()}>
              <Page
                class="sheet"
                title={link.failure()?.failed === 'refused' ? t().unusable : words().broken.title}
              >
                <FailureNotice
                  failure={link.failure()}
                  onRetry={
                    refusedAs(link.failure(), 'link-used-or-expired')
                      ? undefined
                      : () => void link.again()
                  }
                />
              </Page>
            </Match>
          </Switch>
        </section>
      </div>
    </Show>
  )
}

function leadOf(view: LinkView): string {
  const t = words().pages.link
  if (view.kind === 'setup') return t.setupLead
  return view.kind === 'password' ? t.passwordLead : t.invitationLead(view.name ?? '')
}

type FieldName = 'password' | 'name' | 'email'

/** Which field a refusal belongs to. */
const fieldOf: Partial<Record<RefusalCode, FieldName>> = {
  'password-too-short': 'password',
  'password-too-long': 'password',
  'password-unsafe': 'password',
  'name-missing': 'name',
  'email-malformed': 'email',
  'address-taken': 'email',
}

function fieldRefused(why: Failure | null): FieldName | null {
  return why?.failed === 'refused' ? (fieldOf[why.refusal.refused] ?? null) : null
}

interface ChooseProps {
  readonly token: string
  readonly view: LinkView
  readonly onInside: () => void
}

function Choose(props: ChooseProps): JSX.Element {
  const [name, setName] = createSignal(props.view.name ?? '')
  const [email, setEmail] = createSignal(props.view.email ?? '')
  const [password, setPassword] = createSignal('')
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [busy, setBusy] = createSignal(false)
  const setup = () => props.view.kind === 'setup'

  const field = () => fieldRefused(failure())
  const errorOf = (asked: FieldName) =>
    field() === asked ? failureSentence(words(), failure()!) : null

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    if (busy()) return
    setBusy(true)
    const answers: LinkAnswer = {
      token: props.token,
      password: password(),
      language: language(),
      ...(props.view.kind === 'password' ? {} : { name: name() }),
      ...(setup() ? { email: email() } : {}),
    }
    const answer = await signInByLink(answers)
    setBusy(false)
    setFailure(isFailure(answer) ? answer : null)
    if (isFailure(answer)) focusWrong(form)
    else props.onInside()
  }

  return (
    <form class="form" onSubmit={(event) => void submit(event)} noValidate>
      <Show when={props.view.kind !== 'password'}>
        <TextField
          label={t().yourName}
          hint={t().yourNameHint}
          error={errorOf('name')}
          autocomplete="name"
          maxLength={limits.nameCharactersMax}
          value={name()}
          onText={setName}
        />
      </Show>
      <TextField
        label={words().pages.signIn.email}
        error={errorOf('email')}
        type="email"
        autocomplete="username"
        readOnly={!setup()}
        maxLength={limits.emailCharactersMax}
        value={email()}
        onText={setEmail}
      />
      <PasswordField
        label={words().pages.signIn.password}
        hint={t().passwordHint(limits.passwordCharactersMin)}
        error={errorOf('password')}
        autocomplete="new-password"
        value={password()}
        onText={setPassword}
      />
      <FailureNotice failure={field() ? null : failure()} />
      <Button type="submit" weight="main" busy={busy()}>
        {busy() ? t().doing : t().do}
      </Button>
    </form>
  )
}
