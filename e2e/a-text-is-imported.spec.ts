// The secretariat imports a real text, and makes others by pasting and from a template. Keeps: what
// the hub recognises is what stands in the text afterwards; numbering is computed, not typed.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dict } from '#shared/i18n/en.ts'
import { expect, test } from './people.ts'
import { screens } from './screens.ts'
import { textOn } from './text.ts'

const seed = join(import.meta.dirname, '..', 'server', 'demo', 'texts', 'mc-inf-269.txt')
const { create } = dict.pages

test('the seed imports with sections, numbered paragraphs, annex and notes', async ({ meet }) => {
  const { page } = await meet('secretariat@csm.demo')
  await page.goto(screens.create)
  await page.getByLabel(create.file, { exact: true }).check()
  await page.getByLabel(create.fileChoose).setInputFiles(seed)
  await page
    .getByRole('textbox', { name: create.documentTitle })
    .fill('Regional consultative processes')
  await page.getByRole('button', { name: create.do, exact: true }).click()
  await expect(page.locator('[data-block]').first()).toBeVisible({ timeout: 20_000 })

  const text = textOn(page, { process: 'csm', document: '' })
  const paragraphs = await text.paragraphs()
  const source = readFileSync(seed, 'utf8')
  expect(paragraphs.length).toBeGreaterThan(60)
  // Every word of the source stands in the text, in its order.
  const words = (all: string) => all.replaceAll(/[^\p{L}]+/gu, ' ').toLowerCase()
  const shown = words(paragraphs.map((each) => each.shown).join(' '))
  // Sentences of running text; page furniture (symbols, page numbers) is rightly left out.
  const sentences = source.match(/(?<=\p{Ll}\.\s+)\p{Lu}[^.\f\d]{60,200}\./gu) ?? []
  expect(sentences.length).toBeGreaterThan(20)
  expect(sentences.filter((sentence) => !shown.includes(words(sentence).trim()))).toEqual([])
  const numbered = paragraphs.map(({ label }) => Number(label)).filter((label) => label > 0)
  expect(numbered).toEqual(numbered.map((_, i) => i + 1))
  expect(paragraphs.some(({ shown: heading }) => /^ANEXO/i.test(heading))).toBe(true)
})

test('a pasted text shows what was recognised before it is made', async ({ meet }) => {
  const { page } = await meet('chair@csm.demo')
  await page.goto(screens.create)
  await page.getByLabel(create.paste, { exact: true }).check()
  await page
    .getByRole('textbox', { name: create.pasteLabel })
    .fill(
      'Santiago Declaration\n\nThe States,\n\nRecognizing that people move,\n\n' +
        'Declare:\n\n1. To meet yearly.\n\n2. To exchange data:\n\n(a) on visas;\n\n(b) on work.\n',
    )
  await expect(page.getByText(/Recognised:/)).toBeVisible()
  await page.getByRole('textbox', { name: create.documentTitle }).fill('Santiago Declaration')
  await page.getByRole('button', { name: create.do, exact: true }).click()
  await expect(page.locator('[data-block]').first()).toBeVisible()
  const text = textOn(page, { process: 'csm', document: '' })
  const first = await text.paragraphWith('To meet yearly.')
  const sub = await text.paragraphWith('on work.')
  expect(first.shown).toBe('To meet yearly.')
  expect(first.label).not.toBe('')
  expect(sub.shown).toBe('on work.')
})

test('a declaration from a template can be written in at once', async ({ meet }) => {
  const { page } = await meet('chair@csm.demo')
  await page.goto(screens.create)
  await page.getByLabel(create.template, { exact: true }).check()
  await page.getByRole('textbox', { name: create.documentTitle }).fill('From a template')
  await page.getByRole('button', { name: create.do, exact: true }).click()
  await expect(page.locator('[data-block]').first()).toBeVisible()
  await expect(page.locator('[role=status][data-state]')).toHaveAttribute(
    'data-state',
    /saved|up-to-date/,
  )
})
