// The door to a document against a hub in memory: receipts, reconnections, refusals, another
// account. Keeps: "saved" is said after the receipt alone; no acknowledged word is offered, no
// other one is lost.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { textNodeOf } from '#shared/document/blocks.ts'
import { textOf } from '#shared/document/roots.ts'
import type { AccountId, DocumentId } from '#shared/ids.ts'
import { encodeJson, message } from '#shared/wire.ts'
import { DocumentLink } from './document.ts'
import type { DocumentCopy } from './document-copy.ts'
import { FakeHub } from './document-fake-hub.ts'
import { truthOf } from './document-truth.ts'
import type { KeptRecord, Piece } from './kept-words.ts'

const account = 'br-account' as AccountId
const document = 'doc1' as DocumentId

class Device {
  readonly records = new Map<string, KeptRecord>()
  readonly tab = new Map<string, string>()
  fails = false

  keep = async (record: KeptRecord) => {
    if (this.fails) return false
    if (record.updates.length + record.offers.length === 0) this.records.delete(record.life)
    else this.records.set(record.life, record)
    return true
  }

  peek = async (_account: string, _document: string, _client: number, life: string) =>
    this.records.get(life) ?? null

  take = async (
    _account: string,
    _document: string,
    isHeld: (record: KeptRecord) => boolean,
    settle: (records: readonly KeptRecord[]) => KeptRecord,
  ) => {
    const free = [...this.records.values()].filter((record) => !isHeld(record))
    for (const { life } of free) this.records.delete(life)
    const record = settle(free)
    await this.keep(record)
    return record
  }

  storage = {
    getItem: (key: string) => this.tab.get(key) ?? null,
    setItem: (key: string, value: string) => void this.tab.set(key, value),
    removeItem: (key: string) => void this.tab.delete(key),
  }
}

/** Words of this copy's own clientID the hub never confirmed, read off the updates themselves. */
function gather(copy: DocumentCopy): Piece[] {
  const client = copy.hello!.lease!.client
  return copy.outbox.updates.flatMap((bytes) =>
    Y.decodeUpdate(bytes)
      .structs.filter((struct) => struct instanceof Y.Item && struct.id.client === client)
      .filter((struct) => (struct as Y.Item).content instanceof Y.ContentString)
      .map((struct) => ({
        what: 'words' as const,
        block: '7-0',
        label: 'OP1',
        words: ((struct as Y.Item).content as Y.ContentString).str,
        client,
        clock: struct.id.clock,
        length: struct.length,
      })),
  )
}

let turn = 7

function openPage(hub: FakeHub, device: Device, who = account, changed = () => {}) {
  const log: string[] = []
  const link: DocumentLink = new DocumentLink({
    account: who,
    document,
    url: 'ws://hub/collab',
    WebSocket: hub.WebSocket,
    storage: device.storage,
    holds: { hold() {}, release() {}, held: async () => () => false },
    kept: { keep: device.keep, peek: device.peek, take: device.take },
    now: Date.now,
    random: () => (turn = (turn * 16_807) % 2_147_483_647) / 2_147_483_647,
    gather,
    changed,
    opened: () => log.push('opened'),
    closing: () => log.push('closing'),
  })
  void link.start()
  const says = () => truthOf(link.facts).says
  const type = (words: string) => textNodeOf(blockOf(link.copy!.doc))!.insert(0, words)
  return { link, log, says, type }
}

const blockOf = (doc: Y.Doc) => textOf(doc).get(0) as Y.XmlElement
const wordsIn = (doc: Y.Doc) => textNodeOf(blockOf(doc))!.toString()
const offered = (link: DocumentLink) => link.offers.map(({ piece }) => piece.words)
const soon = () => vi.advanceTimersByTimeAsync(30)
const later = () => vi.advanceTimersByTimeAsync(20_000)

describe('the text of a document', () => {
  let hub: FakeHub
  let device: Device
  beforeEach(() => {
    vi.useFakeTimers()
    hub = new FakeHub(['base'])
    device = new Device()
  })
  afterEach(() => {
    for (const socket of hub.sockets) socket.drop(4404)
    vi.useRealTimers()
  })

  it('takes the lease after the state and keeps it for the tab', async () => {
    const { link, log } = openPage(hub, device)
    await soon()
    expect(log).toEqual(['opened'])
    expect(link.copy!.doc.clientID).toBe(5_000_000)
    expect(wordsIn(link.copy!.doc)).toBe('base')
    expect(hub.seen[0]!.searchParams.get('v')).toBe('1')
    expect(hub.seen[0]!.searchParams.get('lease')).toBe(null)
    const again = openPage(hub, device)
    await soon()
    expect(hub.seen[1]!.searchParams.get('client')).toBe('5000000')
    expect(again.link.copy!.doc.clientID).toBe(5_000_000)
  })

  it('never says offline while it opens for the first time', async () => {
    const said: string[] = []
    const { link } = openPage(hub, device, account, () => said.push(truthOf(link.facts).says))
    await soon()
    expect(said.at(-1)).toBe('saved')
    expect(said).not.toContain('offline')
  })

  it('says saved after the receipt and not before', async () => {
    hub.isQuick = false
    const { says, type, link } = openPage(hub, device)
    await soon()
    expect(says()).toBe('saved')
    type('one ')
    expect(says()).toBe('saving')
    await soon()
    expect(says()).toBe('saving')
    type('two ')
    hub.settle(hub.socket, 1)
    expect(says()).toBe('saving')
    hub.settle()
    expect(truthOf(link.facts)).toEqual({ says: 'saved', at: hub.at })
    expect(link.copy!.seq).toBe(hub.seq)
  })

  it('counts a pure deletion among what is not acknowledged', async () => {
    const { says, type, link } = openPage(hub, device)
    await soon()
    type('own')
    hub.isQuick = false
    textNodeOf(blockOf(link.copy!.doc))!.delete(0, 3)
    expect(says()).toBe('saving')
    hub.settle()
    expect(says()).toBe('saved')
    expect(wordsIn(hub.doc)).toBe('base')
  })

  it('sends again, one by one and in order, what the hub had not confirmed', async () => {
    hub.isQuick = false
    const { says, type, link } = openPage(hub, device)
    await soon()
    type('c')
    hub.isUp = false
    hub.socket.drop(1006)
    type('b')
    type('a')
    expect(truthOf(link.facts)).toEqual({ says: 'offline', changes: 3 })
    await vi.advanceTimersByTimeAsync(300)
    expect([...device.records.values()][0]!.unsent.map(({ words }) => words)).toEqual([
      'c',
      'b',
      'a',
    ])
    hub.isUp = true
    hub.isQuick = true
    await later()
    expect(says()).toBe('saved')
    expect(hub.accepted.length).toBe(3)
    expect(wordsIn(hub.doc)).toBe('abcbase')
    expect(hub.seen.at(-1)!.searchParams.get('epoch')).toBe('e1')
    expect(hub.seen.at(-1)!.searchParams.get('lease')).toBe('t5000000')
    expect(device.records.size).toBe(0)
    expect(link.offers).toEqual([])
  })

  it('sends nothing of the offline time before the state has arrived', async () => {
    const { type, link } = openPage(hub, device)
    await soon()
    hub.isUp = false
    hub.socket.drop(1006)
    type('mine ')
    hub.write((doc) => textNodeOf(blockOf(doc))!.insert(4, ' theirs'))
    hub.isUp = true
    await later()
    expect(wordsIn(hub.doc)).toBe('mine base theirs')
    expect(wordsIn(link.copy!.doc)).toBe('mine base theirs')
  })

  it('starts afresh and gives the words back when its place was passed on', async () => {
    hub.isQuick = false
    const { link, log, type, says } = openPage(hub, device)
    await soon()
    type('unsent ')
    hub.resumes = false
    hub.socket.drop(1006)
    await later()
    expect(log).toEqual(['opened', 'closing', 'opened'])
    expect(link.copy!.doc.clientID).not.toBe(5_000_000)
    expect(wordsIn(link.copy!.doc)).toBe('base')
    expect(offered(link)).toEqual(['unsent '])
    expect(link.offers[0]!.why).toBe(null)
    expect(says()).toBe('saved')
    expect([...device.records.values()][0]!.offers.length).toBe(1)
    link.decide(link.offers[0]!.id)
    await vi.advanceTimersByTimeAsync(300)
    expect(device.records.size).toBe(0)
  })

  it('does not offer what had reached the hub though its receipt was lost', async () => {
    hub.isQuick = false
    const { link, type } = openPage(hub, device)
    await soon()
    type('arrived ')
    const { bytes } = hub.socket.waiting[0]!
    Y.applyUpdate(hub.doc, bytes)
    hub.resumes = false
    hub.socket.drop(1006)
    await later()
    expect(wordsIn(link.copy!.doc)).toBe('arrived base')
    expect(link.offers).toEqual([])
  })

  it('never sends words of another epoch', async () => {
    hub.isQuick = false
    const { link, type } = openPage(hub, device)
    await soon()
    type('old world ')
    hub.epoch = 'e2'
    hub.socket.drop(4503)
    await later()
    expect(hub.socket.waiting).toEqual([])
    expect(offered(link)).toEqual(['old world '])
  })

  it('gives refused words back with the reason, on a clean copy', async () => {
    hub.isQuick = false
    const { link, type } = openPage(hub, device)
    await soon()
    type('bad ')
    type('after ')
    hub.refuse({ code: 'agreed-paragraph', rule: 'N3', facts: { paragraph: 'OP3' } })
    await later()
    expect(offered(link)).toEqual(['bad ', 'after '])
    expect(link.offers[0]!.why).toMatchObject({ code: 'agreed-paragraph', rule: 'N3' })
    expect(wordsIn(link.copy!.doc)).toBe('base')
    expect(link.copy!.doc.clientID).toBe(5_000_001)
    expect(hub.socket.url.searchParams.get('lease')).toBe(null)
  })

  it('loses no word when the same clientID is leased again and written under at once', async () => {
    hub.isQuick = false
    const { link, type } = openPage(hub, device)
    await soon()
    type('first ')
    hub.spare = true
    hub.refuse({ code: 'agreed-paragraph', rule: 'N3' })
    await vi.advanceTimersByTimeAsync(2)
    type('other words ')
    await later()
    expect(link.copy!.doc.clientID).toBe(5_000_000)
    expect(offered(link)).toEqual(['first '])
    hub.refuse({ code: 'agreed-paragraph', rule: 'N3' })
    await later()
    expect(offered(link)).toEqual(['first ', 'other words '])
  })

  it('says that the hub cannot write, for as long as it cannot', async () => {
    hub.isQuick = false
    const { says, type } = openPage(hub, device)
    await soon()
    type('x')
    hub.socket.push(encodeJson(message.trouble, { stalled: true }))
    expect(says()).toBe('cannot-write')
    hub.socket.push(encodeJson(message.trouble, { stalled: false }))
    expect(says()).toBe('saving')
    hub.settle()
    expect(says()).toBe('saved')
  })

  it('says when the device cannot keep the words either', async () => {
    const { says, type } = openPage(hub, device)
    await soon()
    device.fails = true
    hub.isUp = false
    hub.socket.drop(1006)
    type('x')
    await vi.advanceTimersByTimeAsync(300)
    expect(says()).toBe('not-kept')
  })

  it('sends again after a reload of the tab what the page before had not got across, once', async () => {
    hub.isQuick = false
    const first = openPage(hub, device)
    await soon()
    first.type('b')
    first.type('a')
    const [early] = hub.socket.waiting
    hub.isUp = false
    hub.socket.drop(1006)
    await vi.advanceTimersByTimeAsync(300)
    first.link.offline()
    Y.applyUpdate(hub.doc, early!.bytes)
    const second = openPage(hub, device)
    await soon()
    expect(truthOf(second.link.facts).says).not.toBe('saved')
    hub.isUp = true
    hub.isQuick = true
    await later()
    expect(second.says()).toBe('saved')
    expect(wordsIn(hub.doc)).toBe('abbase')
    expect(wordsIn(second.link.copy!.doc)).toBe('abbase')
    expect(second.link.offers).toEqual([])
    expect(second.link.copy!.doc.clientID).toBe(5_000_000)
    await vi.advanceTimersByTimeAsync(300)
    expect(device.records.size).toBe(0)
  })

  it('offers them instead when the lease was not taken up again', async () => {
    hub.isQuick = false
    const first = openPage(hub, device)
    await soon()
    first.type('mine')
    hub.isUp = false
    hub.socket.drop(1006)
    await vi.advanceTimersByTimeAsync(300)
    first.link.offline()
    hub.isUp = true
    hub.resumes = false
    const second = openPage(hub, device)
    await later()
    expect(offered(second.link)).toEqual(['mine'])
    expect(wordsIn(second.link.copy!.doc)).toBe('base')
  })

  it('offers the unsent words of an earlier page once, and only what is missing', async () => {
    hub.isQuick = false
    const first = openPage(hub, device)
    await soon()
    first.type('lost')
    hub.isUp = false
    hub.socket.drop(1006)
    await vi.advanceTimersByTimeAsync(300)
    first.link.offline()
    hub.isUp = true
    device.tab.clear()
    const second = openPage(hub, device)
    await soon()
    expect(offered(second.link)).toEqual(['lost'])
    const third = openPage(hub, device)
    await soon()
    expect(offered(third.link).length).toBeLessThanOrEqual(1)
  })

  it('stops with a clean screen when another account is signed in by now', async () => {
    hub.isQuick = false
    const { link, log, type } = openPage(hub, device)
    await soon()
    type('for Brazil only ')
    hub.account = 'cl-account'
    hub.socket.drop(1006)
    await later()
    expect(link.stage).toBe('signed-out')
    expect(log.at(-1)).toBe('closing')
    expect(link.copy).toBe(null)
    expect(link.offers).toEqual([])
    expect([...device.records.values()][0]!.account).toBe(account)
  })

  it('keeps the words and leaves the screen when the login has ended', async () => {
    hub.isQuick = false
    const { link, type } = openPage(hub, device)
    await soon()
    type('draft')
    hub.socket.drop(4401)
    await later()
    expect(link.stage).toBe('signed-out')
    expect([...device.records.values()][0]!.unsent[0]!.words).toBe('draft')
    expect(hub.seen.length).toBe(1)
  })

  it('tells a text that is gone, and asks no more', async () => {
    const { link } = openPage(hub, device)
    await soon()
    hub.socket.drop(4404)
    await later()
    expect(link.stage).toBe('gone')
    expect(hub.seen.length).toBe(1)
  })

  it('holds what arrives while a letter is being composed', async () => {
    const { link } = openPage(hub, device)
    await soon()
    const held: (() => void)[] = []
    link.copy!.hold = (run) => held.push(run)
    hub.write((doc) => textNodeOf(blockOf(doc))!.insert(0, 'theirs '))
    expect(wordsIn(link.copy!.doc)).toBe('base')
    for (const run of held) run()
    expect(wordsIn(link.copy!.doc)).toBe('theirs base')
    expect(link.copy!.seq).toBe(hub.seq)
  })

  it('gives up after a handful of fresh starts within a minute', async () => {
    const { link } = openPage(hub, device)
    for (let i = 0; i < 12; i++) {
      await soon()
      if (hub.sockets.size > 0) hub.socket.drop(4400)
      await vi.advanceTimersByTimeAsync(5_000)
    }
    expect(link.stage).toBe('broken')
    link.retry()
    await soon()
    expect(link.stage).toBe('open')
  })

  it('lets what is under way arrive before it goes', async () => {
    hub.isQuick = false
    const { link, type } = openPage(hub, device)
    await soon()
    type('last ')
    link.stop()
    expect(hub.sockets.size).toBe(1)
    hub.settle()
    await soon()
    expect(hub.sockets.size).toBe(0)
    expect(wordsIn(hub.doc)).toBe('last base')
    expect(device.records.size).toBe(0)
  })
})
