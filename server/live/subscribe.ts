// Who may listen to what. In: a topic as the client named it, who asks. Out: yes, or the refusal a
// stranger gets for everything: `not-found`. Keeps: I10: a topic one has no seat for and a topic
// that does not exist answer alike.

import type { ProcessId } from '#shared/ids.ts'
import type { Topic } from '#shared/live/events.ts'
import { may } from '#shared/roles.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Asker } from '../hub-types.ts'
import type { Reader } from '../db/store.ts'
import { findSeat } from '../processes/seats.ts'

/** The kinds of topic there are; the door test walks this list. */
export const topicKinds = ['process', 'account'] as const

/** The topic when this person may listen to it. */
export async function mayListen(
  read: Reader,
  who: Asker,
  topic: unknown,
): Promise<Topic | Refusal> {
  if (typeof topic !== 'string') return refuse('bad-input')
  const [, kind, id] = /^(process|account)\/([a-z0-9-]{1,40})$/.exec(topic) ?? []
  if (kind === 'account') return id === who.account ? (topic as Topic) : refuse('not-found')
  if (kind === 'process') {
    const seat = await findSeat(read, who.account, id as ProcessId)
    return may(seat, 'see the process') ? (topic as Topic) : refuse('not-found')
  }
  return refuse('not-found')
}
