// Observers and strangers at the door of a draft. Keeps: N1: an observer gets no draft unless the
// body opened it; a person of another process hears the same as for what does not exist (I10).

import { WebSocket } from 'ws'
import { dict } from '#shared/i18n/en.ts'
import { closeCode } from '#shared/wire.ts'
import { type Person, expect, test } from './people.ts'
import { addressOf, declaration } from './scene.ts'
import { screens } from './screens.ts'

function closedWith(url: string, document: string, cookie: string): Promise<number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/collab/${document}`, {
    headers: { cookie, origin: url },
  })
  return new Promise((resolve, reject) => {
    socket.on('message', () => reject(new Error('it was sent something')))
    socket.on('error', reject)
    socket.on('close', resolve)
  })
}

async function expectNothingThere({ page }: Person, address: string, secret: string) {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[data-block]')).toHaveCount(0)
  await expect(page.locator('body')).not.toContainText(secret)
}

test('an observer is refused a draft, by every door (N1)', async ({ hub, meet }) => {
  const chair = await meet('chair@csm.demo')
  const secret = 'A wording nobody outside has read.'
  const place = await declaration(chair, [secret])
  const observer = await meet('observer@csm.demo')
  await expectNothingThere(observer, addressOf(place), secret)
  await observer.page.goto(screens.documents)
  await expect(observer.page.getByRole('main')).not.toContainText(/Declaration \d/)
  expect(await closedWith(hub.url, place.document, observer.cookie)).toBe(closeCode.notFound)
})

test('a delegate of another process meets the same as for what does not exist (I10)', async ({
  hub,
  meet,
}) => {
  const chair = await meet('chair@csm.demo')
  const secret = 'A wording of South America.'
  const place = await declaration(chair, [secret])
  const stranger = await meet('chair@midsa.demo')
  const said = async (address: string) => {
    await expectNothingThere(stranger, address, secret)
    return stranger.page.locator('body').innerText()
  }
  const real = await said(addressOf(place))
  const none = await said(addressOf({ ...place, document: '0'.repeat(place.document.length) }))
  expect(real).toBe(none)
  expect(await closedWith(hub.url, place.document, stranger.cookie)).toBe(closeCode.notFound)
  expect(await closedWith(hub.url, place.document, '')).toBe(closeCode.signedOut)
})

test('who does not speak for the delegation reads, and is told why (N6)', async ({ meet }) => {
  const chair = await meet('chair@csm.demo')
  const place = await declaration(chair, ['A sentence to advise on.'])
  const secretariat = await meet('secretariat@csm.demo')
  const people = await secretariat.api.processes.people.query({ process: 'csm' })
  const silent = people.find(({ email }) => email === 'gy2@csm.demo')!
  await secretariat.api.processes.setSpeaks.mutate({
    process: 'csm',
    seat: silent.seat,
    speaks: false,
  })
  const guyana = await meet('gy2@csm.demo')
  const text = await guyana.opens(place)
  await expect(guyana.page.getByText(dict.text.readOnly.notSpeaking)).toBeVisible()
  const { id, shown } = await text.paragraphWith('advise')
  await guyana.page.locator(`[data-block="${id}"]`).click()
  await text.types(' not heard')
  await text.press('Backspace', 3)
  expect(await text.shown(id)).toBe(shown)
  expect(await (await chair.opens(place)).shown(id)).toBe(shown)
})
