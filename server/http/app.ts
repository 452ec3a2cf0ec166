// The HTTP door: health, tRPC, the built client, and a 404 for everything else. In: the world,
// auth, two facts about this hub. Out: a Hono app. Keeps: every non-GET of a foreign page is
// refused before anything reads it; tRPC takes bounded JSON in small batches; nothing tells more
// than it must.

import type { HttpBindings } from '@hono/node-server'
import { trpcServer } from '@hono/trpc-server'
import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { limits } from '#shared/limits.ts'
import { refuse, statusOf } from '#shared/refusal.ts'
import type { Auth } from '../auth/auth.ts'
import type { World } from '../hub-types.ts'
import type { Ask } from '../trpc/context.ts'
import { cannotWrite, incidentOf, refusalData, refusalIn } from '../trpc/refused.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import { safeHeaders } from './headers.ts'
import { clientAddress, isForeign } from './origin.ts'
import { pages, shell } from './pages.ts'

type HttpContext = Context<{ Bindings: HttpBindings }>

export interface AppParts {
  readonly world: World
  readonly auth: Auth
  readonly collab: Ask['collab']
  readonly router: Parameters<typeof trpcServer>[0]['router']
  readonly demo: boolean
  /** `https://texts.example.org`; null when the hub is reached directly. */
  readonly publicOrigin: string | null
  readonly clientDirectory: string
  /** False once the hub is going down. */
  readonly isReady: () => boolean
}

export function createApp(parts: AppParts): Hono<{ Bindings: HttpBindings }> {
  const { world, publicOrigin, clientDirectory } = parts
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(safeHeaders(publicOrigin?.startsWith('https:') ?? false))
  app.use(ownPagesOnly(publicOrigin))
  app.get('/healthz', async (c) => {
    try {
      await world.store.probe()
      return c.json({ able: 'to write' })
    } catch (error) {
      world.log.error({ err: error }, 'the store cannot write')
      return c.json({ able: 'to read only' }, 503)
    }
  })
  app.get('/readyz', (c) => c.json({ ready: parts.isReady() }, parts.isReady() ? 200 : 503))
  app.use('/trpc/*', smallJson, bodyLimit({ maxSize: limits.bodyBytesMax, onError: tooLarge }))
  app.use('/trpc/*', trpc(parts))
  app.route('/', pages(clientDirectory))
  app.notFound((c) => {
    const page = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html')
    const own = /^\/(assets|trpc|collab|socket\.io)(\/|$)/.test(c.req.path)
    return page && !own ? shell(c, clientDirectory, 404) : c.text('Not found', 404)
  })
  app.onError((error, c) => {
    world.log.error({ err: error, method: c.req.method }, 'a request failed')
    return c.text('Something went wrong in the hub', 500)
  })
  return app
}

function ownPagesOnly(publicOrigin: string | null): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const asking = {
      origin: c.req.header('origin'),
      host: c.req.header('host'),
      site: c.req.header('sec-fetch-site'),
    }
    return isForeign(asking, publicOrigin) ? c.text('Foreign origin', 403) : next()
  }
}

/** JSON only, and few calls at a time; refused in the shape tRPC's client understands. */
const smallJson: MiddlewareHandler = async (c, next) => {
  const { method, path } = c.req
  if (method !== 'GET' && method !== 'POST') return refused(c, 'bad-input')
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (method === 'POST' && type !== 'application/json') return refused(c, 'bad-input', 415)
  const calls = decodeURIComponent(path).split(',').length
  return calls > limits.trpcBatchMax ? refused(c, 'too-many') : next()
}

const tooLarge = (c: Context) => refused(c, 'too-large')

function refused(c: Context, code: RefusalCode, status = statusOf(code)): Response {
  const data = { code, httpStatus: status, refusal: refusalData(refuse(code)) }
  return c.json({ error: { message: code, code: -32600, data } }, status as 400)
}

function trpc({ world, auth, collab, router, demo, publicOrigin }: AppParts): MiddlewareHandler {
  return trpcServer({
    router,
    endpoint: '/trpc',
    createContext: async ({ resHeaders }, c: HttpContext) => {
      const known = await auth.logins.verify(c.req.header('cookie'))
      const setCookie = (cookie: string) => resHeaders.set('Set-Cookie', cookie)
      if (known?.renewed) setCookie(known.renewed)
      const who = known && { account: known.account, login: known.login }
      const remote = c.env.incoming.socket.remoteAddress
      const address = clientAddress(remote, c.req.header('x-forwarded-for'), publicOrigin)
      const agent = c.req.header('user-agent') ?? ''
      const ask: Ask = { world, auth, collab, demo, who, address, agent, setCookie }
      return { ...ask }
    },
    responseMeta({ errors }) {
      const [only] = errors
      const refusal = errors.length === 1 && only ? refusalIn(only) : null
      const headers = { 'Cache-Control': 'no-store' }
      return refusal ? { status: statusOf(refusal.refused), headers } : { headers }
    },
    onError({ error, path }) {
      if (refusalIn(error) && !cannotWrite(error.cause)) return
      const id = incidentOf(error, world.random)
      world.log.error({ err: error.cause ?? error, id, procedure: path }, 'a procedure failed')
    },
  }) as MiddlewareHandler
}
