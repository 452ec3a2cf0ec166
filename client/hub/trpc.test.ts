// Failures, as a page meets them. In: errors of the tRPC client. Out: refused, unreachable or
// broken. Keeps: a refusal keeps its facts; being signed out is noticed once for all pages; a bug
// of ours is never taken for a failure of the network.

import { TRPCClientError } from '@trpc/client'
import { expect, it, vi } from 'vitest'
import { ask, failureOf, whenSignedOut } from './trpc.ts'

/** An error as it arrives, with what the hub says in `data`. */
function arrived(data: object): TRPCClientError<never> {
  const error = { message: 'no', code: -32_000, data }
  return TRPCClientError.from({ error } as never)
}

it('unpacks a refusal with its facts', () => {
  const refusal = { code: 'wait-to-sign-in', rule: null, facts: { seconds: 40 } }
  expect(failureOf(arrived({ refusal }))).toEqual({
    failed: 'refused',
    refusal: { refused: 'wait-to-sign-in', facts: { seconds: 40 } },
  })
})

it('tells a bug of the hub from a hub that is not there', () => {
  expect(failureOf(arrived({ id: 'k3f9' }))).toEqual({ failed: 'broken', id: 'k3f9' })
  const gone = TRPCClientError.from(new TypeError('Failed to fetch'))
  expect(failureOf(gone)).toEqual({ failed: 'unreachable' })
})

it('lets a bug of the page crash', () => {
  expect(() => failureOf(new TypeError('undefined is not a function'))).toThrow(TypeError)
})

it('notices that this browser is signed out', async () => {
  const notice = vi.fn<() => void>()
  whenSignedOut(notice)
  await ask(Promise.reject(arrived({ refusal: { code: 'not-allowed', rule: null } })))
  expect(notice).not.toHaveBeenCalled()
  await ask(Promise.reject(arrived({ refusal: { code: 'signed-out', rule: null } })))
  expect(notice).toHaveBeenCalledOnce()
})
