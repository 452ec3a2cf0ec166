// Who is here and where they stand. In: this page's caret, the hub's presence frames. Out:
// delegations present, carets of others. Keeps: the caret is said at most once a tick, the newest
// one; identity is what the hub stamped, and a person's name comes only where the hub sent it
// (N5, UX §0 rule 7).

import type { ClientId, PartyCode } from '#shared/ids.ts'
import { limits } from '#shared/limits.ts'
import type { PresenceCursor, PresenceIdentity } from '#shared/wire.ts'
import type { DocumentCopy } from './document-copy.ts'

export interface RemoteCursor {
  readonly client: ClientId
  readonly party: PartyCode
  readonly name?: string
  readonly cursor: PresenceCursor
}

interface State {
  readonly user?: PresenceIdentity
  readonly cursor?: PresenceCursor | null
}

export class Presence {
  readonly #copy: DocumentCopy
  readonly #changed: () => void
  #cursor: PresenceCursor | null = null
  #said = ''
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(copy: DocumentCopy, changed: () => void) {
    this.#copy = copy
    this.#changed = changed
    const { provider } = copy
    provider.awareness.on('change', this.#changed)
    // A new connection knows nothing of this caret.
    provider.on('sync', (isLive: boolean) => isLive && this.#say(true))
  }

  /** Where this page's caret stands; null when it is nowhere. */
  publish(cursor: PresenceCursor | null): void {
    this.#cursor = cursor
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#say(false)
    }, limits.presenceTickMs)
  }

  #say(again: boolean): void {
    const text = JSON.stringify(this.#cursor)
    if (!this.#copy.hello?.lease || (text === this.#said && !again)) return
    if (text.length > limits.presenceStateBytesMax - 64) return
    this.#said = text
    this.#copy.provider.awareness.setLocalState({ cursor: this.#cursor })
  }

  /** Codes of the delegations present, this page's own included, each once, sorted. */
  parties(): readonly string[] {
    const codes = new Set<string>()
    for (const [, { user }] of this.#others()) if (user) codes.add(user.party)
    const own = this.#copy.hello?.lease?.party
    if (own) codes.add(own)
    return [...codes].toSorted()
  }

  /** Names the hub sent for people of this delegation who are here. */
  personsOf(party: string): readonly string[] {
    const users = this.#others().map(([, { user }]) => user)
    const names = users.flatMap((user) => (user?.party === party && user.name ? [user.name] : []))
    return [...new Set(names)].toSorted()
  }

  cursors(): readonly RemoteCursor[] {
    const out: RemoteCursor[] = []
    for (const [client, { user, cursor }] of this.#others()) {
      if (!user || !cursor) continue
      const party = user.party as PartyCode
      const { name } = user
      out.push(name ? { client, party, name, cursor } : { client, party, cursor })
    }
    return out
  }

  #others(): [ClientId, State][] {
    const { awareness } = this.#copy.provider
    const states = [...awareness.getStates()] as [ClientId, State][]
    return states.filter(([client]) => client !== awareness.clientID)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#copy.provider.awareness.off('change', this.#changed)
  }
}
