// Where a measurement plays: logins and a text. In: a hub. Out: as many people as wanted, each with
// an own login, and one declaration under negotiation. Keeps: one login per writer; no account
// holds more connections than the hub allows one.

import { limits } from '#shared/limits.ts'
import type { DocumentPlace } from '../people.ts'
import { apiOf, signIn } from '../people.ts'
import { declaration } from '../scene.ts'
import { type Target, fetchDocument } from './wire.ts'

export interface Stage {
  readonly place: DocumentPlace
  /** The document as a fresh client gets it. */
  readonly state: Uint8Array
  /** Person `i`, in turn; the first ones write, so give writers the low numbers. */
  readonly as: (i: number) => Target
}

const states = ['ar', 'bo', 'br', 'cl', 'co', 'ec', 'gy', 'pe', 'py', 'uy']
const delegates = [...states, ...states.map((code) => `${code}2`)].map((name) => `${name}@csm.demo`)
const password = 'a measured passphrase'

/** Logins for `connections` sockets: the demo delegates first, then invited ones. */
export async function logins(url: string, connections: number, atLeast = 10): Promise<string[]> {
  const wanted = Math.max(atLeast, Math.ceil(connections / limits.connectionsPerAccountMax) + 1)
  const cookies: string[] = []
  for (const email of delegates.slice(0, wanted)) cookies.push((await signIn(url, email)).cookie)
  if (cookies.length === wanted) return cookies
  const secretariat = await signIn(url, 'secretariat@csm.demo')
  while (cookies.length < wanted) {
    const party = states[cookies.length % states.length]!.toUpperCase()
    const email = `load${cookies.length}-${Date.now()}@example.org`
    const seat = { email, name: `Load ${cookies.length}`, role: 'delegate' as const, party }
    const invited = await secretariat.api.processes.invite.mutate({ process: 'csm', ...seat })
    if (!invited.link) throw new Error(`${email} was given no link`)
    const token = invited.link.path.split('/').at(-1)!
    let cookie = ''
    const api = apiOf(
      url,
      () => cookie,
      (next) => (cookie = next),
    )
    await api.auth.useLink.mutate({ token, password })
    cookies.push(cookie)
  }
  return cookies
}

/** A declaration of `paragraphs` paragraphs, and people in front of it. */
export async function stageAt(url: string, cookies: readonly string[], paragraphs = 40) {
  const chair = await signIn(url, 'chair@csm.demo')
  const words = Array.from(
    { length: paragraphs },
    (_, i) =>
      `Paragraph ${i + 1} recalls what was agreed and invites to do what is left to be done.`,
  )
  return stageIn(url, cookies, await declaration(chair, words))
}

export async function stageIn(
  url: string,
  cookies: readonly string[],
  place: DocumentPlace,
): Promise<Stage> {
  const { document } = place
  const as = (i: number): Target => ({ url, document, cookie: cookies[i % cookies.length]! })
  const { update, socket } = await fetchDocument(as(0))
  socket.terminate()
  return { place, state: update, as }
}
