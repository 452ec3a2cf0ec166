// Brazil, Chile and the chair write into one paragraph at the same moment, each in an own browser.
// Keeps: all read the same, and every letter carries the code of who typed it.

import { expect, test } from './people.ts'
import { declaration } from './scene.ts'
import { expectSame } from './text.ts'

test('two delegations and the chair type at once and all read the same', async ({ meet }) => {
  const [br, cl, chair] = [
    await meet('br@csm.demo'),
    await meet('cl@csm.demo'),
    await meet('chair@csm.demo'),
  ]
  const place = await declaration(chair, ['Urge to the States to facilitate recognition.'])
  const texts = [await br.opens(place), await cl.opens(place), await chair.opens(place)]
  const [ofBrazil, ofChile, ofTheChair] = texts as [
    (typeof texts)[0],
    (typeof texts)[0],
    (typeof texts)[0],
  ]
  const { id } = await ofBrazil.paragraphWith('facilitate')

  await ofBrazil.caretAfter(id, 'Urge')
  await ofChile.caretAfter(id, 'States')
  await ofTheChair.caretAfter(id, 'facilitate')
  await Promise.all([
    ofBrazil.types(' strongly and without any delay'),
    ofChile.types(' of the region and their partners'),
    ofTheChair.types(', by all suitable means, the'),
  ])
  await Promise.all(texts.map((text) => text.saved()))

  await expectSame(texts)
  expect(await ofBrazil.shown(id)).toBe(
    'Urge{+BR  strongly and without any delay} to the States' +
      '{+CL  of the region and their partners} to facilitate' +
      '{+CHAIR , by all suitable means, the} recognition.',
  )
})

test('at the same spot, letters of two delegations never mix up their authors', async ({
  meet,
}) => {
  const [br, cl, chair] = [
    await meet('br@csm.demo'),
    await meet('cl@csm.demo'),
    await meet('chair@csm.demo'),
  ]
  const place = await declaration(chair, ['Reaffirm our commitment.'])
  const texts = [await br.opens(place), await cl.opens(place)] as const
  const { id } = await texts[0].paragraphWith('Reaffirm')
  for (const text of texts) await text.caretAfter(id, 'our')
  await Promise.all([texts[0].types(' bbbbbbbbbbbb'), texts[1].types(' cccccccccccc')])
  await Promise.all(texts.map((text) => text.saved()))
  await expectSame(texts)
  const shown = await texts[0].shown(id)
  const by = (code: string) =>
    [...shown.matchAll(new RegExp(`\\{\\+${code} ([^}]*)\\}`, 'g'))]
      .map(([, words]) => words)
      .join('')
  expect(by('BR')).toBe(' bbbbbbbbbbbb')
  expect(by('CL')).toBe(' cccccccccccc')
})

test('deleting another’s words proposes to delete them, and own words just go (N2)', async ({
  meet,
}) => {
  const [br, cl, chair] = [
    await meet('br@csm.demo'),
    await meet('cl@csm.demo'),
    await meet('chair@csm.demo'),
  ]
  const place = await declaration(chair, ['Decide to meet in six months.'])
  const [ofBrazil, ofChile] = [await br.opens(place), await cl.opens(place)]
  const { id } = await ofBrazil.paragraphWith('Decide')
  await ofBrazil.caretAfter(id, 'six')
  await ofBrazil.types(' or twelve')
  await ofBrazil.press('Backspace', 3)
  await ofBrazil.saved()
  await expect.poll(() => ofChile.shown(id)).toBe('Decide to meet in six{+BR  or twe} months.')

  await ofChile.select(id, 'or twe')
  await ofChile.press('Delete')
  await ofChile.saved()
  await expect
    .poll(() => ofBrazil.shown(id))
    .toBe('Decide to meet in six{+BR  }{+BR {-CL or twe}} months.')
  await ofChile.press('ControlOrMeta+z')
  await ofChile.saved()
  await expect.poll(() => ofBrazil.shown(id)).toBe('Decide to meet in six{+BR  or twe} months.')
})
