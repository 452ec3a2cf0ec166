// Browsers are recognised by name. In: real User-Agent headers. Out: failures that show the header.
// Keeps: browsers that also call themselves by another's name are not taken for it.

import { expect, it } from 'vitest'
import { agentOf } from './agent.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0 Safari/537.36 Edg/142.0`,
    'Edge',
    'Windows',
  ],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome', 'Linux'],
  [
    `Mozilla/5.0 (Linux; Android 15; SM-S918B) ${webkit} SamsungBrowser/28.0 Chrome/130 Mobile Safari/537.36`,
    'Samsung Internet',
    'Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0',
    'Firefox',
    'macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'iPhone Safari',
    'iPhone',
  ],
])('%s', (header, browser, system) => {
  const found = agentOf(header)
  expect(found?.system).toBe(system)
  expect(browser).toContain(found?.browser)
})

it('does not guess', () => {
  expect(agentOf('curl/8.5.0')).toBeNull()
  expect(agentOf('')).toBeNull()
})
