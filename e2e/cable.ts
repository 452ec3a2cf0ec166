// The network between a person and the hub, as something a test can pull out. In: a hub. Out: an
// address that leads to it, and ways to cut it: everything, or only the sockets of texts. Keeps:
// the page meets a connection that is really gone, not an emulated one.

import { once } from 'node:events'
import { type Socket, connect, createServer } from 'node:net'
import type { Hub } from './hub.ts'

export type Cut = 'nothing' | 'everything' | 'texts'

export interface Cable {
  readonly url: string
  /** Ends what is open now, and refuses anew until it is mended. */
  readonly cut: (what: Exclude<Cut, 'nothing'>) => void
  readonly mend: () => void
  readonly end: () => Promise<void>
}

interface Strand {
  readonly near: Socket
  readonly far: Socket
  readonly carriesText: boolean
}

export async function cableTo(hub: Hub): Promise<Cable> {
  const strands = new Set<Strand>()
  let gone: Cut = 'nothing'
  const isCut = (carriesText: boolean) => gone === 'everything' || (gone === 'texts' && carriesText)

  const server = createServer((near) => {
    near.on('error', () => near.destroy())
    if (gone === 'everything') return near.resetAndDestroy()
    near.once('data', (first) => {
      const carriesText = first.toString('latin1', 0, 12) === 'GET /collab/'
      if (isCut(carriesText)) return near.resetAndDestroy()
      const { hostname, port } = new URL(hub.url)
      const far = connect(Number(port), hostname)
      const strand: Strand = { near, far, carriesText }
      strands.add(strand)
      far.on('error', () => near.destroy())
      near.on('close', () => far.destroy())
      far.on('close', () => {
        near.destroy()
        strands.delete(strand)
      })
      far.write(first)
      near.pipe(far)
      far.pipe(near)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port for the cable')

  return {
    url: `http://127.0.0.1:${address.port}`,
    cut(what) {
      gone = what
      for (const { near, carriesText } of strands) if (isCut(carriesText)) near.resetAndDestroy()
    },
    mend() {
      gone = 'nothing'
    },
    async end() {
      for (const { near } of strands) near.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
