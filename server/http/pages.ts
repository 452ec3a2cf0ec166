// The built client: its assets, the few files beside the page, and the page itself for the
// addresses the client knows. In: the directory Vite built. Out: routes. Keeps: an address that is
// no page is a 404 (still drawn by the client, so that it can say so in the reader's language); a
// missing asset is never answered with a page.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Context } from 'hono'

/** Every address the client draws. */
const pagePaths = [
  '/',
  '/sign-in',
  '/link/:token',
  '/processes',
  '/processes/*',
  '/documents',
  '/documents/*',
  '/account',
] as const

/** Files that lie beside the page: icons, robots.txt. */
const rootFilePath = '/:file{[a-z0-9-]+\\.(?:svg|png|ico|txt|webmanifest)}'

export function pages(clientDirectory: string): Hono {
  const app = new Hono()
  // Without a directory the middleware complains on stderr; the page itself says what is missing.
  const built = existsSync(clientDirectory)
  const stored = (cache: string) =>
    serveStatic({
      root: clientDirectory,
      precompressed: true,
      onFound: (_path, c) => c.header('Cache-Control', cache),
    })
  if (built) {
    app.get('/assets/*', stored('public, max-age=31536000, immutable'))
    app.get(rootFilePath, stored('public, max-age=3600'))
  }
  for (const path of pagePaths) app.get(path, (c) => shell(c, clientDirectory, 200))
  return app
}

/** The page the client starts from. */
export async function shell(
  c: Context,
  clientDirectory: string,
  status: 200 | 404,
): Promise<Response> {
  try {
    const html = await readFile(join(clientDirectory, 'index.html'), 'utf8')
    return c.html(html, status, { 'Cache-Control': 'no-cache' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return c.text('The pages of this hub have not been built yet (npm start builds them).', 503)
  }
}
