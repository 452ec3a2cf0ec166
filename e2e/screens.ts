// What people do on the screens around the text, by the words they read there. In: a page. Out: a
// person signed in; the address of every screen. Keeps: names come from the dictionaries, so a test
// breaks when a screen loses its words, not when they are bettered.

import { type Page, expect } from '@playwright/test'
import { dict } from '#shared/i18n/en.ts'
import { password } from './people.ts'

export const screens = {
  signIn: '/sign-in',
  processes: '/',
  process: '/processes/csm',
  documents: '/processes/csm/documents',
  create: '/processes/csm/documents/new',
  people: '/processes/csm/people',
  account: '/account',
} as const

/** Signs in on the sign-in page, as a person does. */
export async function signsInByHand(page: Page, email: string, secret = password): Promise<void> {
  const { signIn } = dict.pages
  await page.goto(screens.signIn)
  await page.getByLabel(signIn.email).fill(email)
  await page.getByLabel(signIn.password, { exact: true }).fill(secret)
  await page.getByRole('button', { name: signIn.do, exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Signs out where the screen offers it; goes on when it warns of unsent words. */
export async function signsOutByHand(page: Page, unsentWords = false): Promise<void> {
  await page.goto(screens.account)
  await page.getByRole('button', { name: dict.nav.signOut, exact: true }).click()
  if (unsentWords) await page.getByRole('button', { name: dict.pages.leave.go }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(dict.pages.signIn.title)
}
