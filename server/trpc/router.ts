// All procedures of the hub under one roof. In: the features' routers. Out: the router and its type
// for the client. Keeps: a procedure exists for the pages if and only if it hangs here, so the door
// test in http/doors.test.ts sees every one.

import { authRouter } from '../auth/router.ts'
import type { demoRouter } from '../demo/router.ts'
import { documentsRouter } from '../documents/router.ts'
import { processesRouter } from '../processes/router.ts'
import { router } from './procedures.ts'

export const appRouter = router({
  auth: authRouter,
  documents: documentsRouter,
  processes: processesRouter,
})

export type AppRouter = typeof appRouter
/** What a demonstration mounts besides, under `demo`. */
export type DemoRouter = ReturnType<typeof demoRouter>

// What pages see, for the client: it imports types from this file alone.
export type { LinkHandedOut } from '../auth/links.ts'
export type { AccountView, HubView, LinkView, LoginView, Me, SeatView } from '../auth/views.ts'
export type { Invited } from '../processes/commands.ts'
export type {
  MemberView,
  OrganView,
  PersonView,
  ProcessSummary,
  ProcessView,
} from '../processes/views.ts'
export type { RefusalData } from './refused.ts'
