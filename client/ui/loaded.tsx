// What a page shows of something it has asked for. In: an `Asked`. Out: its value drawn, or that it
// is on its way, or why it is not there. Keeps: a value that could not be refreshed stays on screen
// and says so; what does not exist and what is not open to the reader look the same.

import type { Accessor, JSX } from 'solid-js'
import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import type { Asked } from '../hub/asked.ts'
import { refusedAs } from '../hub/trpc.ts'
import { NotFound } from './lost.tsx'
import { FailureNotice, Notice } from './notice.tsx'
import { words } from './words.ts'

interface LoadedProps<T> {
  readonly of: Asked<T>
  readonly children: (value: Accessor<T>) => JSX.Element
}

export function Loaded<T>(props: LoadedProps<T>): JSX.Element {
  return (
    <Switch fallback={<Loading />}>
      <Match when={refusedAs(props.of.failure(), 'not-found')}>
        <NotFound />
      </Match>
      <Match when={props.of.value()}>
        {(value) => (
          <>
            <Show when={props.of.failure()?.failed === 'unreachable'}>
              <Notice tone="warn">
                <p>{words().waitingForHub}</p>
              </Notice>
            </Show>
            {props.children(value as Accessor<T>)}
          </>
        )}
      </Match>
      <Match when={props.of.failure()}>
        <div class="sheet">
          <FailureNotice failure={props.of.failure()} onRetry={() => void props.of.again()} />
        </div>
      </Match>
    </Switch>
  )
}

const quietMs = 400

/** Says so only when it takes a while: a flash of "Loading" would be noise. */
export function Loading(): JSX.Element {
  const [late, setLate] = createSignal(false)
  const timer = setTimeout(() => setLate(true), quietMs)
  onCleanup(() => clearTimeout(timer))
  return (
    <div class="loading" aria-busy="true">
      <Show when={late()}>
        <p class="quiet">{words().loading}</p>
      </Show>
    </div>
  )
}
