// A page loses its connection, is written in, is reloaded, and comes back. Keeps: unsent words
// survive on the device and reach the hub once; the truth strip says at every moment what is so.

import { expect, test } from './people.ts'
import { declaration } from './scene.ts'
import { expectSame } from './text.ts'

test('offline, reload, online: the words arrive, once', async ({ meet, cable }) => {
  const [br, chair] = [await meet('br@csm.demo', cable), await meet('chair@csm.demo')]
  const place = await declaration(chair, ['We agree on the date.'])
  const ofTheChair = await chair.opens(place)
  const text = await br.opens(place)
  const { id } = await text.paragraphWith('agree')
  await text.caretAfter(id, 'agree')
  await text.types(' in principle')
  await text.saved()

  cable.cut('texts')
  await text.types(' and subject to funds')
  await expect(text.strip).toHaveAttribute('data-state', 'offline')
  await expect(text.strip).toContainText(/\d+ changes? kept on this device/)
  expect(await ofTheChair.shown(id)).toBe('We agree{+BR  in principle} on the date.')

  // The device is written to four times a second (document-keeper.ts).
  await br.page.waitForTimeout(300)
  // The page comes again from the hub while its text still cannot.
  await br.page.reload()
  cable.mend()
  await expect(text.strip).toHaveAttribute('data-state', 'saved', { timeout: 30_000 })
  await expectSame([text, ofTheChair])
  expect(await ofTheChair.shown(id)).toBe(
    'We agree{+BR  in principle and subject to funds} on the date.',
  )
})

for (const [how, cut] of [
  ['the cable is pulled', true],
  ['the device says it is offline', false],
] as const) {
  test(`${how}, and back without a reload`, async ({ meet, cable }) => {
    const [br, cl] = [await meet('br@csm.demo', cable), await meet('cl@csm.demo')]
    const chair = await meet('chair@csm.demo')
    const place = await declaration(chair, ['One paragraph here.'])
    const [ofBrazil, ofChile] = [await br.opens(place), await cl.opens(place)]
    const { id } = await ofBrazil.paragraphWith('paragraph')
    if (cut) cable.cut('everything')
    else await br.context.setOffline(true)
    await ofBrazil.caretAfter(id, 'One')
    await ofBrazil.types(' far')
    await ofChile.caretAfter(id, 'paragraph')
    await ofChile.types(' near')
    await ofChile.saved()
    await expect(ofBrazil.strip).toHaveAttribute('data-state', 'offline')
    cable.mend()
    await br.context.setOffline(false)
    await expect(ofBrazil.strip).toHaveAttribute('data-state', 'saved', { timeout: 30_000 })
    await expectSame([ofBrazil, ofChile])
    expect(await ofChile.shown(id)).toBe('One{+BR  far} paragraph{+CL  near} here.')
  })
}
