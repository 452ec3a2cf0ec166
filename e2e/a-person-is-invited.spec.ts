// The secretariat invites a person by a link, who chooses a password and is in; the link works
// once. Later the place is ended, and the person is out at once.

import { dict } from '#shared/i18n/en.ts'
import { expect, test } from './people.ts'
import { screens } from './screens.ts'

const { people, link, home, signIn } = dict.pages

test('invited by a link, in once, and out when the place ends', async ({ browser, hub, meet }) => {
  const secretariat = await meet('secretariat@csm.demo')
  const { page } = secretariat
  await page.goto(screens.people)
  await page.getByRole('button', { name: people.invite, exact: true }).click()
  const email = `invited-${Date.now()}@example.org`
  await page.getByLabel(people.name, { exact: true }).fill('Inés Ejemplo')
  await page.getByLabel(people.email, { exact: true }).fill(email)
  await page.getByLabel(people.role, { exact: true }).selectOption('adviser')
  await page.getByLabel(people.delegation, { exact: true }).selectOption('EC')
  await page.getByRole('button', { name: people.inviteDo }).click()
  const address = await page.getByLabel(people.link, { exact: true }).inputValue()
  const { pathname } = new URL(address)

  const guest = await browser.newContext({ baseURL: hub.url })
  const door = await guest.newPage()
  await door.goto(pathname)
  await expect(door.getByRole('main')).toContainText('Inés Ejemplo')
  await door.getByLabel(signIn.password, { exact: true }).fill('short')
  await door.getByRole('button', { name: link.do }).click()
  await expect(door.getByRole('main')).toContainText('too short')
  await door.getByLabel(signIn.password, { exact: true }).fill('seis meses en Quito')
  await door.getByRole('button', { name: link.do }).click()
  await expect(door.getByRole('heading', { level: 1 })).toHaveText(home.title)

  const again = await browser.newPage({ baseURL: hub.url })
  await again.goto(pathname)
  await expect(again.getByRole('main')).toContainText(link.unusable)
  await again.close()

  // The place ends: the process is gone from the person's page without a reload.
  await expect(door.getByRole('link', { name: /South American Conference/ }).first()).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: people.actions('Inés Ejemplo') }).click()
  await page.getByRole('button', { name: people.endSeat }).click()
  await page.getByRole('button', { name: people.endDo, exact: true }).click()
  await expect(door.getByText(home.empty)).toBeVisible()
  await guest.close()
})
