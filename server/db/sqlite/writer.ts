// The main thread's hold on the writing thread. In: orders. Out: promises of answers. Keeps: every order
// settles: answered, or timed out, or failed with its thread; a commit nobody answered for is an unknown
// outcome, everything else that was not answered is a definite failure. A dead thread is replaced at the
// next order.

import { Worker } from 'node:worker_threads'
import { limits } from '#shared/limits.ts'
import { StoreFailed, UnknownOutcome } from '../errors.ts'
import { errorOf } from './failure.ts'
import { ready } from './protocol.ts'
import type { Answer, Order, Orders, What } from './protocol.ts'

export interface Writer {
  /** Rejects with StoreFailed, StatementFailed or UnknownOutcome. */
  ask<K extends What>(
    what: K,
    input: Orders[K]['input'],
    options?: { readonly timeoutMs?: number; readonly transfer?: ArrayBuffer[] },
  ): Promise<Orders[K]['answer']>
  /** Takes no further order and waits for those under way. */
  settled(): Promise<void>
  /** Closes the connection and ends the thread; after `settled`. */
  close(): Promise<void>
  /** Ends the thread where it stands, as a crash would. */
  kill(): Promise<void>
}

interface Pending {
  readonly unknownIfLost: boolean
  readonly bytes: number
  readonly timer: NodeJS.Timeout
  resolve(answer: unknown): void
  reject(error: Error): void
}

const workerFile = new URL('./worker.ts', import.meta.url)

/** Starts the thread on `file`; rejects when the file cannot be opened for writing. */
export async function startWriter(file: string): Promise<Writer> {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let pendingBytes = 0
  let closing = false
  let onIdle: (() => void) | null = null
  let thread: Promise<Worker> | null = null
  let live: Worker | null = null

  const running = (): Promise<Worker> => {
    thread ??= spawn(file, receive, lost).then(
      (worker) => (live = worker),
      (error: unknown) => {
        thread = null
        throw error
      },
    )
    return thread
  }

  function receive(answers: readonly Answer[]): void {
    for (const answer of answers) {
      const waiting = settle(answer.id)
      if (!waiting) continue
      if ('failure' in answer) waiting.reject(errorOf(answer.failure))
      else waiting.resolve(answer.answer)
    }
  }

  function lost(why: string): void {
    thread = null
    live = null
    for (const id of pending.keys()) rejectLost(id, why)
  }

  function rejectLost(id: number, why: string): void {
    const waiting = settle(id)
    waiting?.reject(waiting.unknownIfLost ? new UnknownOutcome(why) : new StoreFailed(why))
  }

  function settle(id: number): Pending | undefined {
    const waiting = pending.get(id)
    if (waiting) clearTimeout(waiting.timer)
    pending.delete(id)
    pendingBytes -= waiting?.bytes ?? 0
    if (pending.size === 0) onIdle?.()
    return waiting
  }

  const ask: Writer['ask'] = (what, input, options = {}) => {
    if (closing && what !== 'close') return Promise.reject(new StoreFailed('the store is closed'))
    const bytes = (options.transfer ?? []).reduce((sum, { byteLength }) => sum + byteLength, 0)
    const full = pendingBytes + bytes > limits.storeQueueBytesMax
    if (full || pending.size >= limits.storeQueueMax) {
      return Promise.reject(new StoreFailed('too many writes are waiting'))
    }
    const id = ++lastId
    const order = { id, what, input } as unknown as Order
    const timeoutMs = options.timeoutMs ?? limits.appendTimeoutMs
    return new Promise((resolve, reject) => {
      const timer = setTimeout(rejectLost, timeoutMs, id, `no answer within ${timeoutMs} ms`)
      const unknownIfLost = commits(order)
      pending.set(id, { unknownIfLost, bytes, timer, resolve: resolve as never, reject })
      pendingBytes += bytes
      const post = (worker: Worker) => worker.postMessage(order, options.transfer)
      if (live) post(live)
      else {
        running().then(post, (error: unknown) => {
          settle(id)
          reject(new StoreFailed('the writing thread does not start', { cause: error }))
        })
      }
    })
  }

  await running()
  return {
    ask,
    async settled() {
      closing = true
      if (pending.size > 0) await new Promise<void>((resolve) => (onIdle = resolve))
    },
    async close() {
      const worker = live
      if (!worker) return
      const ended = new Promise((resolve) => worker.once('exit', resolve))
      // A thread that dies here has closed its connection all the same.
      await ask('close', null).catch(() => worker.terminate())
      await ended
    },
    async kill() {
      await live?.terminate()
    },
  }
}

/** Orders whose transaction ends with them: without an answer nobody knows. */
function commits(order: Order): boolean {
  return order.what === 'commit' || (order.what === 'append' && order.input.story === null)
}

function spawn(
  file: string,
  receive: (answers: readonly Answer[]) => void,
  lost: (why: string) => void,
): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: { file }, execArgv: [] })
    let why = 'the writing thread ended'
    worker.on('message', (message: typeof ready | readonly Answer[]) => {
      if (message === ready) resolve(worker)
      else receive(message)
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
