// Browsers are recognised by name. In: real User-Agent headers. Out: failures that show the header.
// Keeps: browsers that also call themselves by another's name are not taken for it.

import { expect, it } from 'vitest'
import { agentOf } from './agent.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [`Windows NT 10.0; Win64) ${webkit} Chrome/142 Safari/537.36 Edg/142`, 'Edge', 'Windows'],
  [`X11; Linux x86_64) ${webkit} Chrome/142 Safari/537.36`, 'Chrome', 'Linux'],
  [`Linux; Android 15) ${webkit} SamsungBrowser/28 Chrome/130`, 'Samsung Internet', 'Android'],
  ['Macintosh; Intel Mac OS X 10.15) Gecko/20100101 Firefox/145.0', 'Firefox', 'macOS'],
  [`iPhone; CPU iPhone OS 18_0 like Mac OS X) ${webkit} Safari/604.1`, 'Safari', 'iPhone'],
])('%s', (header, browser, system) => {
  expect(agentOf(`Mozilla/5.0 (${header}`)).toEqual({ browser, system })
})

it('does not guess', () => {
  expect(agentOf('curl/8.5.0')).toBeNull()
  expect(agentOf('')).toBeNull()
})
