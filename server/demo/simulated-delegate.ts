// One simulated delegate: signs in like a page, opens the text like a stock y-websocket client,
// and works through its part of the script. In: the hub's address, a part, a rhythm. Out: words
// others see. Keeps: the real doors only — POST /trpc, the login's cookie, /collab — so whatever
// it writes was admitted like anybody's.

import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { must } from '#shared/assert.ts'
import { openRoots } from '#shared/document/roots.ts'
import type { DocumentId, PartyCode } from '#shared/ids.ts'
import { Hand, cursorOf } from './hand.ts'
import type { Caret } from './hand.ts'
import type { Rhythm } from './rhythm.ts'
import type { Amendment, Part } from './script.ts'

export interface Door {
  /** `http://127.0.0.1:3000`. */
  readonly url: string
  readonly document: DocumentId
  readonly password: string
}

export class SimulatedDelegate {
  readonly #door: Door
  readonly #part: Part
  readonly #rhythm: Rhythm
  readonly #doc = new Y.Doc()
  readonly #hand: Hand
  #cookie: string | null = null
  #provider: WebsocketProvider | null = null
  /** The final close code, when the hub wants no more of it. */
  #turnedAway: number | null = null

  constructor(door: Door, part: Part, rhythm: Rhythm) {
    this.#door = door
    this.#part = part
    this.#rhythm = rhythm
    openRoots(this.#doc)
    this.#hand = new Hand(this.#doc, part.party as PartyCode)
  }

  /** Signs in and waits for the text. */
  async enter(signal: AbortSignal): Promise<void> {
    const { url, document, password } = this.#door
    this.#cookie = await signIn(url, this.#part.email, password, signal)
    const provider = new WebsocketProvider(collabOf(url), document, this.#doc, {
      disableBc: true,
      WebSocketPolyfill: socketWith(this.#cookie),
    })
    this.#provider = provider
    provider.on('connection-close', (event) => {
      if (event && isFinal(event.code)) this.#turnedAway = event.code
    })
    await this.#synced(provider, signal)
  }

  /** Works through the script; returns when done, throws AbortError when stopped. */
  async work(): Promise<void> {
    await this.#rhythm.begin()
    for (const [i, amendment] of this.#part.amendments.entries()) {
      if (i > 0) await this.#rhythm.think()
      await this.#amend(amendment, `alive.${i + 1}`)
    }
    await this.#rhythm.linger()
  }

  async leave(): Promise<void> {
    this.#provider?.destroy()
    this.#doc.destroy()
    if (this.#cookie) await signOut(this.#door.url, this.#cookie)
  }

  #synced(provider: WebsocketProvider, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      provider.on('connection-close', () => {
        if (this.#turnedAway !== null) reject(this.#away())
      })
      provider.on('sync', (isSynced) => {
        if (isSynced) resolve()
      })
    })
  }

  #away(): Error {
    return new Error(`${this.#part.email} was turned away (${this.#turnedAway})`)
  }

  async #amend(amendment: Amendment, unit: string): Promise<void> {
    switch (amendment.do) {
      case 'insert':
        return this.#insert(amendment)
      case 'strike':
        return void this.#hand.strike(amendment.block, amendment.words, unit)
      case 'replace': {
        const { block, words, by } = amendment
        if (!this.#hand.strike(block, words, unit)) return
        return this.#insert({ do: 'insert', block, behind: words, words: by })
      }
      case 'propose':
        return this.#propose(amendment)
    }
  }

  /** On a second run the words stand there already: they are taken back, and thought over. */
  async #insert(given: Extract<Amendment, { do: 'insert' }>): Promise<void> {
    const { block, behind, words, slip } = given
    const there = this.#hand.caretAfter(block, behind + words)
    if (there) return void (await this.#erase(there, words))
    const caret = this.#hand.caretAfter(block, behind)
    if (!caret) return
    const typed = slip ? await this.#slip(caret, slip, words) : caret
    const kept = slip ? commonStart(slip, words).length : 0
    if (typed) await this.#type(typed, words.slice(kept))
  }

  /** Types the slip, notices it, goes back to where it began. */
  async #slip(from: Caret, slip: string, words: string): Promise<Caret | null> {
    const caret = await this.#type(from, slip)
    if (!caret) return null
    await this.#rhythm.notice()
    return this.#erase(caret, slip.slice(commonStart(slip, words).length))
  }

  async #propose(given: Extract<Amendment, { do: 'propose' }>): Promise<void> {
    const { after, kind, level, words, isAlternative = false } = given
    if (this.#hand.hasProposed(after)) return
    const caret = this.#hand.propose({ after, kind, level, isAlternative })
    if (caret) await this.#type(caret, words)
  }

  async #type(from: Caret, words: string): Promise<Caret | null> {
    let caret: Caret | null = from
    for (const letter of words) {
      this.#show(caret)
      await this.#rhythm.letter(letter)
      if (this.#turnedAway !== null) throw this.#away()
      caret = this.#hand.type(caret, letter)
      if (!caret) return null
    }
    this.#show(caret)
    return caret
  }

  async #erase(from: Caret, words: string): Promise<Caret | null> {
    let caret: Caret | null = from
    for (const letter of [...words].toReversed()) {
      await this.#rhythm.letter(letter)
      caret = this.#hand.erase(caret, letter)
      if (!caret) return null
    }
    this.#show(caret)
    return caret
  }

  #show(caret: Caret): void {
    this.#provider?.awareness.setLocalState({ cursor: cursorOf(caret) })
  }
}

function commonStart(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}

const collabOf = (url: string): string => `${url.replace(/^http/, 'ws')}/collab`

/** 44xx are final (shared/wire.ts); after anything else y-websocket comes back by itself. */
const isFinal = (code: number): boolean => code >= 4400 && code < 4500

/** A stock socket that carries a login's cookie, as a browser's would. */
function socketWith(cookie: string): typeof globalThis.WebSocket {
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } })
    }
  }
  return SignedInSocket as unknown as typeof globalThis.WebSocket
}

async function signIn(url: string, email: string, password: string, signal: AbortSignal) {
  const reply = await post(`${url}/trpc/auth.signIn`, { email, password }, { signal })
  const cookie = reply.headers.getSetCookie().map((each) => each.split(';', 1)[0])
  if (!reply.ok) throw new Error(`${email} cannot sign in (${reply.status})`)
  return must(cookie[0], 'the cookie of a login')
}

/** A hub that is going down has nothing left to sign out from. */
async function signOut(url: string, cookie: string): Promise<void> {
  await post(`${url}/trpc/auth.signOut`, {}, { headers: { cookie } }).catch(() => null)
}

function post(url: string, body: unknown, more: RequestInit): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...more.headers }
  return fetch(url, { ...more, method: 'POST', headers, body: JSON.stringify(body) })
}
