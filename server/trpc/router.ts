// All procedures of the hub under one roof. In: the features' routers. Out: the router and its type for
// the client. Keeps: a procedure exists for the pages if and only if it hangs here, so the door test
// (http/doors.test.ts) sees every one.

import { authRouter } from '../auth/router.ts'
import { processesRouter } from '../processes/router.ts'
import { router } from './procedures.ts'

export const appRouter = router({
  auth: authRouter,
  processes: processesRouter,
})

export type AppRouter = typeof appRouter
