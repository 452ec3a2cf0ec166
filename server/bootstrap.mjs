// The first file that runs, on any Node from 20.19: installs what the lock file names, builds the
// client if it changed, and hands over to Node 26 from npm. In: a task and its arguments. Out: the
// task's exit code. Keeps: nothing but the first installation needs a network; signals reach the
// hub once and it may finish; every failure ends with one sentence. Plain JavaScript: no type
// stripping yet.

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const windows = process.platform === 'win32'
const nodeMajorWanted = 26

const tools = {
  vite: 'vite/bin/vite.js',
  oxfmt: 'oxfmt/bin/oxfmt',
}

function stop(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

// --- Node 26 ------------------------------------------------------------------------------------

/** Where the Node of this platform lies once installed. npm has no package for every platform. */
function nodeFromNpm() {
  const system = windows ? 'win' : process.platform
  const name = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  return join(modules, `${name}-${system}-${process.arch}`, 'bin', windows ? 'node.exe' : 'node')
}

function findNode() {
  const fromNpm = nodeFromNpm()
  if (existsSync(fromNpm)) return fromNpm
  if (Number(process.versions.node.split('.')[0]) >= nodeMajorWanted) return process.execPath
  return null
}

// --- Installation -------------------------------------------------------------------------------

/** Does what npm says it installed equal what the lock file names? */
function installed() {
  const record = join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    // Optional packages are left out where they do not fit the platform.
    if (!found) return entry.optional === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

const offline =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/

async function install() {
  console.log('Installing dependencies (once, and again when package-lock.json changes) …')
  // node_modules/.bin must not be on PATH: npm deletes it while it runs, and its `env node` with
  // it.
  const path = (process.env.PATH ?? '').split(delimiter)
  const env = {
    ...process.env,
    PATH: path.filter((entry) => !entry.includes('node_modules')).join(delimiter),
  }
  const npm = process.env.npm_execpath
  const own = process.env.npm_node_execpath ?? process.execPath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: root, env, stdio: ['ignore', 'inherit', 'pipe'] }
  const child = npm
    ? spawn(own, [npm, ...args], options)
    : spawn('npm', args, { ...options, shell: windows })
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
    process.stderr.write(chunk)
  })
  const code = await finished(child)
  if (code === 0) return
  if (offline.test(complaints)) {
    stop(
      'The packages could not be fetched: no connection to the npm registry. ' +
        'Connect this machine to the network once; after that Plenaria works without.',
    )
  }
  stop('The packages could not be installed; npm says why above.')
}

// --- Running ------------------------------------------------------------------------------------

/** The exit code of a child; passes signals on, each kind once, and lets the child finish. */
function finished(child) {
  const passOn = (signal) => {
    // A terminal sends Ctrl+C to the whole group: the child has it already.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((resolve) => {
    const end = (code) => {
      for (const signal of signals) process.off(signal, passOn)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(error.message)
      end(1)
    })
    child.once('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

function run(node, ...args) {
  return finished(spawn(node, args, { cwd: root, stdio: 'inherit' }))
}

// --- The client ---------------------------------------------------------------------------------

/** One hash over everything the client is built from. */
function clientSources() {
  const hash = createHash('sha256')
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  for (const folder of ['client', 'shared']) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((file) => relative(root, join(file.parentPath, file.name)))
    for (const path of paths.sort()) {
      if (!/\.test\.|node_modules/.test(path)) add(path)
    }
  }
  add('vite.config.ts')
  add('package-lock.json')
  return hash.digest('hex')
}

/**
 * Builds unless the last build was made from the same sources; its stamp lies inside the build.
 * Made beside the old one and put in its place when it is whole: a hub that runs goes on serving
 * pages.
 */
function build(node) {
  const place = join(root, 'dist', 'client')
  const sources = clientSources()
  const stamp = join(place, 'built-from.txt')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  console.log('Building the client …')
  const [fresh, old] = [`${place}-new`, `${place}-old`]
  const args = ['build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir']
  const vite = join(modules, tools.vite)
  const built = spawnSync(node, [vite, ...args], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) stop('The client could not be built; vite says why above.')
  writeFileSync(join(fresh, 'built-from.txt'), sources)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}

// --- Tasks --------------------------------------------------------------------------------------

const tasks = {
  demo(node, args) {
    process.env.DATA_DIR ??= join(root, 'data', 'demo')
    build(node)
    return run(node, 'server/main.ts', 'demo', ...args)
  },
  start(node, args) {
    process.env.DATA_DIR ??= join(root, 'data', 'hub')
    build(node)
    return run(node, 'server/main.ts', 'start', ...args)
  },
  test: (node, args) => run(node, 'server/testing/everything.ts', 'test', ...args),
  check: (node, args) => run(node, 'server/testing/everything.ts', 'check', ...args),
  bench(node, args) {
    build(node)
    return run(node, 'e2e/load/bench.ts', ...args)
  },
  build(node) {
    build(node)
    return 0
  },
  format: (node, args) => run(node, join(modules, tools.oxfmt), ...args),
}

const [task, ...rest] = process.argv.slice(2)
if (!Object.hasOwn(tasks, task ?? '')) {
  stop(`Say which task: ${Object.keys(tasks).join(', ')}.`)
}
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Plenaria needs Node 20.19 or newer to start; this is ${process.versions.node}.`)
}
if (!installed() || !findNode()) await install()
const node = findNode()
if (!node) {
  stop(
    `npm has no Node ${nodeMajorWanted} for ${process.platform} on ${process.arch}. ` +
      `Install Node ${nodeMajorWanted} yourself and run the same command with it.`,
  )
}
process.exitCode = await tasks[task](node, rest)
