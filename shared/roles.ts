// Who may do what in a process: one matrix, read as sentences, used by the hub to decide and by the
// screen to show. In: a seat's role and whether the account speaks for its delegation. Out: yes or no.
// Keeps: least privilege; nothing elsewhere compares a role by name to grant something (DOMAIN R42, R43).

import type { PartyCode, ProcessId, SeatId } from './ids.ts'

/** `focalPoint` heads a delegation and says who speaks for it (N6). */
export const roles = [
  'secretariat',
  'chair',
  'focalPoint',
  'delegate',
  'adviser',
  'observer',
] as const
export type Role = (typeof roles)[number]

export interface Seat {
  readonly id: SeatId
  readonly process: ProcessId
  readonly role: Role
  /** The State or organisation; `CHAIR` for the chair and the secretariat. */
  readonly party: PartyCode
  /** N6: may write and act for its delegation. */
  readonly speaks: boolean
}

/** Each right as a sentence: "the <role> may …". */
const matrix = {
  'see the process': ['secretariat', 'chair', 'focalPoint', 'delegate', 'adviser', 'observer'],
  'read drafts': ['secretariat', 'chair', 'focalPoint', 'delegate', 'adviser'],
  'propose for its delegation': ['focalPoint', 'delegate'],
  'hold the pen': ['secretariat', 'chair'],
  'create documents': ['secretariat', 'chair'],
  'open the negotiation': ['secretariat', 'chair'],
  'see the people': ['secretariat', 'chair', 'focalPoint', 'delegate', 'adviser'],
  'see everyone by name': ['secretariat'],
  'invite people': ['secretariat'],
  'hand out password links': ['secretariat'],
  'end seats': ['secretariat'],
  'restore writing': ['secretariat'],
  'say who speaks': ['secretariat', 'focalPoint'],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof matrix
export const rights = Object.keys(matrix) as Right[]

/** May this seat do it? `null` is a stranger: never. */
export function may(seat: Pick<Seat, 'role' | 'speaks'> | null, right: Right): boolean {
  if (!seat || !(matrix[right] as readonly Role[]).includes(seat.role)) return false
  return right !== 'propose for its delegation' || seat.speaks
}

/** Roles whose people can speak for a delegation at all, so that N6 has something to say. */
export const mayEverSpeak = (role: Role): boolean =>
  may({ role, speaks: true }, 'propose for its delegation')
