// The people of a process, by delegation. In: the directory as this reader may see it. Out: one
// list, the chair's people first, delegations by name; for who may, inviting and looking after
// places. Keeps: what the hub does not tell (names of other delegations) is not guessed here; one
// place for each act.

import type { JSX } from 'solid-js'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { SeatId } from '#shared/ids.ts'
import { CHAIR } from '#shared/ids.ts'
import { nameOf } from '#shared/parties/names.ts'
import type { PersonView, ProcessView } from '../../../../server/trpc/router.ts'
import { createAsked } from '../../../hub/asked.ts'
import { hub } from '../../../hub/trpc.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { language, words } from '../../../ui/words.ts'
import { mayHere, topicOf, useProcess } from '../frame.tsx'
import { Invite } from './invite.tsx'
import { PersonDialog } from './person.tsx'
import { byDelegation, maySaySpeaks } from './speaks.ts'
import '../../lists.css'
import './people.css'

const t = () => words().pages.people

export function PeoplePage(): JSX.Element {
  const process = useProcess()
  const people = createAsked(
    () => process().id,
    (id) => hub.processes.people.query({ process: id }),
    { topic: () => topicOf(process()), events: ['people-changed', 'seats-changed'] },
  )
  const [inviting, setInviting] = createSignal(false)
  const [chosen, setChosen] = createSignal<SeatId | null>(null)
  const mayInvite = () => mayHere(process(), 'invite people')
  const person = () => people.value()?.find((each) => each.seat === chosen()) ?? null
  return (
    <div class="layout one wide">
      <Page
        class="sheet"
        title={t().title}
        within={process().shortName}
        lead={mayHere(process(), 'see everyone by name') ? t().leadSecretariat : t().lead}
        actions={
          <Show when={mayInvite()}>
            <Button weight="main" onPress={() => setInviting(true)}>
              {t().invite}
            </Button>
          </Show>
        }
      >
        <Loaded of={people}>
          {(list) => (
            <Show when={list().length > 0} fallback={<Empty title={t().empty} />}>
              <Directory people={list()} process={process()} onChoose={setChosen} />
            </Show>
          )}
        </Loaded>
      </Page>
      <Show when={mayInvite()}>
        <Invite
          open={inviting()}
          process={process()}
          onClose={() => setInviting(false)}
          onChanged={() => void people.again()}
        />
      </Show>
      <PersonDialog
        person={person()}
        process={process()}
        onClose={() => setChosen(null)}
        onChanged={() => void people.again()}
      />
    </div>
  )
}

interface DirectoryProps {
  readonly people: readonly PersonView[]
  readonly process: ProcessView
  readonly onChoose: (seat: SeatId) => void
}

function Directory(props: DirectoryProps): JSX.Element {
  const groups = createMemo(() => byDelegation(props.people, language()))
  return (
    <ul class="delegations">
      <For each={groups()}>
        {(group) => (
          <li class="delegation">
            <h2>
              {group.party === CHAIR
                ? words().pages.people.chairPeople
                : nameOf(group.party, language())}
            </h2>
            <ul>
              <For each={group.people}>
                {(person) => (
                  <Row person={person} process={props.process} onChoose={props.onChoose} />
                )}
              </For>
            </ul>
          </li>
        )}
      </For>
    </ul>
  )
}

function Row(props: {
  readonly person: PersonView
  readonly process: ProcessView
  readonly onChoose: (seat: SeatId) => void
}): JSX.Element {
  const name = () => props.person.name ?? t().unnamed
  const acts = () =>
    maySaySpeaks(props.process, props.person) ||
    mayHere(props.process, 'hand out password links') ||
    mayHere(props.process, 'end seats')
  const notes = () =>
    [
      props.person.email,
      props.person.invitationPending ? t().pending : null,
      props.person.writingSuspendedAt === null ? null : t().paused,
    ].filter((note) => note !== null)
  /** The role, unless it stands in place of a name that is not shown; and whether they write. */
  const standing = () => {
    const { name, role, speaks } = props.person
    const delegate = role === 'delegate' || role === 'focalPoint'
    const writes = delegate ? [speaks ? t().writesYes : t().writesNo] : []
    return name === null ? writes : [words().roles[role], ...writes]
  }
  return (
    <li class="person">
      <span class="person-name">
        <span>
          {props.person.name ?? words().roles[props.person.role]}
          <Show when={props.person.you}>
            {' '}
            <span class="you">{t().you}</span>
          </Show>
        </span>
        <Show when={notes().length > 0}>
          <span class="quiet person-notes">{notes().join(' · ')}</span>
        </Show>
      </span>
      <span class="quiet">{standing().join(', ')}</span>
      <span class="person-acts">
        <Show when={acts()}>
          <Button
            weight="plain"
            aria-label={t().actions(name())}
            aria-haspopup="dialog"
            onPress={() => props.onChoose(props.person.seat)}
          >
            {t().more}
          </Button>
        </Show>
      </span>
    </li>
  )
}
