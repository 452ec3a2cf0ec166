// The permission matrix, written out a second time by hand and read role by role: a right given by
// a slip shows here.

import { expect, test } from 'vitest'
import { may, mayEverSpeak, rights, roles } from './roles.ts'
import type { Right, Role } from './roles.ts'

const reader: Right[] = ['see the process']
const insider: Right[] = [...reader, 'read drafts', 'see the people']
const pen: Right[] = [...insider, 'hold the pen', 'create documents', 'open the negotiation']

const expected: Record<Role, Right[]> = {
  observer: reader,
  adviser: insider,
  delegate: [...insider, 'propose for its delegation'],
  focalPoint: [...insider, 'propose for its delegation', 'say who speaks'],
  chair: pen,
  secretariat: [
    ...pen,
    'see everyone by name',
    'invite people',
    'hand out password links',
    'end seats',
    'restore writing',
    'say who speaks',
  ],
}

test.each(roles)('the %s may do exactly this', (role) => {
  const given = rights.filter((right) => may({ role, speaks: true }, right))
  expect(given.toSorted()).toEqual(expected[role].toSorted())
})

test('a stranger may do nothing', () => {
  expect(rights.filter((right) => may(null, right))).toEqual([])
})

test('N6: who does not speak for the delegation loses that right and no other', () => {
  for (const role of roles) {
    const lost = rights.filter(
      (right) => may({ role, speaks: true }, right) && !may({ role, speaks: false }, right),
    )
    expect(lost).toEqual(mayEverSpeak(role) ? ['propose for its delegation'] : [])
  }
  expect(roles.filter(mayEverSpeak)).toEqual(['focalPoint', 'delegate'])
})
