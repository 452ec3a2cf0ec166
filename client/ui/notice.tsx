// Sentences set apart: something failed, something to know, nothing here. In: a failure or words.
// Out: a notice with the sentence first, the rule number small and last, and what to do. Keeps:
// error states are as designed as the happy ones; every refusal has its sentence.

import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import type { Dict } from '#shared/i18n/en.ts'
import type { Refusal, RuleId } from '#shared/refusal.ts'
import { ruleOf } from '#shared/refusal.ts'
import type { Failure } from '../hub/trpc.ts'
import { Button } from './button.tsx'
import { words } from './words.ts'

/** The sentence of a refusal. */
export function refusalSentence(dict: Dict, refusal: Refusal): string {
  return dict.refused[refusal.refused](refusal.facts ?? {})
}

/** The sentence of any failure. */
export function failureSentence(dict: Dict, failure: Failure): string {
  if (failure.failed === 'refused') return refusalSentence(dict, failure.refusal)
  return failure.failed === 'unreachable' ? dict.unreachable : dict.broken.sentence
}

const lawOf = (failure: Failure): RuleId | null =>
  failure.failed === 'refused' ? ruleOf(failure.refusal.refused) : null

interface NoticeProps {
  readonly tone?: 'bad' | 'warn' | undefined
  readonly children: JSX.Element
  readonly actions?: JSX.Element
}

export function Notice(props: NoticeProps): JSX.Element {
  return (
    <div class={['notice', props.tone].filter(Boolean).join(' ')}>
      <div class="notice-words">{props.children}</div>
      <Show when={props.actions}>
        <div class="notice-actions">{props.actions}</div>
      </Show>
    </div>
  )
}

interface FailureNoticeProps {
  readonly failure: Failure | null
  readonly onRetry?: (() => void) | undefined
}

/** Says why something did not happen; heard at once. Draws nothing while there is no failure. */
export function FailureNotice(props: FailureNoticeProps): JSX.Element {
  return (
    <div role="alert">
      <Show when={props.failure}>
        {(failure) => (
          <Notice
            tone="bad"
            actions={
              <Show when={props.onRetry}>
                {(retry) => <Button onPress={() => retry()()}>{words().act.retry}</Button>}
              </Show>
            }
          >
            <p>
              {failureSentence(words(), failure())}
              <Show when={lawOf(failure())}>
                {(law) => <small class="law"> {words().law(law())}</small>}
              </Show>
              <Show when={incident(failure())}>{(id) => <small class="law"> {id()}</small>}</Show>
            </p>
          </Notice>
        )}
      </Show>
    </div>
  )
}

const incident = (failure: Failure): string | null =>
  failure.failed === 'broken' ? failure.id : null

interface EmptyProps {
  readonly title: string
  readonly children?: JSX.Element
  readonly actions?: JSX.Element
}

/** Nothing here yet, and what to do about it. */
export function Empty(props: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      <p class="empty-title">{props.title}</p>
      <Show when={props.children}>
        <div class="quiet">{props.children}</div>
      </Show>
      <Show when={props.actions}>
        <div class="page-actions">{props.actions}</div>
      </Show>
    </div>
  )
}
