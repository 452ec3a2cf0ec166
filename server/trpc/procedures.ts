// The three kinds of procedure: open to anyone, for who is signed in, for who has a seat with a
// right. In: the context of trpc/context.ts. Out: builders for the features' routers. Keeps: N1 and
// I10: a stranger to a process gets the same `not-found` as for a process that does not exist; who
// has a seat but not the right gets `not-allowed`.

import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import type { ProcessId } from '#shared/ids.ts'
import { may } from '#shared/roles.ts'
import type { Right } from '#shared/roles.ts'
import { refuse, statusOf } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Asker } from '../hub-types.ts'
import type { Reader } from '../db/store.ts'
import { findSeat } from '../processes/seats.ts'
import type { HeldSeat } from '../processes/seats.ts'
import type { Ask } from './context.ts'
import { answer, incidentOf, refusalData, refusalIn, refusedError } from './refused.ts'

const t = initTRPC.context<Ask>().create({
  isServer: true,
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const refusal = refusalIn(error)
    const { code, path } = shape.data
    if (refusal) {
      const httpStatus = statusOf(refusal.refused)
      const data = { code, httpStatus, path, refusal: refusalData(refusal) }
      return { ...shape, message: refusal.refused, data }
    }
    const id = ctx ? incidentOf(error, ctx.world.random) : 'no-context'
    return { ...shape, message: 'unexpected', data: { code, httpStatus: 500, path, id } }
  },
})

export const router = t.router

/** A short name or a minted id; anything else cannot exist. */
export const idSchema = z.string().regex(/^[a-z0-9-]{1,40}$/)
const processIdSchema = idSchema.transform((id) => id as ProcessId)

/** Anyone may ask. */
export const open = t.procedure

/** Only with a valid login. */
export const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.who) throw refusedError(refuse('signed-out'))
  return next({ ctx: { ...ctx, who: ctx.who } })
})

/** Only with a seat in `input.process` whose role has this right. */
export const seated = (right: Right) =>
  signedIn.input(z.object({ process: processIdSchema })).use(async ({ ctx, input, next }) => {
    const seat = answer(await seatWith(ctx.world.store.read, ctx.who, input.process, right))
    return next({ ctx: { ...ctx, seat } })
  })

/** The asker's seat in a process, when its role has the right. */
async function seatWith(
  read: Reader,
  who: Asker,
  process: ProcessId,
  right: Right,
): Promise<HeldSeat | Refusal> {
  const seat = await findSeat(read, who.account, process)
  if (!seat) return refuse('not-found')
  return may(seat, right) ? seat : refuse('not-allowed')
}
