// kill -9 of a real hub while five clients type, twenty rounds: every letter any other client had seen,
// and every acknowledged one, is there after the restart, and all replicas are equal. Four of the clients
// speak our protocol, one is the unmodified y-websocket provider.

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { blocksInOrder, textNodeOf } from '#shared/document/blocks.ts'
import type { Delegate } from '../server/testing/delegate.ts'
import { startHub } from './hub.ts'
import { delegateAt, signIn, stockProvider, textOfDemo, type Remote } from './remote.ts'

const rounds = 20
const people = ['br', 'cl', 'pe', 'br2'] as const

/** Per clientID: the clock up to which somebody else had seen it, or its author was told it is saved. */
type Promised = Map<number, number>

function promise(to: Promised, client: number, clock: number): void {
  to.set(client, Math.max(to.get(client) ?? 0, clock))
}

function collect(promised: Promised, docs: readonly Y.Doc[], delegates: readonly Delegate[]): void {
  for (const doc of docs) {
    for (const client of doc.store.clients.keys()) {
      if (client !== doc.clientID) promise(promised, client, Y.getState(doc.store, client))
    }
  }
  for (const { doc, unacknowledged } of delegates) {
    const waiting = unacknowledged.flatMap(({ bytes }) => Y.decodeUpdate(bytes).structs)
    const first = waiting.map(({ id }) => id.clock)
    promise(promised, doc.clientID, Math.min(Y.getState(doc.store, doc.clientID), ...first))
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function typeOn(doc: Y.Doc, letter: string): void {
  const blocks = blocksInOrder(doc)
  const text = textNodeOf(blocks[(doc.clientID + letter.charCodeAt(0)) % blocks.length]!)!
  doc.transact(() => text.insert(Math.floor(text.length / 2), letter))
}

async function freshReader(remote: Remote, document: string): Promise<Delegate> {
  const reader = delegateAt(remote, document, 'PY')
  await reader.connect()
  return reader
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let i = 0; i < 2_000 && !holds(); i++) await wait(5)
  if (!holds()) throw new Error(`${what}: not in time`)
}

test(
  'I1 kill -9 while five type, twenty rounds: nothing seen or acknowledged is lost',
  {
    timeout: 240_000,
  },
  async () => {
    const hub = await startHub()
    try {
      const first = await signIn(hub.url, 'br@csm.demo')
      const document = await textOfDemo(first, 'csm', 'es')
      const remotes = await Promise.all(people.map((p) => signIn(hub.url, `${p}@csm.demo`)))
      const delegates = remotes.map((remote, i) =>
        delegateAt(remote, document, people[i]!.slice(0, 2).toUpperCase()),
      )
      const stockDoc = new Y.Doc()
      const stock = stockProvider(await signIn(hub.url, 'uy@csm.demo'), document, stockDoc)
      const docs = () => [...delegates.map(({ doc }) => doc), stockDoc]
      const promised: Promised = new Map()
      for (let round = 0; round < rounds; round++) {
        await Promise.all(delegates.map((delegate) => delegate.connect()))
        await until('the stock client is in', () => stock.synced)
        const ends = Date.now() + 150 + ((round * 97) % 300)
        while (Date.now() < ends) {
          for (const doc of docs()) typeOn(doc, String.fromCharCode(97 + (round % 26)))
          await wait(4)
        }
        await hub.dies()
        // What reached a client before the hub died has been seen.
        await wait(20)
        collect(promised, docs(), delegates)
        await hub.comesBack()
        const reader = await freshReader(first, document)
        const lost = [...promised].filter(
          ([client, clock]) => Y.getState(reader.doc.store, client) < clock,
        )
        expect(lost).toEqual([])
        reader.cut()
      }
      await Promise.all(delegates.map((delegate) => delegate.connect()))
      await until('the stock client is in', () => stock.synced && stock.wsconnected)
      await until('all is settled', () => delegates.every((d) => d.unacknowledged.length === 0))
      const reader = await freshReader(first, document)
      const state = (doc: Y.Doc) => [...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted()
      await until('replicas are equal', () =>
        docs().every((doc) => JSON.stringify(state(doc)) === JSON.stringify(state(reader.doc))),
      )
      for (const doc of docs())
        expect(doc.getXmlFragment('text').toString()).toBe(
          reader.doc.getXmlFragment('text').toString(),
        )
      stock.destroy()
      for (const delegate of [...delegates, reader]) delegate.cut()
    } finally {
      await hub.end()
    }
  },
)
