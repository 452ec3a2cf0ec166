// Something a page has asked for, kept fresh. In: a question and perhaps a live topic. Out: its
// value, its failure, and a way to ask again. Keeps: answers that arrive late, after a newer
// question, are dropped; while it is asked again the old value stays on screen.

import type { Accessor } from 'solid-js'
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { LiveEvent, Topic } from '#shared/live/events.ts'
import { subscribe } from './live.ts'
import type { Failure } from './trpc.ts'
import { ask, isFailure } from './trpc.ts'

export interface Asked<T> {
  /** Undefined until the first answer. */
  readonly value: Accessor<T | undefined>
  /** Why the last question has no answer; null when it has. */
  readonly failure: Accessor<Failure | null>
  readonly again: () => Promise<void>
}

export interface AskedAgain {
  readonly topic: () => Topic | undefined
  /** The events that make it worth asking again. */
  readonly events: readonly LiveEvent['event'][]
}

/**
 * Asks now, whenever the question changes (null: do not ask), and at the hints of `freshen`. The
 * value is forgotten when the question changes.
 */
export function createAsked<Q extends string | true, T>(
  asking: Accessor<Q | null>,
  put: (question: Q) => Promise<T>,
  freshen?: AskedAgain,
): Asked<T> {
  const [value, setValue] = createSignal<T>()
  const [failure, setFailure] = createSignal<Failure | null>(null)
  // What surrounds the question may change (a process refetched) while the question stays the same.
  const question = createMemo(asking)
  let newest = 0

  async function again(): Promise<void> {
    const asked = question()
    if (asked === null) return
    const turn = ++newest
    const answer = await ask(put(asked))
    if (turn !== newest) return
    setFailure(isFailure(answer) ? answer : null)
    // The same answer again draws nothing anew: what has the focus would lose it.
    if (!isFailure(answer) && !sameAnswer(answer, value())) setValue(() => answer)
  }

  createEffect(
    on(question, () => {
      newest++
      setValue(undefined)
      setFailure(null)
      void again()
    }),
  )
  if (freshen) {
    createEffect(() => {
      const topic = freshen.topic()
      if (!topic) return
      onCleanup(
        subscribe(topic, (hint) => {
          if (!hint || freshen.events.includes(hint.event.event)) void again()
        }),
      )
    })
  }
  onCleanup(() => newest++)
  return { value, failure, again }
}

/** Answers are JSON, in an order of the hub's own making. */
const sameAnswer = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
