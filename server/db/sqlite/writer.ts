// The main thread's hold on the writing thread. In: orders. Out: promises of answers. Keeps: every order
// settles: answered, or timed out, or failed with its thread; a commit nobody answered for is an unknown
// outcome, everything else that was not answered is a definite failure. A dead thread is replaced at the
// next order.

import { Worker } from 'node:worker_threads'
import { limits } from '#shared/limits.ts'
import { must } from '#shared/assert.ts'
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
  /** Waits for everything under way, then closes the connection. */
  close(): Promise<void>
  /** Ends the thread where it stands, as a crash would. */
  kill(): Promise<void>
}

interface Pending {
  readonly unknownIfLost: boolean
  readonly timer: NodeJS.Timeout
  resolve(answer: unknown): void
  reject(error: Error): void
}

const workerFile = new URL('./worker.ts', import.meta.url)

/** Starts the thread on `file`; rejects when the file cannot be opened for writing. */
export async function startWriter(file: string): Promise<Writer> {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let closing = false
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
    for (const id of [...pending.keys()]) rejectLost(id, why)
  }

  function rejectLost(id: number, why: string): void {
    const waiting = settle(id)
    waiting?.reject(waiting.unknownIfLost ? new UnknownOutcome(why) : new StoreFailed(why))
  }

  function settle(id: number): Pending | undefined {
    const waiting = pending.get(id)
    if (waiting) clearTimeout(waiting.timer)
    pending.delete(id)
    return waiting
  }

  const ask: Writer['ask'] = (what, input, options = {}) => {
    if (closing && what !== 'close') return Promise.reject(new StoreFailed('the store is closed'))
    if (pending.size >= limits.storeQueueMax) {
      return Promise.reject(new StoreFailed('too many writes are waiting'))
    }
    const id = ++lastId
    const order = { id, what, input } as unknown as Order
    const timeoutMs = options.timeoutMs ?? limits.appendTimeoutMs
    return new Promise((resolve, reject) => {
      const timer = setTimeout(rejectLost, timeoutMs, id, `no answer within ${timeoutMs} ms`)
      pending.set(id, { unknownIfLost: commits(order), timer, resolve: resolve as never, reject })
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
    async close() {
      if (closing) return
      closing = true
      while (pending.size > 0) await new Promise((resolve) => setTimeout(resolve, 1))
      if (!live) return
      const ended = new Promise((resolve) => must(live, 'the thread').once('exit', resolve))
      await ask('close', null)
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
