// Dead keys and input methods, as a browser really gets them: through the input-method channel of
// the browser itself (CDP), never by dispatched events. Keeps: what is composed arrives whole and
// once, with the author's code, while another delegation types into the same word.

import type { CDPSession } from '@playwright/test'
import { type Person, expect, test } from './people.ts'
import { declaration } from './scene.ts'
import { expectSame } from './text.ts'

/** A composition in steps, then the text it ends in: `['´', 'é']`. */
async function composes(keys: CDPSession, steps: readonly string[], pauseMs = 120) {
  for (const text of steps) {
    await keys.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  await keys.send('Input.insertText', { text: steps.at(-1)! })
}

const keysOf = ({ context, page }: Person) => context.newCDPSession(page)

test('ã is composed by a dead key while another types in the same word', async ({ meet }) => {
  const [br, cl, chair] = [
    await meet('br@csm.demo'),
    await meet('cl@csm.demo'),
    await meet('chair@csm.demo'),
  ]
  const place = await declaration(chair, ['A regularização migratória dos trabalhadores.'])
  const [ofBrazil, ofChile] = [await br.opens(place), await cl.opens(place)]
  const { id } = await ofBrazil.paragraphWith('regularização')
  await ofBrazil.caretAfter(id, 'regular')
  await ofChile.caretAfter(id, 'regulariza')

  const keys = await keysOf(br)
  const chile = ofChile.types('xyzxyzxyzxyz')
  for (let i = 0; i < 4; i++) await composes(keys, ['~', 'ã'])
  await chile
  await Promise.all([ofBrazil.saved(), ofChile.saved()])

  await expectSame([ofBrazil, ofChile])
  expect(await ofChile.shown(id)).toBe(
    'A regular{+BR ãããã}iza{+CL xyzxyzxyzxyz}ção migratória dos trabalhadores.',
  )
})

test('a long composition over words of others proposes to delete them, once', async ({ meet }) => {
  const [br, chair] = [await meet('br@csm.demo'), await meet('chair@csm.demo')]
  const place = await declaration(chair, ['We meet in Quito next year.'])
  const ofBrazil = await br.opens(place)
  const ofTheChair = await chair.opens(place)
  const { id } = await ofBrazil.paragraphWith('Quito')
  await ofBrazil.select(id, 'Quito')
  await composes(await keysOf(br), ['n', 'に', 'にほ', 'にほん', '日本'])
  await ofBrazil.saved()
  await expectSame([ofBrazil, ofTheChair])
  expect(await ofTheChair.shown(id)).toBe('We meet in {-BR Quito}{+BR 日本} next year.')
})

test('letters of other scripts and beyond the basic plane arrive exactly', async ({ meet }) => {
  const [br, chair] = [await meet('br@csm.demo'), await meet('chair@csm.demo')]
  const place = await declaration(chair, ['Names.'])
  const ofBrazil = await br.opens(place)
  const ofTheChair = await chair.opens(place)
  const { id } = await ofBrazil.paragraphWith('Names')
  await ofBrazil.caretAfter(id, 'Names')
  const keys = await keysOf(br)
  await keys.send('Input.insertText', { text: ': Ñandú, Алматы, ' })
  await composes(keys, ['й', 'йод'])
  await keys.send('Input.insertText', { text: ' 𝒜' })
  await ofBrazil.press('Backspace')
  await ofBrazil.saved()
  await expectSame([ofBrazil, ofTheChair])
  expect(await ofTheChair.shown(id)).toBe('Names{+BR : Ñandú, Алматы, йод }.')
})
