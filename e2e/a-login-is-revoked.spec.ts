// A person ends another of their own logins; a text open there closes within a second (I8), and
// what was on the way is neither taken nor shown.

import { dict } from '#shared/i18n/en.ts'
import { expect, person, test } from './people.ts'
import { declaration } from './scene.ts'
import { screens } from './screens.ts'

test('ending a login closes its open text within a second (I8)', async ({ browser, hub, meet }) => {
  const chair = await meet('chair@csm.demo')
  const place = await declaration(chair, ['An open text.'])
  const here = await meet('py@csm.demo')
  const there = await person(browser, hub, 'py@csm.demo')
  const text = await there.opens(place)
  const { id } = await text.paragraphWith('open')
  await text.caretAfter(id, 'open')
  await text.types(' and alive')
  await text.saved()

  await here.page.goto(screens.account)
  await here.page.getByRole('button', { name: dict.pages.account.signOutOthers }).click()
  await expect(here.page.getByRole('main')).toContainText(dict.pages.account.noOthers)
  // The page has heard it: the text is gone from it, and nothing typed from now on is taken.
  await expect(there.page.locator('[data-block]')).toHaveCount(0, { timeout: 1_000 })
  await expect(there.page).toHaveURL(/sign-in/)
  await there.page.keyboard.type(' after the end')
  const ofTheChair = await chair.opens(place)
  expect(await ofTheChair.shown(id)).toBe('An open{+PY  and alive} text.')
  await there.context.close()
})

test('the own password link signs out everywhere (I8)', async ({ browser, hub, meet }) => {
  const chair = await meet('chair@csm.demo')
  const place = await declaration(chair, ['Another open text.'])
  const delegate = await person(browser, hub, 'ec@csm.demo')
  const text = await delegate.opens(place)
  await text.saved()
  const secretariat = await meet('secretariat@csm.demo')
  const people = await secretariat.api.processes.people.query({ process: 'csm' })
  const { seat } = people.find(({ email }) => email === 'ec@csm.demo')!
  const made = await secretariat.api.processes.newPasswordLink.mutate({ process: 'csm', seat })
  const page = await browser.newPage({ baseURL: hub.url })
  await page.goto(made.path)
  await page.getByLabel(dict.pages.signIn.password, { exact: true }).fill('plenaria-demo')
  await page.getByRole('button', { name: dict.pages.link.do }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(dict.pages.home.title)
  await expect(delegate.page.locator('[data-block]')).toHaveCount(0, { timeout: 1_000 })
  await expect(delegate.page).toHaveURL(/sign-in/)
  await page.close()
  await delegate.context.close()
})
