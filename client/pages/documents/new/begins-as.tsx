// How a new document begins: as a draft or under negotiation. In: the choice so far. Out: changes
// to it. Keeps: each choice says what it means for delegations before it is made.

import type { JSX } from 'solid-js'
import { createUniqueId, For, Show } from 'solid-js'
import { words } from '../../../ui/words.ts'

const t = () => words().pages.create

type Phase = 'drafting' | 'negotiating'
const phases: readonly Phase[] = ['drafting', 'negotiating']

interface BeginsAsProps {
  readonly phase: Phase
  /** Delegations may read the draft. */
  readonly shared: boolean
  readonly onPhase: (phase: Phase) => void
  readonly onShared: (shared: boolean) => void
}

export function BeginsAs(props: BeginsAsProps): JSX.Element {
  const id = createUniqueId()
  return (
    <fieldset>
      <legend>{t().phase}</legend>
      <For each={phases}>
        {(phase) => (
          <>
            <label class="pick">
              <input
                type="radio"
                name="phase"
                checked={props.phase === phase}
                onChange={() => props.onPhase(phase)}
              />
              <b>{words().phases[phase]}</b>
              <span class="quiet">{t()[phase]}</span>
            </label>
            <Show when={phase === 'drafting' && props.phase === 'drafting'}>
              <label class="tick inner" for={id}>
                <input
                  id={id}
                  type="checkbox"
                  checked={props.shared}
                  onChange={(event) => props.onShared(event.currentTarget.checked)}
                />
                {t().shared}
              </label>
            </Show>
          </>
        )}
      </For>
    </fieldset>
  )
}
