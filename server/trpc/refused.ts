// A refusal on its way out: one table from refusals to tRPC codes and HTTP statuses. In: refusals,
// zod's complaints, errors nobody expected. Out: `error.data.refusal` {code, rule, facts}, or
// `error.data.id` to quote to the operator. Keeps: no stack, no message of an unknown error and no
// draft word reaches the client.

import { TRPCError } from '@trpc/server'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import { ZodError } from 'zod'
import { mint } from '#shared/ids.ts'
import type { RandomBytes } from '#shared/ids.ts'
import { isRefusal, refuse, ruleOf, statusOf } from '#shared/refusal.ts'
import type { Refusal, RefusalCode, RuleId } from '#shared/refusal.ts'
import { StatementFailed, StoreFailed } from '../db/errors.ts'

/** What a page gets of a refusal. */
export interface RefusalData {
  readonly code: RefusalCode
  readonly rule: RuleId | null
  readonly facts?: NonNullable<Refusal['facts']>
}

const codeOfStatus: Readonly<Record<number, TRPC_ERROR_CODE_KEY>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  410: 'NOT_FOUND', // tRPC knows no 410; the HTTP status still says it
  413: 'PAYLOAD_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
}

/** tRPC's own refusals (no such procedure, wrong method, no JSON), in the words of the house. */
const ownOf: Partial<Record<TRPC_ERROR_CODE_KEY, RefusalCode>> = {
  NOT_FOUND: 'not-found',
  PARSE_ERROR: 'bad-input',
  BAD_REQUEST: 'bad-input',
  METHOD_NOT_SUPPORTED: 'bad-input',
  UNSUPPORTED_MEDIA_TYPE: 'bad-input',
  PAYLOAD_TOO_LARGE: 'too-large',
}

class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** A refusal as the error tRPC wants. */
export function refusedError(refusal: Refusal): TRPCError {
  const code = codeOfStatus[statusOf(refusal.refused)] ?? 'BAD_REQUEST'
  return new TRPCError({ code, message: refusal.refused, cause: new Refused(refusal) })
}

/** The value, or its refusal thrown as the procedure's answer. */
export function answer<T>(value: T): Exclude<T, Refusal> {
  if (isRefusal(value)) throw refusedError(value)
  return value as Exclude<T, Refusal>
}

/** What was refused; null for an error nobody expected. */
export function refusalIn(error: TRPCError): Refusal | null {
  if (error.cause instanceof Refused) return error.cause.refusal
  if (error.cause instanceof ZodError) {
    const field = error.cause.issues[0]?.path.join('.')
    return field ? refuse('bad-input', { field }) : refuse('bad-input')
  }
  if (cannotWrite(error.cause)) return refuse('cannot-write')
  const own = ownOf[error.code]
  return own ? refuse(own) : null
}

/** Nothing was written because the store is ill (not: because our statement was wrong). */
export const cannotWrite = (cause: unknown): boolean =>
  cause instanceof StoreFailed && !(cause instanceof StatementFailed)

/** A refusal as data for the page. */
export function refusalData({ refused, facts }: Refusal): RefusalData {
  const base = { code: refused, rule: ruleOf(refused) }
  return facts ? { ...base, facts } : base
}

const incidents = new WeakMap<TRPCError, string>()

/** The id under which an unexpected error is logged and told. */
export function incidentOf(error: TRPCError, random: RandomBytes): string {
  const id = incidents.get(error) ?? mint<string>(random, 8)
  incidents.set(error, id)
  return id
}
