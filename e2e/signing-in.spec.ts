// A person signs in, sees their processes, and signs out; a wrong password and an unknown address
// are told the same. Keeps: nothing before sign-in tells who has an account.

import { dict } from '#shared/i18n/en.ts'
import { cookieName, expect, test } from './people.ts'
import { screens, signsInByHand, signsOutByHand } from './screens.ts'

const { signIn, home } = dict.pages

test('signs in, sees the own process, signs out', async ({ browser, hub }) => {
  const page = await browser.newPage({ baseURL: hub.url })
  await page.goto(screens.documents)
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel(signIn.email).fill('gy@csm.demo')
  await page.getByLabel(signIn.password, { exact: true }).fill('plenaria-demo')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${screens.documents}$`))

  await page.goto(screens.processes)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(home.title)
  await page
    .getByRole('link', { name: /South American Conference/ })
    .first()
    .click()
  await expect(page.getByRole('main')).toContainText('Guyana')
  await signsOutByHand(page)
  const cookies = await page.context().cookies()
  expect(cookies.find(({ name }) => name === cookieName)?.value ?? '').toBe('')
  await page.goto(screens.documents)
  await expect(page).toHaveURL(/\/sign-in/)
  await page.close()
})

test('a wrong password and an unknown address hear the same sentence', async ({ browser, hub }) => {
  const page = await browser.newPage({ baseURL: hub.url })
  for (const email of ['uy2@csm.demo', 'nobody@nowhere.example']) {
    await page.goto(screens.signIn)
    await page.getByLabel(signIn.email).fill(email)
    await page.getByLabel(signIn.password, { exact: true }).fill('not this one at all')
    await page.getByRole('button', { name: signIn.do, exact: true }).click()
    await expect(page.getByRole('main')).toContainText(dict.refused['wrong-sign-in']({}))
  }
  await page.close()
})

test('an address after sign-in leads back to where one was going, and never to another site', async ({
  browser,
  hub,
}) => {
  const page = await browser.newPage({ baseURL: hub.url })
  await page.goto(`${screens.signIn}?next=https://example.org/`)
  await page.getByLabel(signIn.email).fill('gy@csm.demo')
  await page.getByLabel(signIn.password, { exact: true }).fill('plenaria-demo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(home.title)
  expect(new URL(page.url()).origin).toBe(hub.url)
  await page.close()
})

test('the language chosen on a page is kept with the account', async ({ browser, hub }) => {
  const page = await browser.newPage({ baseURL: hub.url })
  await signsInByHand(page, 'gy2@csm.demo')
  await page.getByRole('combobox', { name: dict.language }).first().selectOption('es')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mis procesos')
  await page.waitForLoadState('networkidle')
  const other = await browser.newPage({ baseURL: hub.url, locale: 'fr-FR' })
  await other.goto(screens.signIn)
  await expect(other.locator('html')).toHaveAttribute('lang', 'fr')
  await other.locator('input[type=email], input[autocomplete=username]').fill('gy2@csm.demo')
  await other.locator('input[type=password]').fill('plenaria-demo')
  await other.keyboard.press('Enter')
  await expect(other).not.toHaveURL(/sign-in/)
  await expect(other.locator('html')).toHaveAttribute('lang', 'es')
  await page.close()
  await other.close()
})
