// The demonstration's half of the start page: its people, one click from the form, and the button
// that brings simulated delegates in. In: the demo's people from the hub. Out: an address and a
// password for the form. Keeps: nothing here exists on a hub outside demo mode; everything says it
// is fictitious.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { formatTime } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { PartyCode } from '#shared/ids.ts'
import { CHAIR } from '#shared/ids.ts'
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
import { byDelegation } from '../processes/people/speaks.ts'
import './demo.css'

const t = () => words().pages.demo

/** The password of every one of the demo's people (DESIGN §9). */
const demoPassword = 'plenaria-demo'

/** The simulated delegates write in this process' declaration (server/demo). */
const liveProcess = 'csm'

interface Person {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly party: PartyCode
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
  const casts = createMemo(() =>
    (people.value() ?? []).toSorted(
      (a, b) => Number(b.process.id === liveProcess) - Number(a.process.id === liveProcess),
    ),
  )
  return (
    <section class="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t().title}</h2>
      <p class="measure">{t().lead}</p>
      <FailureNotice failure={people.failure()} onRetry={() => void people.again()} />
      <Show when={casts()[0]}>
        {(cast) => <Alive process={cast().process.shortName} document={cast().document} />}
      </Show>
      <div>
        <For each={casts()}>
          {(cast, i) => <Cast cast={cast} open={i() === 0} onChoose={choose} />}
        </For>
      </div>
    </section>
  )
}

interface CastProps {
  readonly cast: {
    readonly process: { readonly names: Record<Language, string> }
    readonly people: readonly Person[]
  }
  readonly open: boolean
  readonly onChoose: (person: Person) => void
}

/** The people of one process, a row for each delegation. */
function Cast(props: CastProps): JSX.Element {
  const groups = createMemo(() => byDelegation(props.cast.people, language()))
  return (
    <details class="cast" name="cast" open={props.open}>
      <summary>{props.cast.process.names[language()]}</summary>
      <table>
        <thead class="vh">
          <tr>
            <th scope="col">{words().pages.people.delegation}</th>
            <th scope="col">{words().nav.people}</th>
          </tr>
        </thead>
        <tbody>
          <For each={groups()}>
            {(group) => (
              <tr>
                <th scope="row">
                  {group.party === CHAIR
                    ? words().pages.people.chairPeople
                    : nameOf(group.party, language())}
                </th>
                <td>
                  <For each={group.people}>
                    {(person) => <Choose person={person} onChoose={props.onChoose} />}
                  </For>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </details>
  )
}

function Choose(props: {
  readonly person: Person
  readonly onChoose: (person: Person) => void
}): JSX.Element {
  const reads = () =>
    !props.person.speaks && (props.person.role === 'delegate' || props.person.role === 'focalPoint')
  return (
    <span class="choose">
      <button
        type="button"
        aria-label={t().choose(props.person.name, props.person.email)}
        onClick={() => props.onChoose(props.person)}
      >
        {props.person.name}
      </button>{' '}
      <span class="quiet">
        {words().roles[props.person.role]}
        {reads() ? `, ${t().reads}` : ''}
      </span>
    </span>
  )
}

interface AliveProps {
  /** The short name of the process they write in. */
  readonly process: string
  readonly document: string | null
}

function Alive(props: AliveProps): JSX.Element {
  const [busy, setBusy] = createSignal(false)
  const [until, setUntil] = createSignal<number | null>(null)
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const already = () => refusedAs(failure(), 'too-many')

  const start = async () => {
    setBusy(true)
    const answer = await ask(hub.demo.alive.mutate())
    setBusy(false)
    setFailure(isFailure(answer) ? answer : null)
    if (!isFailure(answer)) setUntil(answer.until)
  }

  const sentence = () => {
    const at = until()
    if (at !== null) return t().aliveRunning(formatTime(language(), at, readerZone()))
    return already() ? t().aliveAlready : ''
  }

  return (
    <section class="alive" aria-labelledby="alive-title">
      <h3 id="alive-title">{t().aliveTitle}</h3>
      <p class="measure">{t().aliveLead(props.process)}</p>
      <div class="buttons">
        <Button busy={busy()} onPress={() => void start()}>
          {busy() ? t().aliveDoing : t().alive}
        </Button>
        <Show when={props.document}>
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
