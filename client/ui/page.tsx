// One page: its title, its heading, its main landmark's content. In: a title and the parts that
// lead the page in. Out: an h1 that receives focus after a navigation. Keeps: the document's title
// names the page; a keyboard or screen reader user starts at the top of what is new (never at the
// first visit, where the browser does that itself).

import type { JSX } from 'solid-js'
import { createEffect, onMount, Show } from 'solid-js'

const name = 'Plenaria'
let visited = false

interface PageProps {
  readonly title: string
  /** Where the page belongs, for the document's title: `CSM`. */
  readonly within?: string | undefined
  readonly above?: JSX.Element
  readonly lead?: JSX.Element
  readonly actions?: JSX.Element
  /** The language of the title, where it is not the page's. */
  readonly lang?: string | undefined
  readonly class?: string | undefined
  readonly children?: JSX.Element
}

/** Sets the document's title while the caller lives. */
export function useTitle(title: () => string, within?: () => string | undefined): void {
  createEffect(() => {
    document.title = [title(), within?.(), name].filter(Boolean).join(' · ')
  })
}

export function Page(props: PageProps): JSX.Element {
  let heading: HTMLHeadingElement | undefined
  useTitle(
    () => props.title,
    () => props.within,
  )
  onMount(() => {
    if (visited) heading?.focus({ preventScroll: true })
    visited = true
  })
  return (
    <div class={props.class}>
      <header class="page-head">
        <div class="page-title">
          <Show when={props.above}>
            <p class="above">{props.above}</p>
          </Show>
          <h1 tabindex="-1" lang={props.lang} ref={(element) => (heading = element)}>
            {props.title}
          </h1>
          <Show when={props.lead}>
            <p class="lead">{props.lead}</p>
          </Show>
        </div>
        <Show when={props.actions}>
          <div class="page-actions">{props.actions}</div>
        </Show>
      </header>
      {props.children}
    </div>
  )
}
