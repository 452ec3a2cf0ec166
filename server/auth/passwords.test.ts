// Passwords: the stored form, one form for every keyboard, and a gate that holds.

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { limits } from '#shared/limits.ts'
import { isRefusal } from '#shared/refusal.ts'
import { createGate } from './gate.ts'
import { createPasswords, hashPassword, verifyPassword } from './passwords.ts'

test('are stored as PHC strings of argon2id with OWASP’s parameters', async () => {
  const stored = await hashPassword('correct horse battery', randomBytes)
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await verifyPassword(stored, 'correct horse battery')).toBe(true)
  expect(await verifyPassword(stored, 'correct horse batter')).toBe(false)
  expect(await hashPassword('correct horse battery', randomBytes)).not.toBe(stored)
})

test('a hash of the argon2 reference program (its test.c) is verified', async () => {
  const tag = 'CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  const stored = `$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$${tag}`
  expect(await verifyPassword(stored, 'password')).toBe(true)
  expect(await verifyPassword(stored, 'passwore')).toBe(false)
})

test('ã typed as one character or as two is the same password', async () => {
  const stored = await hashPassword('a s\u00e3 palavra passe', randomBytes)
  expect(await verifyPassword(stored, 'a sa\u0303 palavra passe')).toBe(true)
})

test('who has none never matches, and waits in the same line', async () => {
  const passwords = createPasswords(randomBytes)
  expect(await passwords.verify(null, 'anything at all')).toBe(false)
  const all = limits.hashesAtOnceMax + limits.hashesWaitingMax
  const line = Array.from({ length: all + 3 }, () => passwords.verify(null, 'anything at all'))
  const busy = (await Promise.all(line)).filter(isRefusal)
  expect(busy).toEqual(Array.from({ length: 3 }, () => ({ refused: 'busy' })))
})

test('I9: a gate lets so many in at once, and passes places on in order', async () => {
  const gate = createGate(2, 3)
  const open: (() => void)[] = []
  const began: number[] = []
  const task = (i: number) => () => {
    began.push(i)
    return new Promise<number>((resolve) => open.push(() => resolve(i)))
  }
  const runs = [0, 1, 2, 3, 4, 5].map((i) => gate.run(task(i)))
  await Promise.resolve()
  expect(began).toEqual([0, 1])
  expect(await runs[5]).toEqual({ refused: 'busy' })
  while (open.length > 0) {
    open.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(began).toEqual([0, 1, 2, 3, 4])
  await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await gate.run(() => Promise.resolve('in'))).toBe('in')
})
