// My account: who I am here, my language and zone, my places, and where I am signed in. In: what
// the hub knows of me. Out: the same, and ways to end a login elsewhere or here. Keeps: leaving
// warns of words that have not reached the hub; nothing here asks for a password it does not need.

import { A, useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createSignal, For, Show } from 'solid-js'
import { formatZone } from '#shared/i18n/format.ts'
import { nameOf } from '#shared/parties/names.ts'
import { createAsked } from '../../hub/asked.ts'
import type { Me } from '../../hub/login.ts'
import { me } from '../../hub/login.ts'
import { hub } from '../../hub/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { Page } from '../../ui/page.tsx'
import { readerZone } from '../../ui/time.tsx'
import { language, words } from '../../ui/words.ts'
import { Leave } from './leave.tsx'
import { Logins } from './logins.tsx'
import '../lists.css'
import './account.css'

const t = () => words().pages.account

export function AccountPage(): JSX.Element {
  const [leaving, setLeaving] = createSignal(false)
  const navigate = useNavigate()
  return (
    <Show when={me()}>
      {(person) => (
        <div class="layout one">
          <Page
            class="sheet"
            title={person().account.name}
            above={t().title}
            actions={<Button onPress={() => setLeaving(true)}>{words().nav.signOut}</Button>}
          >
            <dl class="pairs">
              <dt>{t().email}</dt>
              <dd>{person().account.email}</dd>
              <dt>
                <label for="account-language">{t().language}</label>
              </dt>
              <dd>
                <LanguageSwitch id="account-language" />
              </dd>
              <dt>{t().zone}</dt>
              <dd>
                {zoneInWords()}
                <span class="quiet">{t().zoneNote}</span>
              </dd>
            </dl>
            <Places person={person()} />
            <Logins />
          </Page>
          <Leave
            account={person().account.id}
            open={leaving()}
            onStay={() => setLeaving(false)}
            onLeft={() => navigate('/sign-in?left=1')}
          />
        </div>
      )}
    </Show>
  )
}

/** `America/Sao Paulo (UTC−3)`, or `UTC` alone. */
function zoneInWords(): string {
  const name = readerZone().replaceAll('_', ' ')
  const offset = formatZone(Date.now(), readerZone())
  return name === offset ? name : `${name} (${offset})`
}

function Places(props: { readonly person: Me }): JSX.Element {
  const processes = createAsked(
    () => props.person.account.id,
    () => hub.processes.list.query(),
  )
  const nameFor = (id: string) =>
    processes.value()?.find((each) => each.id === id)?.names[language()] ?? ''
  return (
    <section aria-labelledby="places">
      <h2 id="places">{words().pages.account.places}</h2>
      <ul class="rows">
        <For each={props.person.seats}>
          {(seat) => (
            <li>
              <A href={`/processes/${seat.process}`}>{nameFor(seat.process)}</A>
              <span class="quiet">
                {[
                  words().roles[seat.role],
                  seat.role === 'chair' || seat.role === 'secretariat'
                    ? ''
                    : nameOf(seat.party, language()),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
