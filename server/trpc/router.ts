// All procedures of the hub under one roof. In: the features' routers. Out: the router and its type
// for the client. Keeps: a procedure exists for the pages if and only if it hangs here, so the door
// test in http/doors.test.ts sees every one.

import { authRouter } from '../auth/router.ts'
import { demoRouter } from '../demo/router.ts'
import { documentsRouter } from '../documents/router.ts'
import { processesRouter } from '../processes/router.ts'
import { router } from './procedures.ts'

const features = {
  auth: authRouter,
  documents: documentsRouter,
  processes: processesRouter,
}

export const appRouter = router(features)

/** A demonstration has a door of its own. */
export const demoAppRouter = (alive: Parameters<typeof demoRouter>[0]) =>
  router({ ...features, demo: demoRouter(alive) })

/** For the client; `demo` answers in a demonstration only (auth.hub tells). */
export type AppRouter = ReturnType<typeof demoAppRouter>

// What pages see, for the client: it imports types from this file alone.
export type { LinkView, LoginView, Me, SeatView } from '../auth/views.ts'
export type { MemberView, PersonView, ProcessSummary, ProcessView } from '../processes/views.ts'
