// Where I am signed in. In: my logins from the hub. Out: one row each, with its browser, address
// and times, and a way to end it. Keeps: the login of this page is marked and ends by signing out
// only.

import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import type { LoginView } from '../../../server/trpc/router.ts'
import { createAsked } from '../../hub/asked.ts'
import { me } from '../../hub/login.ts'
import type { Failure } from '../../hub/trpc.ts'
import { ask, hub, isFailure } from '../../hub/trpc.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'
import { words } from '../../ui/words.ts'
import { agentOf } from './agent.ts'

const t = () => words().pages.account

/** "Firefox on Windows" */
function agentWords(header: string): string {
  const t = words().pages.account
  const agent = agentOf(header)
  if (!agent) return t.unknownAgent
  return agent.system ? t.agentOn(agent.browser, agent.system) : agent.browser
}

export function Logins(): JSX.Element {
  const logins = createAsked(
    () => me()?.account.id ?? null,
    () => hub.auth.logins.query(),
    {
      topic: () => {
        const person = me()
        return person ? `account/${person.account.id}` : undefined
      },
      events: ['logins-changed'],
    },
  )
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const others = () => logins.value()?.some((login) => !login.current) === true

  async function end<T>(asked: Promise<T>): Promise<T | null> {
    const answer = await ask(asked)
    setFailure(isFailure(answer) ? answer : null)
    void logins.again()
    return isFailure(answer) ? null : answer
  }
  const endOthers = async () => {
    const answer = await end(hub.auth.revokeOtherLogins.mutate())
    if (answer) announce(t().othersOut(answer.revoked))
  }

  return (
    <section aria-labelledby="devices">
      <h2 id="devices">{t().devices}</h2>
      <p class="quiet">{others() ? t().devicesLead : t().noOthers}</p>
      <FailureNotice failure={failure()} />
      <Loaded of={logins}>
        {(list) => (
          <ul class="logins">
            <For each={list()}>
              {(login) => (
                <Row
                  login={login}
                  onEnd={() => end(hub.auth.revokeLogin.mutate({ key: login.key }))}
                />
              )}
            </For>
          </ul>
        )}
      </Loaded>
      <Show when={others()}>
        <div class="buttons">
          <Button onPress={() => void endOthers()}>{t().signOutOthers}</Button>
        </div>
      </Show>
    </section>
  )
}

function Row(props: {
  readonly login: LoginView
  readonly onEnd: () => Promise<unknown>
}): JSX.Element {
  const [busy, setBusy] = createSignal(false)
  const end = async () => {
    setBusy(true)
    await props.onEnd()
    setBusy(false)
  }
  return (
    <li class="login">
      <span class="login-name">
        {agentWords(props.login.agent)}
        <Show when={props.login.current}>
          <span class="you">{t().thisOne}</span>
        </Show>
        <span class="quiet">{props.login.address}</span>
      </span>
      <dl class="facts">
        <div>
          <dt>{t().since}</dt>
          <dd>
            <Time at={props.login.createdAt} />
          </dd>
        </div>
        <div>
          <dt>{t().seen}</dt>
          <dd>
            <Time at={props.login.seenAt} />
          </dd>
        </div>
      </dl>
      <span class="login-acts">
        <Show when={!props.login.current}>
          <Button
            weight="plain"
            busy={busy()}
            aria-label={t().signOutThereOf(agentWords(props.login.agent))}
            onPress={() => void end()}
          >
            {t().signOutThere}
          </Button>
        </Show>
      </span>
    </li>
  )
}
