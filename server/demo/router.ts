// The door of the demonstration: its people for the start page, and the button that brings
// simulated delegates in. In: tRPC calls, no login. Out: people, a run. Keeps: a hub outside demo
// mode does not mount it.

import { open, router } from '../trpc/procedures.ts'
import { answer } from '../trpc/refused.ts'
import type { Alive } from './alive.ts'
import * as queries from './queries.ts'

export const demoRouter = (alive: Pick<Alive, 'start'>) =>
  router({
    people: open.query(({ ctx }) => queries.people(ctx.world.store.read)),
    alive: open.mutation(async () => answer(await alive.start())),
  })
