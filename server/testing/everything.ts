// Runs everything that must pass, one step after the other. In: `test` or `check`, and optionally
// the name of one step with arguments for its tool (`npm test -- unit shared/law`). Out: each
// step's time, then as the last line `N passed, N failed, N skipped`, counting real tests; a failed
// step without tests counts as one. Keeps: a failing step hides no later one; nothing is skipped
// quietly.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser, howToGetABrowser } from '../../e2e/browser.ts'

interface Tally {
  passed: number
  failed: number
  skipped: number
}

interface Step {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  /** Reads the tool's own report; a step without one counts only when it fails. */
  readonly count?: (report: string) => Tally
  readonly report?: string
  /** A step that had to succeed before. */
  readonly after?: string
  /** Of `npm test` alone, not of `npm run check`. */
  readonly testsOnly?: true
}

const root = join(import.meta.dirname, '..', '..')
const installed = (path: string) => join('node_modules', path)
const reports = join(root, 'dist', 'reports')
const unitReport = join(reports, 'unit.json')
const e2eReport = join(reports, 'e2e.json')
const e2eConfig = 'e2e/playwright.config.ts'

const steps: readonly Step[] = [
  { name: 'types', program: installed('typescript/bin/tsc'), args: ['-p', '.'] },
  { name: 'lint', program: installed('oxlint/bin/oxlint'), args: [] },
  { name: 'format', program: installed('oxfmt/bin/oxfmt'), args: ['--check'] },
  { name: 'unused', program: installed('knip/bin/knip.js'), args: ['--no-progress'] },
  {
    name: 'unit',
    program: installed('vitest/vitest.mjs'),
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: unitReport,
    count: countUnit,
    testsOnly: true,
  },
  { name: 'build', program: 'server/bootstrap.mjs', args: ['build'], testsOnly: true },
  {
    name: 'e2e',
    program: installed('@playwright/test/cli.js'),
    args: ['test', '--config', e2eConfig],
    report: e2eReport,
    count: countE2e,
    after: 'build',
    testsOnly: true,
  },
]

interface UnitReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

function countUnit(text: string): Tally {
  const report = JSON.parse(text) as UnitReport
  // A file that could not even be loaded has no tests to count.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

interface E2eReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

function countE2e(text: string): Tally {
  const { stats, errors } = JSON.parse(text) as E2eReport
  // A test that passed only at a second try has failed once: it is not to be trusted.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

let running: ChildProcess | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    running?.kill('SIGTERM')
    process.exitCode = 130
    console.log('\nStopped before the end.')
    setTimeout(() => process.exit(130), 5_000).unref()
  })
}

function run(program: string, args: readonly string[], quiet = false): Promise<number> {
  const child = spawn(process.execPath, [join(root, program), ...args], {
    cwd: root,
    stdio: quiet ? 'ignore' : 'inherit',
  })
  running = child
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

async function take(step: Step, extra: readonly string[]): Promise<Tally> {
  const code = await run(step.program, [...step.args, ...extra])
  const none: Tally = { passed: 0, failed: 0, skipped: 0 }
  const wrote = step.report !== undefined && existsSync(step.report)
  const tally = wrote && step.count ? step.count(readFileSync(step.report!, 'utf8')) : none
  if (code !== 0 && tally.failed === 0) tally.failed = 1
  return tally
}

/** Without a browser: how many tests that leaves out, said aloud, and a failure under CI. */
async function withoutBrowser(): Promise<Tally> {
  console.log(`\n${'!'.repeat(80)}\nNo browser found: the end-to-end tests do not run.`)
  console.log(`${howToGetABrowser}\n${'!'.repeat(80)}`)
  await run(installed('@playwright/test/cli.js'), ['test', '--list', '--config', e2eConfig], true)
  const listed = existsSync(e2eReport) ? countListed(readFileSync(e2eReport, 'utf8')) : 1
  return process.env['CI'] === 'true'
    ? { passed: 0, failed: listed, skipped: 0 }
    : { passed: 0, failed: 0, skipped: listed }
}

interface Suite {
  specs?: unknown[]
  suites?: Suite[]
}

function countListed(text: string): number {
  const inside = (suite: Suite): number =>
    (suite.specs?.length ?? 0) + (suite.suites ?? []).reduce((sum, each) => sum + inside(each), 0)
  return inside(JSON.parse(text) as Suite)
}

function chosen(): { list: readonly Step[]; extra: readonly string[] } {
  const [task, only, ...extra] = process.argv.slice(2)
  const list = steps.filter((step) => task === 'test' || !step.testsOnly)
  if (!only) return { list, extra: [] }
  const named = list.filter((step) => step.name === only)
  if (named.length === 0) {
    console.error(`No step is called “${only}”: ${list.map((step) => step.name).join(', ')}.`)
    process.exit(1)
  }
  return { list: named, extra }
}

const { list, extra } = chosen()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const total: Tally = { passed: 0, failed: 0, skipped: 0 }
const failed: string[] = []
for (const step of list) {
  if (process.exitCode) break
  if (step.after && failed.includes(step.after)) {
    console.log(`\n── ${step.name}: not run, because ${step.after} failed`)
    continue
  }
  console.log(`\n── ${step.name}`)
  const began = performance.now()
  const blind = step.name === 'e2e' && !findBrowser()
  const tally = blind ? await withoutBrowser() : await take(step, extra)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const outcome = tally.failed ? 'FAILED' : blind ? 'SKIPPED' : 'passed'
  console.log(`── ${step.name}: ${outcome} in ${seconds} s`)
  if (tally.failed) failed.push(step.name)
  total.passed += tally.passed
  total.failed += tally.failed
  total.skipped += tally.skipped
}
if (failed.length) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode ||= total.failed ? 1 : 0
