// The door of processes. In: tRPC calls. Out: views and links to hand over. Keeps: N1: a stranger
// gets `not-found`, here as everywhere; each procedure names the right it needs.

import { z } from 'zod'
import type { SeatId } from '#shared/ids.ts'
import { roles } from '#shared/roles.ts'
import { idSchema, router, seated, signedIn } from '../trpc/procedures.ts'
import { answer } from '../trpc/refused.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'

const seatSchema = z.object({ seat: idSchema.transform((id) => id as SeatId) })
const textSchema = z.string().max(1_000)
const invitationSchema = z.object({
  email: textSchema,
  name: textSchema,
  role: z.enum(roles),
  party: textSchema,
})

export const processesRouter = router({
  list: signedIn.query(({ ctx }) => queries.list(ctx.world.store.read, ctx.who.account)),

  get: seated('see the process').query(({ ctx }) => queries.get(ctx.world.store.read, ctx.seat)),

  people: seated('see the people').query(({ ctx, input }) =>
    queries.people(ctx.world.store.read, ctx.seat, input.process),
  ),

  invite: seated('invite people')
    .input(invitationSchema)
    .mutation(async ({ ctx, input }) => answer(await commands.invite(ctx.world, ctx.seat, input))),

  newPasswordLink: seated('hand out password links')
    .input(seatSchema)
    .mutation(async ({ ctx, input }) =>
      answer(await commands.newPasswordLink(ctx.world, ctx.seat, input.seat)),
    ),

  endSeat: seated('end seats')
    .input(seatSchema)
    .mutation(async ({ ctx, input }) => {
      answer(await commands.endSeatOf(ctx.world, ctx.seat, input.seat))
      return { ended: true }
    }),

  setSpeaks: seated('say who speaks')
    .input(seatSchema.extend({ speaks: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      answer(await commands.setSpeaksOf(ctx.world, ctx.seat, input.seat, input.speaks))
      return { speaks: input.speaks }
    }),

  restoreWriting: seated('restore writing')
    .input(seatSchema)
    .mutation(async ({ ctx, input }) => {
      answer(await commands.restoreWritingOf(ctx.world, ctx.seat, input.seat))
      return { restored: true }
    }),
})
