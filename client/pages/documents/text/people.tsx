// Who is in this text now: delegations, never persons (UX §0 rule 7). In: codes from presence.
// Out: a count that opens the list. Keeps: names of people come only from one's own delegation,
// as the hub sent them; coming and going is never announced.

import type { JSX } from 'solid-js'
import { createUniqueId, For, Show } from 'solid-js'
import { nameOf } from '#shared/parties/names.ts'
import { language, words } from '../../../ui/words.ts'
import type { Desk } from './desk.ts'
import { inkOf } from './frame-words.ts'
import { codeFor } from './sentences.ts'

const t = () => words().text.bar

export function People(props: { readonly desk: Desk }): JSX.Element {
  const id = createUniqueId()
  const codes = () => props.desk.state.parties()
  const persons = (code: string) => props.desk.personsOf(code).join(', ')
  return (
    <>
      <button type="button" class="tool" popovertarget={id} data-present={codes().join(' ')}>
        {codes().length > 0 ? t().people(codes().length) : t().nobody}
      </button>
      <section id={id} popover class="present" aria-label={t().peopleTitle}>
        <h2>{t().peopleTitle}</h2>
        <ul>
          <For each={codes()}>
            {(code) => (
              <li class={inkOf(code, props.desk.party)}>
                <b class="para-code">{codeFor(words(), code)}</b>
                <span>
                  {nameOf(code, language())}
                  <Show when={persons(code)}>{(names) => <small>{names()}</small>}</Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </>
  )
}
