// Around the pages of one process: which process this is, and its three pages. In: the process'
// short name from the address. Out: the process for the pages inside, kept fresh by live hints.
// Keeps: a stranger sees "nothing here", the same as for a process that does not exist.

import type { RouteSectionProps } from '@solidjs/router'
import { A, useParams } from '@solidjs/router'
import type { Accessor, JSX } from 'solid-js'
import { createContext, Show, useContext } from 'solid-js'
import { must } from '#shared/assert.ts'
import type { ProcessId } from '#shared/ids.ts'
import type { Right } from '#shared/roles.ts'
import type { ProcessView } from '../../../server/trpc/router.ts'
import { createAsked } from '../../hub/asked.ts'
import { me } from '../../hub/login.ts'
import { hub } from '../../hub/trpc.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { words } from '../../ui/words.ts'
import './process.css'

const ProcessContext = createContext<Accessor<ProcessView>>()

/** The process whose page this is. */
export function useProcess(): Accessor<ProcessView> {
  return must(useContext(ProcessContext), 'a process around this page')
}

/** May this person do it here? */
export const mayHere = (process: ProcessView, right: Right): boolean =>
  process.seat.rights.includes(right)

export function ProcessFrame(props: RouteSectionProps): JSX.Element {
  const params = useParams<{ process: string }>()
  const process = createAsked(
    () => params.process,
    (id) => hub.processes.get.query({ process: id }),
    {
      topic: () => {
        const person = me()
        return person ? `account/${person.account.id}` : undefined
      },
      events: ['seats-changed'],
    },
  )
  return (
    <Loaded of={process}>
      {(view) => (
        <ProcessContext.Provider value={view}>
          <Tabs process={view()} />
          {props.children}
        </ProcessContext.Provider>
      )}
    </Loaded>
  )
}

function Tabs(props: { readonly process: ProcessView }): JSX.Element {
  const home = () => `/processes/${props.process.id}`
  return (
    <nav class="tabs" aria-label={words().processNav}>
      <span class="tabs-name">{props.process.shortName}</span>
      <A href={home()} end>
        {words().nav.process}
      </A>
      <Show when={mayHere(props.process, 'read drafts')}>
        <A href={`${home()}/documents`}>{words().nav.documents}</A>
      </Show>
      <Show when={mayHere(props.process, 'see the people')}>
        <A href={`${home()}/people`}>{words().nav.people}</A>
      </Show>
    </nav>
  )
}

/** The topic of a process' live hints. */
export const topicOf = (process: ProcessView) => `process/${process.id as ProcessId}` as const
