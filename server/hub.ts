// The whole hub, put together. In: the world and what differs from hub to hub. Out: an HTTP server
// with all doors (pages, tRPC, live hints, documents), to listen and to close. Keeps: importing
// does nothing; going down, nothing new is let in, documents are drained (4503), then sockets, then
// the server.

import { EventEmitter, once } from 'node:events'
import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Logger } from 'pino'
import type { RandomBytes } from '#shared/ids.ts'
import { createAuth } from './auth/auth.ts'
import type { Store } from './db/store.ts'
import type { Clock, HubSignals, World } from './hub-types.ts'
import { createApp } from './http/app.ts'
import type { AppParts } from './http/app.ts'
import { askingOf, isForeign } from './http/origin.ts'
import { attachUpgrades } from './http/upgrade.ts'
import type { CollabDoor } from './http/upgrade.ts'
import { startDispatch } from './live/dispatch.ts'
import { attachLive } from './live/live.ts'
import type { Live } from './live/live.ts'
import { createOpenLogins } from './live/open-logins.ts'
import { startSweep } from './live/sweep.ts'

const patienceMs = 2_000

export interface HubParts {
  readonly world: World
  readonly collab: CollabDoor
  /** All procedures: trpc/router.ts. */
  readonly router: AppParts['router']
  readonly demo: boolean
  readonly publicOrigin: string | null
  /** Where Vite built the pages. */
  readonly clientDirectory: string
}

export interface Hub {
  readonly server: Server
  /** Resolves with the port it listens on; rejects when the port is busy or not allowed. */
  listen(port: number, host: string): Promise<number>
  /** Drains and closes everything but the store. */
  close(): Promise<void>
}

/** The world every feature receives. */
export function createWorld(parts: {
  store: Store
  clock: Clock
  random: RandomBytes
  log: Logger
}): World {
  const signals = new EventEmitter<HubSignals>()
  signals.setMaxListeners(0) // every open room listens
  return { ...parts, signals }
}

export async function createHub(parts: HubParts): Promise<Hub> {
  const { world, collab, demo, publicOrigin } = parts
  const auth = createAuth(world, { demo, secure: publicOrigin?.startsWith('https:') ?? false })
  const { logins } = auth
  const openLogins = createOpenLogins(world, logins)
  let ready = false
  const isReady = () => ready
  const isForeignHere = (headers: IncomingHttpHeaders) => isForeign(askingOf(headers), publicOrigin)

  const app = createApp({ ...parts, auth, isReady })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const live = attachLive(server, { world, logins, openLogins, isForeign: isForeignHere })
  const upgrades = attachUpgrades(server, {
    world,
    logins,
    openLogins,
    collab,
    publicOrigin,
    isReady,
  })
  const dispatch = await startDispatch(world, live.hint)
  const sweep = startSweep(world, { logins, openLogins, dispatch })

  return {
    server,
    async listen(port, host) {
      server.listen(port, host)
      await once(server, 'listening') // rejects with the server's error
      ready = true
      return (server.address() as AddressInfo).port
    },
    async close() {
      ready = false
      sweep.stop()
      openLogins.stop()
      await collab.drain()
      dispatch.stop()
      await endConnections(server, live, upgrades)
    },
  }
}

/** Requests under way get a moment to be answered, sockets to say goodbye; then they are cut. */
async function endConnections(server: Server, live: Live, { cut }: { cut(): void }): Promise<void> {
  const closed = server.listening ? once(server, 'close') : null
  const patience = setTimeout(() => {
    server.closeAllConnections()
    cut()
  }, patienceMs)
  await live.close()
  await closed
  clearTimeout(patience)
}
