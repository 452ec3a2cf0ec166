// The writing thread: owns the only writing connection. In: orders. Out: answers. Keeps: its
// queues hold whole transactions only: a group of appends is one commit, a story has the floor
// alone from its begin to its end, and the two take turns. An answer leaves only after its commit
// (I1).

import { parentPort, workerData } from 'node:worker_threads'
import { assert, must, unreachable } from '#shared/assert.ts'
import { limits } from '#shared/limits.ts'
import { appendRows, findBatch } from './append.ts'
import { openWriting, pragma, statementCache } from './connection.ts'
import { failureOf } from './failure.ts'
import { ready } from './protocol.ts'
import type { Answer, Failure, Order, Orders, What } from './protocol.ts'

type Grouped = Order<'append'> | Order<'byBatch'>

const storyOver: Failure = {
  kind: 'failed',
  reason: 'other',
  message: 'the story of this statement is over',
}
const storyDoomed: Failure = {
  kind: 'failed',
  reason: 'other',
  message: 'an earlier statement of this story failed: it can only be rolled back',
}

const port = must(parentPort, 'the port to the main thread')
const db = openWriting(String(workerData.file))
const prepare = statementCache(db)
const grouped: Grouped[] = []
const stories: Order<'begin'>[] = []
let floor: { readonly story: number; doomed: boolean } | null = null
let lastWasGroup = false
let scheduled = false
let commits = 0

port.on('message', (order: Order) => {
  take(order)
  schedule()
})
port.postMessage(ready)

function take(order: Order): void {
  switch (order.what) {
    case 'append':
      if (order.input.story === null) grouped.push(order)
      else inStory(order, order.input.story, () => appendRows(prepare, order.input))
      return
    case 'byBatch':
      grouped.push(order)
      return
    case 'begin':
      stories.push(order)
      return
    case 'statement':
      inStory(order, order.input.story, () => runStatement(order.input))
      return
    case 'commit':
      endStory(order)
      return
    case 'rollback':
      rollBackStory(order)
      return
    case 'facts':
      say(order, facts())
      return
    case 'close':
      db.close()
      say(order, null)
      port.close()
      return
    default:
      unreachable(order)
  }
}

/**
 * One turn a loop of this thread, so that every order that has arrived by then shares the commit.
 */
function schedule(): void {
  if (scheduled || floor || grouped.length + stories.length === 0) return
  scheduled = true
  setImmediate(() => {
    scheduled = false
    const groupFirst = grouped.length > 0 && (stories.length === 0 || !lastWasGroup)
    lastWasGroup = groupFirst
    if (groupFirst) commitGroup(grouped.splice(0, limits.storeGroupAppendsMax))
    else giveFloor(stories.shift())
    schedule()
  })
}

/** Many appends, one commit; each under its own savepoint, so that none can spoil another. */
function commitGroup(group: readonly Grouped[]): void {
  let answers: Answer[]
  try {
    db.exec('begin immediate')
    answers = group.map(underSavepoint)
    assert(db.isTransaction, 'the transaction was ended by the engine')
  } catch (error) {
    port.postMessage(group.map(({ id }) => ({ id, failure: abandon(error, 'failed') })))
    return
  }
  try {
    db.exec('commit')
    commits += 1
    port.postMessage(answers)
  } catch (error) {
    port.postMessage(group.map(({ id }) => ({ id, failure: abandon(error, 'unknown') })))
  }
}

function underSavepoint(order: Grouped): Answer {
  const { id } = order
  if (order.what === 'byBatch') {
    return { id, answer: findBatch(prepare, order.input.document, order.input.batch) }
  }
  prepare('savepoint one').run()
  try {
    const answer = appendRows(prepare, order.input)
    prepare('release one').run()
    return { id, answer }
  } catch (error) {
    // Where the engine has ended the whole transaction this throws, and the group fails together.
    prepare('rollback to one').run()
    prepare('release one').run()
    return { id, failure: failureOf(error, 'statement') }
  }
}

function giveFloor(order: Order<'begin'> | undefined): void {
  if (!order) return
  try {
    db.exec('begin immediate')
    floor = { story: order.input.story, doomed: false }
    say(order, null)
  } catch (error) {
    fail(order, abandon(error, 'failed'))
  }
}

/** Runs a part of the story that has the floor; after one failure the story can only roll back. */
function inStory<K extends What>(
  order: { id: number; what: K },
  story: number,
  part: () => Orders[K]['answer'],
): void {
  if (floor?.story !== story) return fail(order, storyOver)
  if (floor.doomed) return fail(order, storyDoomed)
  try {
    const answer = part()
    assert(db.isTransaction, 'a statement ended the transaction it was part of')
    say(order, answer)
  } catch (error) {
    floor.doomed = true
    fail(order, failureOf(error, 'statement'))
  }
}

function runStatement({ sql, parameters }: Orders['statement']['input']) {
  const statement = prepare(sql)
  if (statement.columns().length > 0) {
    return { rows: statement.all(...parameters) as never[], changes: 0, lastId: 0 }
  }
  const { changes, lastInsertRowid } = statement.run(...parameters)
  return { rows: [], changes: Number(changes), lastId: Number(lastInsertRowid) }
}

function endStory(order: Order<'commit'>): void {
  if (floor?.story !== order.input.story) return fail(order, storyOver)
  const { doomed } = floor
  floor = null
  if (doomed) {
    abandon(null, 'failed')
    return fail(order, storyDoomed)
  }
  try {
    db.exec('commit')
    commits += 1
    say(order, null)
  } catch (error) {
    fail(order, abandon(error, 'unknown'))
  }
}

function rollBackStory(order: Order<'rollback'>): void {
  const waiting = stories.findIndex(({ input }) => input.story === order.input.story)
  if (waiting >= 0) stories.splice(waiting, 1)
  if (floor?.story === order.input.story) {
    floor = null
    abandon(null, 'failed')
  }
  say(order, null)
}

/** Leaves no transaction open behind a failure. A rollback that fails ends this thread. */
function abandon(error: unknown, kind: Failure['kind']): Failure {
  if (db.isTransaction) db.exec('rollback')
  return failureOf(error, kind)
}

function facts(): Orders['facts']['answer'] {
  return {
    synchronous: Number(pragma(db, 'synchronous')),
    journalMode: String(pragma(db, 'journal_mode')),
    foreignKeys: Number(pragma(db, 'foreign_keys')),
    commits,
  }
}

function say<K extends What>(order: { id: number; what: K }, answer: Orders[K]['answer']): void {
  port.postMessage([{ id: order.id, answer }])
}

function fail({ id }: { id: number }, failure: Failure): void {
  port.postMessage([{ id, failure }])
}
