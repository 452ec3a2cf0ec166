// "My place in it", as a sentence. In: a seat. Out: who I am in the process, and what I do there.
// Keeps: the sentence comes from the same matrix that the hub decides by (shared/roles.ts).

import type { Dict } from '#shared/i18n/en.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { nameOf } from '#shared/parties/names.ts'
import type { SeatView } from '../../../server/trpc/router.ts'

type Place = Pick<SeatView, 'role' | 'party' | 'speaks' | 'writingSuspended' | 'rights'>

/** "You are a delegate of Brazil." */
export function placeSentence(words: Dict, language: Language, seat: Place): string {
  return words.place[seat.role](nameOf(seat.party, language))
}

/** "You write for your delegation." Empty where the sentence has said it all. */
export function placeNote(words: Dict, seat: Place): string {
  const note = words.placeNote
  if (seat.writingSuspended) return note.suspended
  if (seat.role === 'observer') return note.observes
  if (seat.role === 'adviser') return note.reads
  if (seat.role === 'delegate' || seat.role === 'focalPoint') {
    return seat.speaks ? note.writes : note.waits
  }
  return ''
}
