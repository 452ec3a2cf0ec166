// One delegate, no mouse: signs in, finds the text, proposes, undoes, signs out. Keeps: every step
// can be reached by keys, and what has the focus can be seen.

import { dict } from '#shared/i18n/en.ts'
import type { Page } from '@playwright/test'
import { expect, test } from './people.ts'
import { addressOf, declaration } from './scene.ts'
import { screens } from './screens.ts'
import { textOn } from './text.ts'

const stepsMax = 60

/** Tabs until something with this name has the focus; every stop must be visible. */
async function tabsTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < stepsMax; i++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement
      if (!element?.matches('a, button, input, select, textarea')) return null
      const labels = [...((element as HTMLInputElement).labels ?? [])]
      const named = element.getAttribute('aria-label') ?? labels.map((l) => l.textContent).join(' ')
      const style = getComputedStyle(element)
      const seen = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
      return { name: named || (element.textContent ?? ''), seen }
    })
    if (here && name.test(here.name.trim())) {
      expect(here.seen, `the focus on “${here.name}” can be seen`).toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`no key leads to ${name}`)
}

test('signs in, finds a text, proposes, undoes and signs out by keys alone', async ({
  browser,
  hub,
  meet,
}) => {
  const chair = await meet('chair@csm.demo')
  const place = await declaration(chair, ['Without a mouse.'])
  const page = await browser.newPage({ baseURL: hub.url })
  const { signIn, home } = dict.pages
  const exactly = (words: string) => new RegExp(`^${words}`)

  await page.goto(screens.signIn)
  await page.waitForLoadState('networkidle')
  await tabsTo(page, exactly(signIn.email))
  await page.keyboard.type('gy@csm.demo')
  await tabsTo(page, exactly(signIn.password))
  await page.keyboard.type('plenaria-demo')
  await tabsTo(page, exactly(signIn.do))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(home.title)
  await tabsTo(page, /South American Conference/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(screens.process))

  await page.goto(addressOf(place))
  await expect(page.locator('[data-block]').first()).toBeVisible()
  const text = textOn(page, place)
  const { id } = await text.paragraphWith('Without')
  for (let i = 0; i < stepsMax; i++) {
    if (await page.evaluate(() => document.activeElement?.closest('[contenteditable="true"]')))
      break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' At all')
  await text.saved()
  expect(await text.shown(id)).toBe('Without a mouse.{+GY  At all}')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => text.shown(id)).toBe('Without a mouse.')
  await text.saved()

  // Tab leaves the text: it is no trap.
  await page.keyboard.press('Escape')
  await page.goto(screens.account)
  await tabsTo(page, exactly(dict.nav.signOut))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(signIn.title)
  await page.close()
})
