// The gate: frames wait while a letter is composed, and not for ever.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limits } from '#shared/limits.ts'
import { createGate } from './composition.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function stage() {
  const view = { composing: false, dom: new EventTarget() }
  const gate = createGate(view)
  const flushed = vi.fn<() => void>()
  gate.onFlush(flushed)
  const ends = () => {
    view.composing = false
    view.dom.dispatchEvent(new Event('compositionend'))
  }
  return { view, gate, flushed, ends }
}

test('open while nobody composes', () => {
  const { gate, flushed } = stage()
  expect(gate.hold()).toBe(false)
  vi.runAllTimers()
  expect(flushed).not.toHaveBeenCalled()
})

test('holds while composing, and what follows, until the end has been read', () => {
  const { view, gate, flushed, ends } = stage()
  view.composing = true
  expect(gate.hold()).toBe(true)
  ends()
  // Between the end and ProseMirror's reading of it, order is kept.
  expect(gate.hold()).toBe(true)
  vi.advanceTimersByTime(0)
  expect(flushed).toHaveBeenCalledTimes(1)
  expect(gate.hold()).toBe(false)
})

test('one dead key after the other: holds on', () => {
  const { view, gate, flushed, ends } = stage()
  view.composing = true
  gate.hold()
  ends()
  view.composing = true
  vi.advanceTimersByTime(0)
  expect(flushed).not.toHaveBeenCalled()
  ends()
  vi.advanceTimersByTime(0)
  expect(flushed).toHaveBeenCalledTimes(1)
})

test('not longer than the limit', () => {
  const { view, gate, flushed } = stage()
  view.composing = true
  gate.hold()
  vi.advanceTimersByTime(limits.compositionMsMax - 1)
  expect(flushed).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(flushed).toHaveBeenCalledTimes(1)
  expect(gate.hold()).toBe(false)
})

test('not more than the limit', () => {
  const { view, gate, flushed, ends } = stage()
  view.composing = true
  for (let i = 0; i < limits.compositionFramesMax; i++) expect(gate.hold()).toBe(true)
  expect(gate.hold()).toBe(false)
  expect(flushed).toHaveBeenCalledTimes(1)
  ends()
  vi.advanceTimersByTime(0)
  view.composing = true
  expect(gate.hold()).toBe(true)
})
