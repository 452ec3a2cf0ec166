// What pages see of accounts, seats, logins and links. In: nothing. Out: types, and the one
// function that turns a seat into its view. Keeps: no hash of a login or a link, no password ever
// leaves.

import type { AccountId, PartyCode, ProcessId, SeatId } from '#shared/ids.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { may, rights } from '#shared/roles.ts'
import type { Right, Role } from '#shared/roles.ts'
import type { HeldSeat } from '../processes/seats.ts'

interface AccountView {
  readonly id: AccountId
  readonly email: string
  readonly name: string
  readonly language: Language
}

export interface SeatView {
  readonly id: SeatId
  readonly process: ProcessId
  readonly role: Role
  readonly party: PartyCode
  readonly speaks: boolean
  readonly writingSuspended: boolean
  /** "The person in this seat may …": the sentences of shared/roles.ts. */
  readonly rights: Right[]
}

export interface Me {
  readonly account: AccountView
  readonly seats: SeatView[]
}

export interface LoginView {
  /** Names the login among one's own; not its hash. */
  readonly key: string
  readonly current: boolean
  readonly agent: string
  readonly address: string
  readonly createdAt: number
  readonly seenAt: number
  readonly expiresAt: number
}

export interface LinkView {
  readonly kind: 'invitation' | 'password' | 'setup'
  readonly name: string | null
  readonly email: string | null
}

/** What a page may know before anybody has signed in. */
export interface HubView {
  readonly demo: boolean
  /** False until the first account exists. */
  readonly setUp: boolean
}

export function seatView(seat: HeldSeat): SeatView {
  return {
    id: seat.id,
    process: seat.process,
    role: seat.role,
    party: seat.party,
    speaks: seat.speaks,
    writingSuspended: seat.writingSuspendedAt !== null,
    rights: rights.filter((right) => may(seat, right)),
  }
}
