// Every door of the hub and what it answers to whom (I10). In: nothing. Out: rows by procedure,
// path, topic and document. Keeps: a door without a row fails http/doors.test.ts; a stranger to a
// process gets the same answer as for what does not exist. To add a door, add its row here first.

import { must } from '#shared/assert.ts'
import type { Person, TemporaryHub } from './temporary-hub.ts'

/** Who knocks: nobody known, every role of this process, two of another. */
export const cast = [
  'stranger',
  'observer',
  'adviser',
  'delegate',
  'focalPoint',
  'chair',
  'secretariat',
  'otherSecretariat',
  'otherDelegate',
] as const
export type Knocker = (typeof cast)[number]

/** `ok`, or the code of the refusal (for sockets: the close code). */
export type Expected = Readonly<Record<Knocker, string>>

/** What `input` may use. */
export interface Scene {
  readonly hub: TemporaryHub
  readonly people: Readonly<Record<Exclude<Knocker, 'stranger'>, Person>>
  readonly document: string
  /** Who knocks this time; null for the stranger. */
  readonly knocker: Person | null
}

export interface ProcedureRow {
  readonly kind: 'query' | 'mutation'
  /** Made anew for every knock, so that one knock never spoils the next. */
  readonly input?: (scene: Scene) => unknown
  readonly expected: Expected
}

/** The same for everybody. */
export const all = (answer: string): Expected =>
  Object.fromEntries(cast.map((who) => [who, answer])) as Expected

/** A door of one process: others hear `not-found`, who lacks the right `not-allowed`. */
const within = (
  ...allowed: readonly Exclude<Knocker, 'stranger' | 'otherSecretariat' | 'otherDelegate'>[]
): Expected => ({
  ...all('not-allowed'),
  ...Object.fromEntries(allowed.map((who) => [who, 'ok'])),
  stranger: 'signed-out',
  otherSecretariat: 'not-found',
  otherDelegate: 'not-found',
})

const anyone = all('ok')
const signedIn: Expected = { ...all('ok'), stranger: 'signed-out' }
const seatedHere = within('observer', 'adviser', 'delegate', 'focalPoint', 'chair', 'secretariat')
const here = { process: 'csm' }
const freshSeat = async ({ hub }: Scene) => {
  const { seat } = await hub.seat('csm', 'delegate', 'BR')
  return { ...here, seat }
}
const plan = {
  ...here,
  title: 'Declaration',
  kind: 'declaration',
  language: 'es',
  phase: 'drafting',
  from: { template: 'declaration' },
}
let invited = 0

const ownProcedures: Readonly<Record<string, ProcedureRow>> = {
  'auth.hub': { kind: 'query', expected: anyone },
  'auth.signIn': {
    kind: 'mutation',
    input: ({ knocker }) => {
      const email = `${knocker?.account ?? 'nobody'}@example.org`
      return { email, password: 'not the password' }
    },
    expected: all('wrong-sign-in'),
  },
  'auth.signOut': { kind: 'mutation', expected: anyone },
  'auth.me': { kind: 'query', expected: anyone },
  'auth.setLanguage': {
    kind: 'mutation',
    input: () => ({ language: 'pt' }),
    expected: signedIn,
  },
  'auth.logins': { kind: 'query', expected: signedIn },
  'auth.revokeLogin': {
    // Another person's login, named as if it were one's own.
    kind: 'mutation',
    input: async ({ hub }) => {
      const person = await hub.seat('midsa', 'delegate', 'ZA')
      const cookie = await hub.signedIn(person)
      const { value } = await hub.call('auth.logins', 'query', undefined, cookie)
      return { key: must((value as { key: string }[])[0], 'a login').key }
    },
    expected: { ...all('not-found'), stranger: 'signed-out' },
  },
  'auth.revokeOtherLogins': { kind: 'mutation', expected: signedIn },
  'auth.link': {
    kind: 'query',
    input: () => ({ token: 'no-such-token' }),
    expected: all('link-used-or-expired'),
  },
  'auth.useLink': {
    kind: 'mutation',
    input: () => ({ token: 'no-such-token', password: 'four words in a row' }),
    expected: all('link-used-or-expired'),
  },
  'processes.list': { kind: 'query', expected: signedIn },
  'processes.get': { kind: 'query', input: () => here, expected: seatedHere },
  'processes.people': {
    kind: 'query',
    input: () => here,
    expected: within('adviser', 'delegate', 'focalPoint', 'chair', 'secretariat'),
  },
  'processes.invite': {
    kind: 'mutation',
    input: () => {
      invited += 1
      const email = `invited${invited}@example.org`
      return { ...here, email, name: 'Invited', role: 'delegate', party: 'BR' }
    },
    expected: within('secretariat'),
  },
  'processes.newPasswordLink': {
    kind: 'mutation',
    input: freshSeat,
    expected: within('secretariat'),
  },
  'processes.endSeat': { kind: 'mutation', input: freshSeat, expected: within('secretariat') },
  'processes.setSpeaks': {
    kind: 'mutation',
    input: async (scene) => ({ ...(await freshSeat(scene)), speaks: false }),
    expected: within('focalPoint', 'secretariat'),
  },
  'processes.restoreWriting': {
    kind: 'mutation',
    input: freshSeat,
    expected: within('secretariat'),
  },
}

const sharedDraft = async ({ hub, people }: Scene) => {
  const cookie = await hub.signedIn(people.secretariat)
  const answer = await hub.call('documents.create', 'mutation', { ...plan, shared: true }, cookie)
  return answer.value
}

const readers: Expected = {
  ...all('ok'),
  stranger: 'signed-out',
  observer: 'not-found',
  otherSecretariat: 'not-found',
  otherDelegate: 'not-found',
}

/** Rows of documents; apart, because they need a text to be about. */
const documentProcedures: Readonly<Record<string, ProcedureRow>> = {
  'documents.list': { kind: 'query', input: () => here, expected: seatedHere },
  'documents.get': {
    kind: 'query',
    input: ({ document }) => ({ document }),
    expected: readers,
  },
  'documents.templates': {
    kind: 'query',
    input: () => ({ language: 'es' }),
    expected: signedIn,
  },
  'documents.previewImport': {
    kind: 'mutation',
    input: () => ({ ...here, text: 'Declaration\n\n1. The States agree.' }),
    expected: within('chair', 'secretariat'),
  },
  'documents.create': {
    kind: 'mutation',
    input: () => plan,
    expected: within('chair', 'secretariat'),
  },
  'documents.openNegotiation': {
    kind: 'mutation',
    input: sharedDraft,
    expected: { ...within('chair', 'secretariat'), observer: 'not-found' },
  },
}

/** In a demonstration alone. Before the hub listens, nobody can be brought in. */
const demoProcedures: Readonly<Record<string, ProcedureRow>> = {
  'demo.people': { kind: 'query', expected: anyone },
  'demo.alive': { kind: 'mutation', expected: all('busy') },
}

export const procedures: Readonly<Record<string, ProcedureRow>> = {
  ...ownProcedures,
  ...documentProcedures,
  ...demoProcedures,
}

/** Paths, by the pattern the app knows; one example each. The answer is the same for everybody. */
export interface PathRow {
  readonly method: 'GET' | 'POST'
  readonly example: string
  readonly status: number
}

export const paths: Readonly<Record<string, PathRow>> = {
  'GET /healthz': { method: 'GET', example: '/healthz', status: 200 },
  'GET /readyz': { method: 'GET', example: '/readyz', status: 200 },
  'ALL /trpc/*': { method: 'GET', example: '/trpc/no.such', status: 404 },
  'GET /assets/*': { method: 'GET', example: '/assets/app-1a2b3c.js', status: 200 },
  'GET /:file{[a-z0-9-]+\\.(?:svg|png|ico|txt|webmanifest)}': {
    method: 'GET',
    example: '/favicon.svg',
    status: 200,
  },
  'GET /': { method: 'GET', example: '/', status: 200 },
  'GET /sign-in': { method: 'GET', example: '/sign-in', status: 200 },
  'GET /link/:token': { method: 'GET', example: '/link/any-token', status: 200 },
  'GET /processes': { method: 'GET', example: '/processes', status: 200 },
  'GET /processes/*': { method: 'GET', example: '/processes/csm', status: 200 },
  'GET /documents': { method: 'GET', example: '/documents', status: 200 },
  'GET /documents/*': { method: 'GET', example: '/documents/abc', status: 200 },
  'GET /account': { method: 'GET', example: '/account', status: 200 },
  // What is no door.
  'GET /no-such-page': { method: 'GET', example: '/no-such-page', status: 404 },
  'GET /assets/missing.js': { method: 'GET', example: '/assets/missing.js', status: 404 },
  'GET /collab': { method: 'GET', example: '/collab/abc', status: 404 },
  'POST /': { method: 'POST', example: '/', status: 404 },
  'GET /%2e%2e/package.json': {
    method: 'GET',
    example: '/assets/%2e%2e/%2e%2e/package.json',
    status: 404,
  },
}

/** Topics of live hints: `ok`, `not-found`, or `signed-out` for who gets no socket at all. */
export interface TopicRow {
  readonly kind: 'process' | 'account' | 'none'
  readonly topic: (scene: Scene) => unknown
  readonly expected: Expected
}

const inHere = { ...all('ok'), otherSecretariat: 'not-found', otherDelegate: 'not-found' }

export const topics: Readonly<Record<string, TopicRow>> = {
  'a process': {
    kind: 'process',
    topic: () => 'process/csm',
    expected: { ...inHere, stranger: 'signed-out' },
  },
  'a process that does not exist': {
    kind: 'process',
    topic: () => 'process/nowhere',
    expected: { ...all('not-found'), stranger: 'signed-out' },
  },
  'one’s own account': {
    kind: 'account',
    topic: ({ knocker }) => `account/${knocker?.account ?? 'nobody'}`,
    expected: signedIn,
  },
  'another’s account': {
    kind: 'account',
    topic: async ({ hub }) => `account/${(await hub.seat('csm', 'observer', 'MX')).account}`,
    expected: { ...all('not-found'), stranger: 'signed-out' },
  },
  'something that is no topic': {
    kind: 'none',
    topic: () => 'login/secret',
    expected: { ...all('not-found'), stranger: 'signed-out' },
  },
}

/** The document door, by the document it names: `ok` (HELLO comes), or the close code. */
export const documents: Readonly<
  Record<string, { readonly name: (scene: Scene) => string; readonly expected: Expected }>
> = {
  'a text being negotiated': {
    name: ({ document }) => document,
    expected: {
      ...all('ok'),
      stranger: '4401',
      observer: '4404',
      otherSecretariat: '4404',
      otherDelegate: '4404',
    },
  },
  'a text that does not exist': {
    name: () => 'nosuchdocument',
    expected: { ...all('4404'), stranger: '4401' },
  },
}
