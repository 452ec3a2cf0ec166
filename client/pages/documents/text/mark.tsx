// The marks of a paragraph's state: a shape that works in every language (UX §1). In: a state. Out: a
// drawing hidden from who listens; the word always stands beside it. Keeps: no state by colour alone.

import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import type { State } from './paragraphs.ts'

const paths: Record<Exclude<State, null>, string> = {
  open: 'M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z',
  brackets: 'M5.5 2.25H3v11.5h2.5M10.5 2.25H13v11.5h-2.5',
  agreed: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM5.25 8.25l2 2 3.5-4.25',
}

export function Mark(props: { readonly state: State }): JSX.Element {
  return (
    <Show when={props.state}>
      {(state) => (
        <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
          <path d={paths[state()]} />
        </svg>
      )}
    </Show>
  )
}
