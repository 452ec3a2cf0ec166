// One newcomer, one browser, no second person: the start page of a demonstration brings in simulated
// delegates, and the newcomer sees their words appear and writes among them.

import { dict } from '#shared/i18n/en.ts'
import { startHub } from './hub.ts'
import { expect, signIn, test } from './people.ts'
import { textOn } from './text.ts'

const { demo, signIn: door } = dict.pages

test('a newcomer brings in simulated delegates and writes among them', async ({ browser }) => {
  test.setTimeout(120_000)
  const hub = await startHub()
  const guyana = await signIn(hub.url, 'gy@csm.demo')
  await guyana.api.auth.setLanguage.mutate({ language: 'en' })
  const page = await browser.newPage({ baseURL: hub.url })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: demo.alive }).click()
  await expect(page.getByText(demo.aliveRunning('').split('  ')[0]!.slice(0, 30))).toBeVisible()
  const address = await page.getByRole('link', { name: demo.openText }).getAttribute('href')
  await page.getByRole('button', { name: /gy@csm\.demo/ }).click()
  await page.getByRole('button', { name: door.do, exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)

  const text = textOn(page, { process: 'csm', document: address!.split('/').at(-1)! })
  await text.open()
  const written = async () =>
    (await text.paragraphs())
      .map(({ shown }) => shown.match(/\{\+(?!GY)[^}]+/g)?.join('') ?? '')
      .join('')
  const before = (await written()).length
  await expect
    .poll(async () => (await written()).length, { timeout: 40_000 })
    .toBeGreaterThan(before + 20)

  const untouched = (await text.paragraphs()).filter(({ shown }) => !/[{}]/.test(shown))
  const paragraph = untouched.at(-1)!
  await text.caretAfter(paragraph.id, paragraph.shown.slice(-12))
  await text.types(' among them')
  await text.saved()
  expect(await text.shown(paragraph.id)).toContain('{+GY  among them}')
  await page.close()
  await hub.end()
})
