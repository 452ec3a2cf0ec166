// What a browser waits for: a text's address to the first paragraph on screen, and what that and
// the sign-in page weigh. In: a hub. Out: milliseconds by length of the text; kilobytes as sent,
// Brotli where the hub sends Brotli. Keeps: every visit is a new browser context with an empty
// cache.

import { type Browser, type Page, chromium } from '@playwright/test'
import { findBrowser } from '../browser.ts'
import type { Hub } from '../hub.ts'
import { person } from '../people.ts'
import { addressOf, declaration } from '../scene.ts'
import { type Figures, median } from './statistics.ts'

async function browse<T>(story: (browser: Browser) => Promise<T>): Promise<T | null> {
  const found = findBrowser()
  if (!found) return null
  const browser = await chromium.launch({
    ...(found === 'own' ? {} : { executablePath: found.path }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    return await story(browser)
  } finally {
    await browser.close()
  }
}

/**
 * Runs in the page: when the first paragraph was painted, milliseconds after the address was
 * entered.
 */
const whenFirstParagraph = () =>
  new Promise<number>((resolve) => {
    const look = () => {
      if (document.querySelector('[data-block]')?.textContent) resolve(performance.now())
      else requestAnimationFrame(look)
    }
    look()
  })

export async function firstLetter(hub: Hub, visits: number): Promise<Figures[] | null> {
  return browse(async (browser) => {
    const rows: Figures[] = []
    for (const paragraphs of [40, 600]) {
      const chair = await person(browser, hub, 'chair@csm.demo')
      const words = Array.from({ length: paragraphs }, (_, i) => `Paragraph ${i + 1} of this text.`)
      const place = await declaration(chair, words)
      await chair.context.close()
      const samples: number[] = []
      for (let i = 0; i < visits; i++) {
        const br = await person(browser, hub, 'br@csm.demo')
        await br.page.goto(addressOf(place), { waitUntil: 'commit' })
        samples.push(await br.page.evaluate(whenFirstParagraph))
        await br.context.close()
      }
      const worst = Math.max(...samples)
      rows.push({ paragraphs, 'median ms': median(samples), 'max ms': worst, visits })
    }
    return rows
  })
}

/** Bytes of documents, scripts and styles as they came over the wire; fonts apart. */
async function weight(page: Page): Promise<{ code: number; fonts: number }> {
  await page.waitForLoadState('networkidle')
  return page.evaluate(() => {
    const all = performance.getEntries().filter((entry) => 'encodedBodySize' in entry)
    const sizes = all as PerformanceResourceTiming[]
    const isFont = ({ name }: PerformanceResourceTiming) => /\.woff2?$/.test(name)
    const isCode = ({ name }: PerformanceResourceTiming) => !/\/(trpc|socket\.io)\//.test(name)
    const sum = (list: PerformanceResourceTiming[]) =>
      list.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0)
    return {
      code: sum(sizes.filter((one) => !isFont(one) && isCode(one))),
      fonts: sum(sizes.filter(isFont)),
    }
  })
}

export async function sizes(hub: Hub): Promise<Figures[] | null> {
  return browse(async (browser) => {
    const stranger = await browser.newPage({ baseURL: hub.url })
    await stranger.goto('/sign-in')
    const start = await weight(stranger)
    const chair = await person(browser, hub, 'chair@csm.demo')
    const place = await declaration(chair, ['One paragraph.'])
    await chair.opens(place)
    const text = await weight(chair.page)
    const row = (page: string, { code, fonts }: typeof start): Figures => ({
      page,
      KB: code / 1024,
      'fonts KB': fonts / 1024,
    })
    return [
      row('/sign-in', start),
      row('a text, everything', text),
      { page: 'of it the editor', KB: (text.code - start.code) / 1024, 'fonts KB': Number.NaN },
    ]
  })
}
