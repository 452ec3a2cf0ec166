// The documents tell what is there: links live, named files exist, every page is reachable from the
// reading order, and the rules and invariants are all listed. In: *.md. Out: what is dead, by name.

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { refusals } from '#shared/refusal.ts'
import { allPaths, pages, root } from './source.ts'
import type { Source } from './source.ts'

const page = (path: string) => pages.find((each) => each.path === path)
const exists = (path: string) =>
  allPaths.includes(path) || allPaths.some((each) => each.startsWith(`${path}/`))

/** Relative links of a page, as repository paths, with their anchors. */
function linksOf({ path, text }: Source): { to: string; anchor: string | undefined }[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file, anchor] = target.split('#') as [string, string | undefined]
      return { to: file ? join(dirname(path), file).replaceAll('\\', '/') : path, anchor }
    })
}

/** A heading's anchor as the usual renderers make it. */
function anchorsOf({ text }: Source): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test('links between the documents are alive', () => {
  const dead = pages.flatMap((each) =>
    linksOf(each)
      .filter(({ to, anchor }) => {
        if (!exists(to.replace(/\/$/, ''))) return true
        const target = page(to)
        return anchor !== undefined && target !== undefined && !anchorsOf(target).includes(anchor)
      })
      .map(({ to, anchor }) => `${each.path} → ${to}${anchor ? `#${anchor}` : ''}`),
  )
  expect(dead).toEqual([])
})

test('files named in the documents exist', () => {
  const dead = pages
    .filter(({ path }) => path !== 'CHANGELOG.md')
    .flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:server|client|shared|e2e|docs)\/[\w./-]+)`/g)]
        .map(([, named]) => named!.replace(/\/$/, ''))
        .filter((named) => !exists(named))
        .map((named) => `${path} names ${named}`),
    )
  expect(dead).toEqual([])
})

test('every document can be reached from docs/README.md', () => {
  const seen = new Set<string>()
  const queue = ['docs/README.md']
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const found = page(path)
    if (found) queue.push(...linksOf(found).map(({ to }) => to))
  }
  const lost = pages.filter(({ path }) => path.startsWith('docs/') && !seen.has(path))
  expect(lost.map(({ path }) => path)).toEqual([])
  expect(linksOf(page('README.md')!).some(({ to }) => to === 'docs/README.md')).toBe(true)
})

/** Rules and invariants that have a heading or a row of their own. */
const listed = (path: string) =>
  [...page(path)!.text.matchAll(/^(?:#+ |\| )([NI]\d+)\b/gm)].map(([, id]) => id!)

test('every rule and invariant is listed, and every rule a refusal names is among them', () => {
  expect(listed('docs/RULES.md')).toEqual(Array.from({ length: 11 }, (_, i) => `N${i + 1}`))
  expect(listed('docs/INVARIANTS.md')).toEqual(Array.from({ length: 10 }, (_, i) => `I${i + 1}`))
  const named = Object.values(refusals).flatMap(([rule]) => (rule ? [rule] : []))
  expect(named.filter((rule) => !listed('docs/RULES.md').includes(rule))).toEqual([])
})

test('every dependency has its reason, and nothing else does', () => {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >
  const { dependencies, devDependencies, optionalDependencies } = wanted
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const rows = page('docs/decisions/dependencies.md')!.text.matchAll(/^\| ([^|]+) \| [^|]+ \| /gm)
  const explained = [...rows].flatMap(([, cell]) => cell!.split(', '))
  expect(explained.filter((name) => name !== 'package').sort()).toEqual(names.sort())
})

test('every test a document quotes exists', () => {
  const names = page('docs/INVARIANTS.md')!.text.matchAll(/`([\w./-]+\.(?:test|spec)\.tsx?)`/g)
  const dead = [...names].map(([, name]) => name!).filter((name) => !exists(name))
  expect(dead).toEqual([])
})
