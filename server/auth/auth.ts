// The means of signing in, made once per hub. In: the world and two facts about this hub. Out:
// logins, passwords, throttle. Keeps: one gate for hashing and one memory of failures for all
// doors.

import type { World } from '../hub-types.ts'
import { createLogins } from './logins.ts'
import type { Logins } from './logins.ts'
import { createPasswords } from './passwords.ts'
import type { Passwords } from './passwords.ts'
import { createThrottle } from './throttle.ts'
import type { Throttle } from './throttle.ts'

export interface Auth {
  readonly logins: Logins
  readonly passwords: Passwords
  readonly throttle: Throttle
  /** A demonstration: `plenaria-demo` is a password here. */
  readonly demo: boolean
}

/** `secure`: the hub is reached by https, so the cookie travels by https only. */
export function createAuth(
  world: World,
  { demo, secure }: { demo: boolean; secure: boolean },
): Auth {
  return {
    logins: createLogins(world, secure),
    passwords: createPasswords(world.random),
    throttle: createThrottle(world.clock),
    demo,
  }
}
