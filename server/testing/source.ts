// The house's own sources, read and parsed, for the tests that guard how they are written. In: the
// repository's files. Out: text, lines, syntax tree and imports of each. Keeps: one reading for all
// rules; installed packages, builds and data are never looked at.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'

export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  readonly isTest: boolean
}

export interface Script extends Source {
  readonly program: Node
  /** What it imports: repository paths for its own files, else the specifier. */
  readonly imports: readonly string[]
}

export const root = join(import.meta.dirname, '..', '..')
const ignored = new Set(['node_modules', 'dist', 'data', '.git', 'test-results'])

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (ignored.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [relative(root, path).replaceAll('\\', '/')]
  })
}

/** Every file of the repository, sorted. */
export const allPaths: readonly string[] = walk(root).sort()

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, lines: text.split('\n'), isTest: /\.(test|contract|spec)\.tsx?$/.test(path) }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** Every node under `node`, itself first, with the nodes it stands in, nearest last. */
export function* nodesOf(
  node: Node,
  above: readonly Node[] = [],
): Generator<[Node, readonly Node[]]> {
  yield [node, above]
  const inside = [...above, node]
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesOf(child, inside)
    }
  }
}

export function lineOf(source: Source, position: number): number {
  return source.text.slice(0, position).split('\n').length
}

/** `./room.ts` in server/x/y.ts → server/x/room.ts; `#shared/ids.ts` → shared/ids.ts. */
function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('#shared/')) return specifier.slice(1)
  if (!specifier.startsWith('.')) return specifier
  return join(dirname(from), specifier).replaceAll('\\', '/')
}

function importsOf(path: string, program: Node): string[] {
  const found: string[] = []
  for (const [node] of nodesOf(program)) {
    if (!/^(Import|ExportNamed|ExportAll)(Declaration|Expression)$/.test(node.type)) continue
    const specifier = node['source']
    if (isNode(specifier) && typeof specifier['value'] === 'string') {
      found.push(resolved(path, specifier['value']))
    }
  }
  return found
}

function parse(source: Source): Script {
  const { program, errors } = parseSync(source.path, source.text)
  if (errors.length) throw new Error(`${source.path}: ${errors[0]?.message}`)
  const tree = program as unknown as Node
  return { ...source, program: tree, imports: importsOf(source.path, tree) }
}

const inTheHouse = (path: string) => /^(server|client|shared|e2e)\//.test(path)

export const scripts: readonly Script[] = allPaths
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .filter((path) => inTheHouse(path) || !path.includes('/'))
  .map((path) => parse(read(path)))

export const styles: readonly Source[] = allPaths
  .filter((path) => path.endsWith('.css') && inTheHouse(path))
  .map(read)

export const pages: readonly Source[] = allPaths.filter((path) => path.endsWith('.md')).map(read)

/** Titles given to describe, test and it, in every test of the house. */
export function testTitles(): string[] {
  return scripts
    .filter((script) => script.isTest)
    .flatMap((script) => [...nodesOf(script.program)].flatMap(([node]) => titleOf(script, node)))
}

function titleOf(script: Script, node: Node): string[] {
  if (node.type !== 'CallExpression') return []
  const callee = node['callee'] as Node
  if (!/^(describe|test|it)\b/.test(script.text.slice(callee.start, callee.end))) return []
  const [title] = node['arguments'] as Node[]
  if (!title || !/^(Literal|TemplateLiteral)$/.test(title.type)) return []
  return [script.text.slice(title.start, title.end)]
}
