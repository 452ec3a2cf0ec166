// Which browser the end-to-end tests drive. In: the environment and the machine. Out: a path, `own`
// for Playwright's own download, or null. Keeps: a machine without a browser is told how to get
// one.

import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const underWindows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
  const folder = process.env[name]
  if (!folder) return []
  return [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]
})

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...underWindows,
]

export const howToGetABrowser = [
  'Install one of: chromium (Debian: apt install chromium), Google Chrome, Microsoft Edge;',
  'or set CHROMIUM_PATH; or run: npx playwright install chromium',
].join('\n')

/** $CHROMIUM_PATH, else Playwright's own if it was downloaded, else one of the system's. */
export function findBrowser(): { path: string } | 'own' | null {
  const named = process.env['CHROMIUM_PATH']
  if (named) return { path: named }
  if (existsSync(chromium.executablePath())) return 'own'
  const path = candidates.find((candidate) => existsSync(candidate))
  return path ? { path } : null
}
