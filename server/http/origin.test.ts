// Whose page asks, and from which address.

import { expect, test } from 'vitest'
import { clientAddress, isForeign } from './origin.ts'

const asking = (origin?: string, host = 'localhost:3000', site?: string) => ({ origin, host, site })

test.each([
  ['no browser', asking(), null, false],
  ['our page', asking('http://localhost:3000'), null, false],
  ['another port', asking('http://localhost:3001'), null, true],
  ['another site', asking('https://elsewhere.example'), null, true],
  ['a sandboxed frame', asking('null'), null, true],
  ['no address at all', asking('not a url'), null, true],
  ['a form of another site', asking(undefined, 'localhost:3000', 'cross-site'), null, true],
  ['our page behind a proxy', asking('https://t.org', '10.0.0.5:3000'), 'https://t.org', false],
  ['plain http behind a proxy', asking('http://t.org', 't.org'), 'https://t.org', true],
  ['the inner address', asking('http://10.0.0.5:3000', '10.0.0.5:3000'), 'https://t.org', true],
] as const)('%s', (_name, headers, publicOrigin, foreign) => {
  expect(isForeign(headers, publicOrigin)).toBe(foreign)
})

test('only a declared proxy on a private address names the client', () => {
  const declared = 'https://t.org'
  expect(clientAddress('127.0.0.1', '203.0.113.9', null)).toBe('127.0.0.1')
  expect(clientAddress('127.0.0.1', '6.6.6.6, 203.0.113.9', declared)).toBe('203.0.113.9')
  expect(clientAddress('::ffff:10.1.2.3', '203.0.113.9', declared)).toBe('203.0.113.9')
  expect(clientAddress('198.51.100.7', '203.0.113.9', declared)).toBe('198.51.100.7')
  expect(clientAddress('127.0.0.1', undefined, declared)).toBe('127.0.0.1')
})
