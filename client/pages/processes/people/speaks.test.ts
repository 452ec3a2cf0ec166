// The order of delegations and who may say who writes. In: small directories. Out: failures. Keeps:
// the chair's people lead; order follows the reader's language; a focal point stays in the own
// delegation.

import { expect, it } from 'vitest'
import type { PartyCode, ProcessId, SeatId } from '#shared/ids.ts'
import { CHAIR } from '#shared/ids.ts'
import type { Right, Role } from '#shared/roles.ts'
import { may, rights } from '#shared/roles.ts'
import type { PersonView, ProcessView } from '../../../../server/trpc/router.ts'
import { byDelegation, maySaySpeaks } from './speaks.ts'

function person(party: string, role: Role = 'delegate'): PersonView {
  return {
    seat: `seat-${party}` as SeatId,
    role,
    party: party as PartyCode,
    you: false,
    speaks: true,
    name: null,
    email: null,
    writingSuspendedAt: null,
    invitationPending: false,
  }
}

function readerAs(role: Role, party: string): Pick<ProcessView, 'seat'> {
  const seat = { role, speaks: true }
  const held: Right[] = rights.filter((right) => may(seat, right))
  return {
    seat: {
      id: 'mine' as SeatId,
      process: 'csm' as ProcessId,
      party: party as PartyCode,
      ...seat,
      writingSuspended: false,
      rights: held,
    },
  }
}

it('puts the chair first and the rest in the order of the language', () => {
  const people = [person('ZA'), person('DE'), person(CHAIR, 'chair'), person('CH'), person('CL')]
  const english = byDelegation(people, 'en').map((group) => group.party)
  expect(english[0]).toBe(CHAIR)
  expect(english.indexOf('CL' as PartyCode)).toBeLessThan(english.indexOf('ZA' as PartyCode))
  expect(new Set(english)).toEqual(new Set(people.map((each) => each.party)))
})

it('lets the secretariat say it of everyone who can write', () => {
  const reader = readerAs('secretariat', CHAIR)
  expect(maySaySpeaks(reader, person('BR'))).toBe(true)
  expect(maySaySpeaks(reader, person('BR', 'observer'))).toBe(false)
})

it('keeps a focal point to the own delegation, and delegates out of it', () => {
  expect(maySaySpeaks(readerAs('focalPoint', 'BR'), person('BR'))).toBe(true)
  expect(maySaySpeaks(readerAs('focalPoint', 'BR'), person('CL'))).toBe(false)
  expect(maySaySpeaks(readerAs('delegate', 'BR'), person('BR'))).toBe(false)
})
