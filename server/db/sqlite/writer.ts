// The main thread's hold on the writing thread. In: orders. Out: promises of answers. Keeps: one
// thread at a time; a dead one is replaced at the next order; after `settled` nothing is taken.

import { Worker } from 'node:worker_threads'
import { limits } from '#shared/limits.ts'
import { StoreFailed } from '../errors.ts'
import { pendingOrders } from './pending.ts'
import type { Pending } from './pending.ts'
import { ready } from './protocol.ts'
import type { Answer, Order, Orders, What } from './protocol.ts'

export interface Writer {
  /** Rejects with StoreFailed, StatementFailed or UnknownOutcome. */
  ask<K extends What>(
    what: K,
    input: Orders[K]['input'],
    transfer?: ArrayBuffer[],
  ): Promise<Orders[K]['answer']>
  /** Takes no further order and waits for those under way. */
  settled(): Promise<void>
  /** Closes the connection and ends the thread; after `settled`. */
  close(): Promise<void>
  /** Ends the thread where it stands, as a crash would. */
  kill(): Promise<void>
}

interface Thread {
  /** The running thread; null while there is none, or it still starts. */
  live(): Worker | null
  /** Starts one where there is none. */
  running(): Promise<Worker>
}

const workerFile = new URL('./worker.ts', import.meta.url)

/** Starts the thread on `file`; rejects when the file cannot be opened for writing. */
export async function startWriter(file: string): Promise<Writer> {
  const pending = pendingOrders()
  const thread = threadOn(file, pending)
  let lastId = 0
  let closing = false

  const ask: Writer['ask'] = async (what, input, transfer = []) => {
    if (closing && what !== 'close') throw new StoreFailed('the store is closed')
    const id = ++lastId
    const order = { id, what, input } as unknown as Order
    const answer = pending.add(id, {
      bytes: transfer.reduce((sum, { byteLength }) => sum + byteLength, 0),
      timeoutMs: limits.appendTimeoutMs,
      unknownIfLost: endsItsTransaction(order),
    })
    const live = thread.live()
    if (live) live.postMessage(order, transfer)
    else postOnceRunning(order, transfer)
    return answer as Promise<never>
  }

  function postOnceRunning(order: Order, transfer: ArrayBuffer[]): void {
    thread.running().then(
      (worker) => worker.postMessage(order, transfer),
      (cause: unknown) =>
        pending.fail(order.id, new StoreFailed('the writing thread does not start', { cause })),
    )
  }

  await thread.running()
  return {
    ask,
    async settled() {
      closing = true
      await pending.idle()
    },
    async close() {
      const worker = thread.live()
      if (!worker) return
      const ended = new Promise((resolve) => worker.once('exit', resolve))
      // A thread that dies here has closed its connection all the same.
      await ask('close', null).catch(() => worker.terminate())
      await ended
    },
    async kill() {
      await thread.live()?.terminate()
    },
  }
}

function endsItsTransaction(order: Order): boolean {
  return order.what === 'commit' || (order.what === 'append' && order.input.story === null)
}

function threadOn(file: string, pending: Pending): Thread {
  let starting: Promise<Worker> | null = null
  let live: Worker | null = null
  const lost = (why: string) => {
    starting = null
    live = null
    pending.lose(why)
  }
  return {
    live: () => live,
    running() {
      starting ??= spawn(file, pending, lost).then((worker) => (live = worker))
      return starting
    },
  }
}

function spawn(file: string, pending: Pending, lost: (why: string) => void): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: { file }, execArgv: [] })
    let why = 'the writing thread ended'
    worker.on('message', (message: typeof ready | readonly Answer[]) => {
      if (message === ready) resolve(worker)
      else pending.receive(message)
    })
    worker.on('error', (error: Error) => {
      why = `the writing thread failed: ${error.message}`
      reject(error)
    })
    worker.once('exit', () => {
      reject(new StoreFailed(why))
      lost(why)
    })
  })
}
