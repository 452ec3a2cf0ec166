// Commands and queries to the hub. In: promises of the typed client. Out: what was asked for, or a
// `Failure` a page can put into words: refused, unreachable, or broken. Keeps: no page ever sees an
// exception of the network; who turns out to be signed out is noticed here, once, for all pages.

import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import { limits } from '#shared/limits.ts'
import type { Refusal, RefusalCode, RuleId } from '#shared/refusal.ts'
import type { AppRouter } from '../../server/trpc/router.ts'

/** The typed client: `hub.documents.list.query({ process })`. Ask it through `ask`. */
export const hub = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/trpc', maxItems: limits.trpcBatchMax, maxURLLength: 6_000 })],
})

export type Failure =
  | { readonly failed: 'refused'; readonly refusal: Refusal }
  /** No answer: offline, or the hub is down. */
  | { readonly failed: 'unreachable' }
  /** The hub met a bug; `id` is what to quote to who operates it. */
  | { readonly failed: 'broken'; readonly id: string | null }

export function isFailure(answer: unknown): answer is Failure {
  return typeof answer === 'object' && answer !== null && 'failed' in answer
}

/** Was this refused with that code? */
export function refusedAs(answer: unknown, code: RefusalCode): boolean {
  return isFailure(answer) && answer.failed === 'refused' && answer.refusal.refused === code
}

/** What travels in `error.data` (server/trpc/refused.ts). */
interface ErrorData {
  readonly refusal?: { code: RefusalCode; rule: RuleId | null; facts?: Refusal['facts'] }
  readonly id?: string
}

let noticeSignedOut = () => {}

/** Called when an answer says that this browser is not signed in any more. */
export function whenSignedOut(notice: () => void): void {
  noticeSignedOut = notice
}

/** The answer, or why there is none. */
export async function ask<T>(asked: Promise<T>): Promise<T | Failure> {
  try {
    return await asked
  } catch (error) {
    const failure = failureOf(error)
    if (refusedAs(failure, 'signed-out')) noticeSignedOut()
    return failure
  }
}

/** Turns what the client threw into words' raw material. Anything else is a bug, and crashes. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) throw error
  const data = error.data as ErrorData | null | undefined
  if (!data) return { failed: 'unreachable' }
  if (!data.refusal) return { failed: 'broken', id: data.id ?? null }
  const { code, facts } = data.refusal
  return { failed: 'refused', refusal: facts ? { refused: code, facts } : { refused: code } }
}
