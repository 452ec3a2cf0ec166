// The hub is killed while people type, and comes back. Keeps: I1, what others had read is there;
// and what had not been acknowledged is sent again by the page that kept it; nothing is doubled.

import { type Hub, startHub } from './hub.ts'
import { expect, person, test } from './people.ts'
import { declaration } from './scene.ts'
import { expectSame } from './text.ts'

test.describe('a hub of one’s own', () => {
  let hub: Hub
  test.beforeAll(async () => {
    hub = await startHub()
  })
  test.afterAll(() => hub.end())

  test('the server dies mid-sentence and comes back: nothing seen or typed is lost (I1)', async ({
    browser,
  }) => {
    const [br, cl, chair] = await Promise.all([
      person(browser, hub, 'br@csm.demo'),
      person(browser, hub, 'cl@csm.demo'),
      person(browser, hub, 'chair@csm.demo'),
    ])
    const place = await declaration(chair, ['First sentence.', 'Second sentence.'])
    const [ofBrazil, ofChile] = [await br.opens(place), await cl.opens(place)]
    const first = await ofBrazil.paragraphWith('First')
    const second = await ofBrazil.paragraphWith('Second')
    await ofBrazil.caretAfter(first.id, 'First')
    await ofChile.caretAfter(second.id, 'Second')

    const typed = 'abcdefghijklmnopqrstuvwxyz'.repeat(4)
    const typing = Promise.all([ofBrazil.types(typed), ofChile.types(typed)])
    await new Promise((resolve) => setTimeout(resolve, 700))
    await hub.dies()
    await typing
    for (const { strip } of [ofBrazil, ofChile]) {
      await expect(strip).toHaveAttribute('data-state', 'offline')
    }
    await hub.comesBack()
    for (const text of [ofBrazil, ofChile]) {
      await expect(text.strip).toHaveAttribute('data-state', 'saved', { timeout: 30_000 })
    }
    await expectSame([ofBrazil, ofChile])
    expect(await ofChile.shown(first.id)).toBe(`First{+BR ${typed}} sentence.`)
    expect(await ofBrazil.shown(second.id)).toBe(`Second{+CL ${typed}} sentence.`)

    // And it is the hub that has it, not only these two pages.
    const ofTheChair = await chair.opens(place)
    await expectSame([ofBrazil, ofTheChair])
    for (const { context } of [br, cl, chair]) await context.close()
  })

  test('asked to stop, it drains: pages are told, nothing is lost, exit code 0', async ({
    browser,
  }) => {
    const br = await person(browser, hub, 'br@csm.demo')
    const chair = await person(browser, hub, 'chair@csm.demo')
    const place = await declaration(chair, ['A sentence.'])
    const text = await br.opens(place)
    const { id } = await text.paragraphWith('sentence')
    await text.caretAfter(id, 'A')
    const typing = text.types(' and more and more and more and more')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await hub.drains()).toBe(0)
    await typing
    await expect(text.strip).toHaveAttribute('data-state', 'offline')
    await hub.comesBack()
    await expect(text.strip).toHaveAttribute('data-state', 'saved', { timeout: 30_000 })
    const ofTheChair = await chair.opens(place)
    await expectSame([text, ofTheChair])
    expect(await ofTheChair.shown(id)).toBe('A{+BR  and more and more and more and more} sentence.')
    for (const { context } of [br, chair]) await context.close()
  })
})
