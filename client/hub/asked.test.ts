// What a page has asked for, when answers come late, fail, or the question changes. In: questions
// with answers held by hand. Out: failures. Keeps: the newest question wins; an old value stays
// while it is asked again; a question that stays the same is not asked anew.

import { createRoot, createSignal } from 'solid-js'
import { expect, it } from 'vitest'
import { createAsked } from './asked.ts'
import type { Asked } from './asked.ts'

/** Promises to be answered later, in any order. */
function heldAnswers() {
  const asked: string[] = []
  const answers: ((value: string) => void)[] = []
  const put = (question: string) => {
    asked.push(question)
    return new Promise<string>((resolve) => answers.push(resolve))
  }
  return { asked, put, answer: (i: number, value: string) => answers[i]?.(value) }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

it('drops an answer that comes after a newer question', async () => {
  const held = heldAnswers()
  const [question, setQuestion] = createSignal('csm')
  const kept: Asked<string> = createRoot(() => createAsked(question, held.put))
  await settled()
  setQuestion('midsa')
  await settled()
  held.answer(1, 'MIDSA')
  await settled()
  held.answer(0, 'CSM')
  await settled()
  expect(held.asked).toEqual(['csm', 'midsa'])
  expect(kept.value()).toBe('MIDSA')
})

it('keeps the value on screen while it is asked again, and after the hub is gone', async () => {
  const { TRPCClientError } = await import('@trpc/client')
  const outcomes = [Promise.resolve('first'), Promise.reject(new TRPCClientError('gone'))]
  outcomes[1]?.catch(() => {})
  const kept = createRoot(() =>
    createAsked(
      () => 'csm',
      () => outcomes.shift() ?? Promise.resolve('third'),
    ),
  )
  await settled()
  expect(kept.value()).toBe('first')
  await kept.again()
  expect(kept.value()).toBe('first')
  expect(kept.failure()).toEqual({ failed: 'unreachable' })
  await kept.again()
  expect(kept.value()).toBe('third')
  expect(kept.failure()).toBeNull()
})

it('does not ask anew when only what surrounds the question has changed', async () => {
  const held = heldAnswers()
  const [process, setProcess] = createSignal({ id: 'csm', name: 'before' })
  createRoot(() => createAsked(() => process().id, held.put))
  await settled()
  setProcess({ id: 'csm', name: 'after' })
  await settled()
  expect(held.asked).toEqual(['csm'])
})

it('asks nothing while there is no question', async () => {
  const held = heldAnswers()
  const kept = createRoot(() => createAsked(() => null, held.put))
  await settled()
  await kept.again()
  expect(held.asked).toEqual([])
})

it('draws nothing anew when the answer is the same again', async () => {
  const answers = [[{ id: 'csm' }], [{ id: 'csm' }], [{ id: 'midsa' }]]
  const kept = createRoot(() =>
    createAsked(
      () => true,
      () => Promise.resolve(answers.shift()!),
    ),
  )
  await settled()
  const first = kept.value()
  await kept.again()
  expect(kept.value()).toBe(first)
  await kept.again()
  expect(kept.value()).toEqual([{ id: 'midsa' }])
})
