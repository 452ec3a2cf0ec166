// What a connection has sent, made ready to be judged. In: a frame that waits. Out: a submission with
// its author's standing, lease and bounds. Keeps: who writes holds a lease; a stock client's own clientID
// is claimed the first time it writes.

import { assert } from '#shared/assert.ts'
import { limits } from '#shared/limits.ts'
import type { Submission } from './admission/admission.ts'
import type { Connection } from './connection.ts'
import type { Leases } from './people/leases.ts'
import type { Reception } from './people/reception.ts'
import type { WorkingText } from './working-text.ts'

export interface Waiting {
  readonly connection: Connection
  readonly bytes: Uint8Array
  /** Its number among the sync frames of its connection. */
  readonly frame: number
}

export function submissionOf(
  { connection, bytes }: Waiting,
  text: WorkingText,
  leases: Leases,
  reception: Reception,
): Submission {
  const { client, visitor } = connection
  const { standing, account, person } = visitor
  const by = { account, party: standing.party, name: person.name }
  assert(client === null || leases.get(client), 'who writes holds a lease')
  return {
    bytes,
    standing,
    client,
    source: connection,
    isFull: text.bytes > limits.documentBytesMax,
    // A stock client's step 2 repeats every deletion there ever was.
    bytesMax: connection.isOurs ? limits.updateBytesMax : limits.frameBytesMax,
    claim: (own) => {
      const refusal = leases.claim(own, by)
      if (!refusal) reception.writesUnder(connection, own)
      return refusal
    },
  }
}
