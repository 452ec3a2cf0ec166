// The throttle by itself: growth, addresses, bursts, bounds.

import { expect, test } from 'vitest'
import { limits } from '#shared/limits.ts'
import { createThrottle } from './throttle.ts'

const no = () => Promise.resolve(false)
const yes = () => Promise.resolve(true)
const broken = () => Promise.reject(new Error('no store'))
const busy = () => Promise.resolve({ refused: 'busy' } as const)
const waiting = (seconds: number) => ({ refused: 'wait-to-sign-in', facts: { seconds } })

function throttleAt(entriesMax?: number) {
  const clock = { time: 1_000_000_000, now: () => clock.time }
  return { clock, throttle: createThrottle(clock, entriesMax) }
}

test('a pair waits 1, 2, 4 … seconds from the third failure on, five minutes at most', async () => {
  const { clock, throttle } = throttleAt()
  const waits = []
  for (let i = 0; i < 14; i++) {
    expect(await throttle.turn('a@x.org', '10.0.0.1', no)).toBe(false)
    if (i < 2) continue
    const answer = await throttle.turn('a@x.org', '10.0.0.1', yes)
    const seconds = typeof answer === 'object' ? Number(answer.facts?.['seconds']) : 0
    waits.push(seconds)
    clock.time += seconds * 1000
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
  expect(await throttle.turn('a@x.org', '10.0.0.1', yes)).toBe(true)
  expect(await throttle.turn('a@x.org', '10.0.0.1', no)).toBe(false)
  expect(await throttle.turn('a@x.org', '10.0.0.1', yes)).toBe(true) // success began it afresh
})

test('other people at the same address, and the same person elsewhere, do not wait', async () => {
  const { throttle } = throttleAt()
  for (let i = 0; i < 3; i++) await throttle.turn('a@x.org', '10.0.0.1', no)
  expect(await throttle.turn('a@x.org', '10.0.0.1', yes)).toEqual(waiting(1))
  expect(await throttle.turn('b@x.org', '10.0.0.1', yes)).toBe(true)
  expect(await throttle.turn('a@x.org', '10.0.0.2', yes)).toBe(true)
})

test('an address is stopped above 300 failures in ten minutes, for that long', async () => {
  const { clock, throttle } = throttleAt()
  const fail = (i: number) => throttle.turn(`p${i}@x.org`, '2001:db8::1', no)
  for (let i = 0; i < limits.addressFailuresMax; i++) await fail(i)
  expect(await throttle.turn('new@x.org', '2001:db8::2', yes)).toBe(true)
  await fail(limits.addressFailuresMax)
  expect(await throttle.turn('new@x.org', '2001:db8::2', yes)).toEqual(waiting(60)) // the same /64
  expect(await throttle.turn('new@x.org', '2001:db8:0:1::2', yes)).toBe(true)
  clock.time += limits.addressFailuresWindowMs + 60_000
  expect(await throttle.turn('new@x.org', '2001:db8::2', yes)).toBe(true)
})

test('a burst for one pair is tried one by one, so it gains nothing', async () => {
  const { throttle } = throttleAt()
  let tried = 0
  let running = 0
  const attempt = async () => {
    running += 1
    expect(running).toBe(1)
    tried += 1
    await Promise.resolve()
    running -= 1
    return false
  }
  const burst = Array.from({ length: 100 }, () => throttle.turn('a@x.org', '10.0.0.1', attempt))
  const answers = (await Promise.all(burst)).map((a) => (typeof a === 'object' ? a.refused : a))
  expect(tried).toBe(3)
  expect(answers.filter((answer) => answer === 'wait-to-sign-in').length).toBe(61)
  expect(answers.filter((answer) => answer === 'busy').length).toBe(36)
})

test('an attempt that throws or is refused counts as nothing', async () => {
  const { throttle } = throttleAt()
  for (let i = 0; i < 5; i++) {
    await expect(throttle.turn('a@x.org', '10.0.0.1', broken)).rejects.toThrow('no store')
    expect(await throttle.turn('a@x.org', '10.0.0.1', busy)).toEqual({ refused: 'busy' })
  }
  expect(await throttle.turn('a@x.org', '10.0.0.1', yes)).toBe(true)
})

test('I9: remembers a bounded number of pairs, the latest', async () => {
  const { throttle } = throttleAt(10)
  for (let i = 0; i < 3; i++) await throttle.turn('first@x.org', '10.0.0.1', no)
  for (let i = 0; i < 10; i++) await throttle.turn(`p${i}@x.org`, '10.0.0.2', no)
  expect(await throttle.turn('first@x.org', '10.0.0.1', yes)).toBe(true)
})
