// The hub opens no outgoing connection (DESIGN §8, Doors): none of its sources holds the means to.
// http/doors.test.ts watches the sockets of a running hub as well.

import { expect, test } from 'vitest'
import { nodesOf, scripts } from '../testing/source.ts'
import type { Node, Script } from '../testing/source.ts'

/** What can call out. `createServer` and the like come with it, so each use is named below. */
const callers = /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/promises)?$|^undici$|^ws$/
/** Simulated delegates come in through the hub’s own doors, at its own address. */
const isOurs = ({ path, isTest }: Script) =>
  path.startsWith('server/') && !isTest && !/^server\/(demo|testing)\/|bootstrap/.test(path)

/** Values (not types) a file takes from the modules that can call out: `path: name from module`. */
function taken(script: Script): string[] {
  return [...nodesOf(script.program)].flatMap(([node]) => {
    if (node.type === 'ImportExpression') {
      const to = String((node['source'] as Node)['value'] ?? 'an unknown module')
      return callers.test(to) ? [`${script.path}: import(${to})`] : []
    }
    if (node.type !== 'ImportDeclaration' || node['importKind'] === 'type') return []
    const to = String((node['source'] as Node)['value'])
    if (!callers.test(to)) return []
    const names = (node['specifiers'] as Node[])
      .filter((specifier) => specifier['importKind'] !== 'type')
      .map((specifier) => (specifier['local'] as Node)['name'])
    return names.length > 0 ? [`${script.path}: ${names.join(', ')} from ${to}`] : []
  })
}

test('no source of the hub takes hold of anything that can call out', () => {
  const ours = scripts.filter(isOurs)
  expect(ours.length).toBeGreaterThan(50)
  // The one use of `ws` is its server.
  expect(ours.flatMap(taken)).toEqual(['server/http/upgrade.ts: WebSocketServer from ws'])
})

test('nor uses what the runtime offers without an import', () => {
  const uses = scripts.filter(isOurs).flatMap((script) =>
    [...nodesOf(script.program)].flatMap(([node]) => {
      const callee = node['callee'] as Node | undefined
      const name = callee?.type === 'Identifier' ? String(callee['name']) : ''
      return /^(fetch|WebSocket|EventSource)$/.test(name) ? [`${script.path}: ${name}`] : []
    }),
  )
  expect(uses).toEqual([])
})
