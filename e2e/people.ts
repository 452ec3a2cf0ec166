// People with a browser. In: an e-mail address of the demo. Out: a signed-in person with a browser
// of their own, who opens texts, and who can also ask the hub directly, with the same login, to set
// a scene. Keeps: everyone has an own context (cookies, storage); what a test is about is done with
// the real keyboard and mouse, never by dispatched events.

import { type Browser, type BrowserContext, type Page, test as base } from '@playwright/test'
import { createTRPCClient, httpLink } from '@trpc/client'
import type { AppRouter } from '../server/trpc/router.ts'
import { type Cable, cableTo } from './cable.ts'
import { type Hub, startHub } from './hub.ts'
import { type Text, textOn } from './text.ts'

export const password = 'plenaria-demo'
export const cookieName = 'plenaria_login'

type Api = ReturnType<typeof createTRPCClient<AppRouter>>

export interface Person {
  readonly email: string
  readonly context: BrowserContext
  readonly page: Page
  /** The hub's procedures, asked with this person's login. */
  readonly api: Api
  /** `plenaria_login=…` */
  readonly cookie: string
  readonly goes: (path: string) => Promise<void>
  /** Opens a document's text and waits until it can be read. */
  readonly opens: (document: DocumentPlace) => Promise<Text>
}

/** Where a document stands in the addresses of the screens. */
export interface DocumentPlace {
  readonly process: string
  readonly document: string
}

/** tRPC as one person; `cookie` may still be empty. */
export function apiOf(url: string, cookie: () => string, keep?: (cookie: string) => void): Api {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        async fetch(address, options) {
          const headers = { ...options?.headers, origin: url, cookie: cookie() }
          const reply = await fetch(address, { ...options, headers } as RequestInit)
          for (const line of reply.headers.getSetCookie()) keep?.(line.split(';')[0]!)
          return reply
        },
      }),
    ],
  })
}

export async function signIn(url: string, email: string): Promise<{ api: Api; cookie: string }> {
  let cookie = ''
  const api = apiOf(
    url,
    () => cookie,
    (next) => (cookie = next),
  )
  await api.auth.signIn.mutate({ email, password })
  if (!cookie.startsWith(`${cookieName}=`)) throw new Error(`${email} was given no cookie`)
  return { api, cookie }
}

/** `by`: the hub, or a cable to it. */
export async function person(
  browser: Browser,
  by: Pick<Hub, 'url'>,
  email: string,
): Promise<Person> {
  const { api, cookie } = await signIn(by.url, email)
  // Each demo person reads in a language of their own; the tests read English.
  await api.auth.setLanguage.mutate({ language: 'en' })
  const context = await browser.newContext({ baseURL: by.url })
  const value = cookie.slice(cookieName.length + 1)
  await context.addCookies([{ name: cookieName, value, url: by.url, httpOnly: true }])
  const page = await context.newPage()
  const goes = async (path: string) => void (await page.goto(path))
  return {
    email,
    context,
    page,
    api,
    cookie,
    goes,
    async opens(document) {
      const text = textOn(page, document)
      await text.open()
      return text
    },
  }
}

interface Fixtures {
  /** A signed-in person; their browser is closed when the test ends. */
  readonly meet: (email: string, by?: Cable) => Promise<Person>
  /** A network to the hub that this test may cut. */
  readonly cable: Cable
}

interface WorkerFixtures {
  /** One hub for all tests of a worker. A test that kills hubs starts one of its own. */
  readonly hub: Hub
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  hub: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from it
    async ({}, use) => {
      const hub = await startHub()
      await use(hub)
      await hub.end()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  cable: async ({ hub }, use) => {
    const cable = await cableTo(hub)
    await use(cable)
    await cable.end()
  },
  meet: async ({ browser, hub }, use, info) => {
    const met: Person[] = []
    await use(async (email, by) => {
      const one = await person(browser, by ?? hub, email)
      met.push(one)
      return one
    })
    if (info.status !== info.expectedStatus) {
      for (const { email, page } of met) {
        const body = await page.screenshot({ timeout: 5_000 }).catch(() => null)
        if (body) await info.attach(`${email}.png`, { body, contentType: 'image/png' })
      }
      await info.attach('hub.log', { body: hub.printed(), contentType: 'text/plain' })
    }
    for (const { context } of met) await context.close()
  },
})

export { expect } from '@playwright/test'
