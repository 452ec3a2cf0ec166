// axe on every screen, in two languages, light and dark; and no sideways scrolling on a phone.
// Keeps: the rules of WCAG 2.2 A and AA that a machine can check; nothing is excluded.

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Person, expect, test } from './people.ts'
import { addressOf, declaration } from './scene.ts'
import { screens } from './screens.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const place = (html: string) => html.slice(0, 160)
  return violations.map(
    ({ id, nodes }) =>
      `${id} ×${nodes.length}: ${nodes
        .slice(0, 3)
        .map(({ html }) => place(html))
        .join(' | ')}`,
  )
}

/** A text that is not there. */
const lost = addressOf({ process: 'csm', document: '0'.repeat(20) })

async function shows(page: Page, address: string) {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await page.waitForLoadState('networkidle')
}

async function aTextWithProposals(chair: Person, br: Person) {
  const place = await declaration(chair, ['Urge to act now.', 'Decide to meet again.'])
  const text = await br.opens(place)
  const { id } = await text.paragraphWith('Urge')
  await text.caretAfter(id, 'act')
  await text.types(' together')
  await text.select(id, 'Urge')
  await text.press('Delete')
  await text.saved()
  return addressOf(place)
}

for (const language of ['en', 'ru'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every screen, ${language}, ${colorScheme}`, async ({ browser, hub, meet }) => {
      test.setTimeout(120_000)
      const [br, chair] = [await meet('br@csm.demo'), await meet('chair@csm.demo')]
      const address = await aTextWithProposals(chair, br)
      const secretariat = await meet('secretariat@csm.demo')
      await secretariat.api.auth.setLanguage.mutate({ language })
      const context = await browser.newContext({ baseURL: hub.url, colorScheme, locale: language })
      const found: Record<string, string[]> = {}
      const stranger = await context.newPage()
      for (const path of [screens.signIn, '/link/not-a-link', '/no/such/page']) {
        await shows(stranger, path)
        found[path] = await faults(stranger)
      }
      await secretariat.page.emulateMedia({ colorScheme })
      const own = [
        ...Object.values(screens).filter((path) => path !== screens.signIn),
        lost,
        address,
      ]
      for (const path of own) {
        await shows(secretariat.page, path)
        if (path === address) await expect(secretariat.page.locator('ins').first()).toBeVisible()
        found[path] = await faults(secretariat.page)
      }
      await secretariat.api.auth.setLanguage.mutate({ language: 'en' })
      await context.close()
      expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([])
    })
  }
}

test('on a phone nothing scrolls sideways and what is touched is large enough', async ({
  meet,
}) => {
  const [br, chair] = [await meet('br@csm.demo'), await meet('chair@csm.demo')]
  const address = await aTextWithProposals(chair, br)
  await br.page.setViewportSize({ width: 390, height: 844 })
  const own = Object.values(screens).filter((path) => path !== screens.create)
  const problems: string[] = []
  for (const path of [...own, address]) {
    await shows(br.page, path)
    const { wide, small } = await br.page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      small: [...document.querySelectorAll('button, select, input:not([type=hidden]), nav a')]
        // A box inside its label is pressed by its label.
        .map((element) => ({
          box: (element.closest('label') ?? element).getBoundingClientRect(),
          html: element.outerHTML,
        }))
        .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
        .map(({ html }) => html.slice(0, 120)),
    }))
    if (wide > 0) problems.push(`${path} is ${wide} px too wide`)
    problems.push(...small.map((html) => `${path} too small: ${html}`))
  }
  expect(problems).toEqual([])
})
