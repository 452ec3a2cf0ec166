// How the end-to-end tests run: two at a time, each worker with hubs of its own (hub.ts), in the
// browser that was found (browser.ts). In: nothing. Out: dist/reports/e2e.json for the tally.
// Keeps: no retries; a test that fails once is a failing test.

import { defineConfig } from '@playwright/test'
import { findBrowser } from './browser.ts'

const browser = findBrowser()
const root = process.getuid?.() === 0

// oxlint-disable-next-line import/no-default-export -- Playwright reads the default export
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../dist/e2e',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../dist/reports/e2e.json' }]],
  use: {
    trace: 'off',
    locale: 'en-GB',
    timezoneId: 'America/Sao_Paulo',
    launchOptions: {
      ...(browser && browser !== 'own' ? { executablePath: browser.path } : {}),
      args: [
        ...(root ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
