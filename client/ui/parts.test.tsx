// The parts as a person meets them. In: parts drawn into a page, in English and Russian. Out:
// failures. Keeps: every failure has its sentence and its law behind it; errors belong to their
// field; the page's language is that of its words; focus goes to the heading after a navigation.

import { createSignal } from 'solid-js'
import { render } from 'solid-js/web'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Failure } from '../hub/trpc.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { FailureNotice } from './notice.tsx'
import { Page } from './page.tsx'
import { bestLanguage, showIn } from './words.ts'

let end = () => {}

function draw(part: Parameters<typeof render>[0]): HTMLElement {
  const host = document.body.appendChild(document.createElement('div'))
  const dispose = render(part, host)
  end = () => {
    dispose()
    host.remove()
  }
  return host
}

beforeEach(() => showIn('en'))
afterEach(() => end())

it('says the sentence of a refusal first and its law last, in the language on screen', async () => {
  const failure: Failure = { failed: 'refused', refusal: { refused: 'agreed-paragraph' } }
  const host = draw(() => <FailureNotice failure={failure} />)
  expect(host.textContent).toMatch(/^This paragraph is agreed\. .*rule N3$/)
  await showIn('ru')
  expect(document.documentElement.lang).toBe('ru')
  expect(host.textContent).toMatch(/^Этот пункт согласован\..*правило N3$/)
})

it('quotes the incident of a broken hub, and draws nothing without a failure', () => {
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const host = draw(() => <FailureNotice failure={failure()} />)
  expect(host.textContent).toBe('')
  setFailure({ failed: 'broken', id: 'k3f9' })
  expect(host.textContent).toContain('k3f9')
})

it('ties an error to its field', () => {
  const host = draw(() => (
    <TextField
      label="Name"
      hint="As read by others"
      error="A name is missing."
      value=""
      onText={String}
    />
  ))
  const input = host.querySelector('input')
  const described = (input?.getAttribute('aria-describedby') ?? '').split(' ')
  const text = described.map((id) => document.getElementById(id)?.textContent)
  expect(text).toEqual(['As read by others', 'A name is missing.'])
  expect(input?.getAttribute('aria-invalid')).toBe('true')
  expect(host.querySelector('label')?.htmlFor).toBe(input?.id)
})

it('does not press a busy button twice', () => {
  const [busy, setBusy] = createSignal(false)
  let pressed = 0
  const host = draw(() => (
    <Button busy={busy()} onPress={() => pressed++}>
      Save
    </Button>
  ))
  const button = host.querySelector('button')
  button?.click()
  setBusy(true)
  button?.click()
  expect(pressed).toBe(1)
  expect(button?.getAttribute('aria-disabled')).toBe('true')
})

it('names the page in the title and moves focus to its heading, from the second page on', () => {
  draw(() => <Page title="My processes" />)
  expect(document.title).toBe('My processes · Plenaria')
  expect(document.activeElement).toBe(document.body)
  end()
  const host = draw(() => <Page title="People" within="CSM" />)
  expect(document.title).toBe('People · CSM · Plenaria')
  expect(document.activeElement).toBe(host.querySelector('h1'))
})

it('finds the best language a browser asks for', () => {
  expect(bestLanguage(['de-CH', 'pt-PT', 'en'])).toBe('pt')
  expect(bestLanguage(['kk', 'ru-KZ'])).toBe('ru')
  expect(bestLanguage(['zh'])).toBe('en')
})
