// The demonstration's half of the start page: its people, one click from the form, and the button
// that brings simulated delegates in. In: the demo's people from the hub. Out: an address and a
// password for the form. Keeps: nothing here exists on a hub outside demo mode; everything says it
// is fictitious.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { formatTime } from '#shared/i18n/format.ts'
import { nameOf } from '#shared/parties/names.ts'
import type { Role } from '#shared/roles.ts'
import { createAsked } from '../../hub/asked.ts'
import type { Failure } from '../../hub/trpc.ts'
import { ask, hub, isFailure, refusedAs } from '../../hub/trpc.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { readerZone } from '../../ui/time.tsx'
import { language, words } from '../../ui/words.ts'
import './demo.css'

const t = () => words().pages.demo

/** The password of every one of the demo's people (DESIGN §9). */
const demoPassword = 'plenaria-demo'

interface Person {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly party: string
  readonly speaks: boolean
}

interface DemoProps {
  readonly onChoose: (email: string, password: string) => void
}

export function Demo(props: DemoProps): JSX.Element {
  const people = createAsked(
    () => true,
    () => hub.demo.people.query(),
  )
  const choose = (person: Person) => {
    props.onChoose(person.email, demoPassword)
    announce(t().filled(person.name))
  }
  return (
    <section class="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t().title}</h2>
      <p class="measure">{t().lead}</p>
      <Alive document={people.value()?.find((each) => each.document)?.document ?? null} />
      <FailureNotice failure={people.failure()} onRetry={() => void people.again()} />
      <div class="demo-processes">
        <For each={people.value()}>
          {(each) => (
            <section>
              <h3>{each.process.names[language()]}</h3>
              <table class="demo-people">
                <thead class="vh">
                  <tr>
                    <th scope="col">{t().person}</th>
                    <th scope="col">{t().role}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={each.people}>
                    {(person) => <PersonRow person={person} onChoose={choose} />}
                  </For>
                </tbody>
              </table>
            </section>
          )}
        </For>
      </div>
    </section>
  )
}

function PersonRow(props: {
  readonly person: Person
  readonly onChoose: (person: Person) => void
}): JSX.Element {
  const reads = () =>
    !props.person.speaks && (props.person.role === 'delegate' || props.person.role === 'focalPoint')
  const party = () =>
    props.person.role === 'secretariat' || props.person.role === 'chair'
      ? null
      : nameOf(props.person.party, language())
  return (
    <tr>
      <td>
        <button
          type="button"
          class="choose"
          aria-label={words().pages.demo.choose(props.person.name, props.person.email)}
          onClick={() => props.onChoose(props.person)}
        >
          {props.person.name}
        </button>
        <span class="quiet">{props.person.email}</span>
      </td>
      <td>
        <Show when={party()}>{(name) => <span>{name()}</span>}</Show>
        <span classList={{ quiet: party() !== null }}>
          {words().roles[props.person.role]}
          {reads() ? `, ${words().pages.demo.reads}` : ''}
        </span>
      </td>
    </tr>
  )
}

function Alive(props: { readonly document: string | null }): JSX.Element {
  const [busy, setBusy] = createSignal(false)
  const [until, setUntil] = createSignal<number | null>(null)
  const [document, setDocument] = createSignal<string | null>(null)
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const already = () => refusedAs(failure(), 'too-many')

  const start = async () => {
    setBusy(true)
    const answer = await ask(hub.demo.alive.mutate())
    setBusy(false)
    setFailure(isFailure(answer) ? answer : null)
    if (isFailure(answer)) return
    setUntil(answer.until)
    setDocument(answer.document)
  }

  const sentence = () => {
    const at = until()
    if (at !== null) return t().aliveRunning(formatTime(language(), at, readerZone()))
    return already() ? t().aliveAlready : ''
  }

  return (
    <section class="alive" aria-labelledby="alive-title">
      <h3 id="alive-title">{t().aliveTitle}</h3>
      <p class="measure">{t().aliveLead}</p>
      <div class="buttons">
        <Button busy={busy()} onPress={() => void start()}>
          {busy() ? t().aliveDoing : t().alive}
        </Button>
        <Show when={document() ?? props.document}>
          {(id) => (
            <A class="btn plain" href={`/sign-in?next=/documents/${id()}`}>
              {t().openText}
            </A>
          )}
        </Show>
      </div>
      <output>{sentence()}</output>
      <FailureNotice failure={already() ? null : failure()} />
    </section>
  )
}
