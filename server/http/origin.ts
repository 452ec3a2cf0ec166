// Whose page asks. In: a request's headers and the hub's public address. Out: ours or foreign; the
// client's address. Keeps: nothing that writes and no socket opens for a page of another site
// (DESIGN §8, Doors). Programs that are no browser send no Origin and are let through to the login.

import type { IncomingHttpHeaders } from 'node:http'

/** What this check reads of a request. */
export interface Asking {
  readonly origin: string | undefined
  readonly host: string | undefined
  readonly site: string | undefined
}

export const askingOf = (headers: IncomingHttpHeaders): Asking => ({
  origin: headers.origin,
  host: headers.host,
  site: headers['sec-fetch-site'] as string | undefined,
})

/**
 * True for a page of another site. Behind a proxy (`publicOrigin` set) the Origin must be that very
 * address; else its host must be the one the request was sent to.
 */
export function isForeign({ origin, host, site }: Asking, publicOrigin: string | null): boolean {
  if (site === 'cross-site') return true
  if (origin === undefined) return false
  if (publicOrigin !== null) return origin !== publicOrigin
  return !URL.canParse(origin) || new URL(origin).host !== host
}

/**
 * The address of the client. Only behind a declared proxy, and only when the connection itself
 * comes from this machine or a private network, the last entry of X-Forwarded-For (the one our
 * proxy wrote).
 */
export function clientAddress(
  remote: string | undefined,
  forwarded: string | undefined,
  publicOrigin: string | null,
): string {
  const direct = remote ?? 'unknown'
  if (publicOrigin === null || forwarded === undefined || !isPrivate(direct)) return direct
  return forwarded.split(',').at(-1)?.trim() || direct
}

const isPrivate = (address: string) =>
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/.test(address)
