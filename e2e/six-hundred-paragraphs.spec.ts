// A text of 600 paragraphs stays fluent: it opens, a key shows at once, scrolling does not stick,
// and what is typed arrives at the other end.

import { expect, test } from './people.ts'
import { declaration } from './scene.ts'

const words = Array.from(
  { length: 600 },
  (_, i) => `Paragraph ${i + 1} recalls what was agreed and invites to do what is left to be done.`,
)

test('six hundred paragraphs open, are typed in and scrolled without sticking', async ({
  meet,
}) => {
  test.setTimeout(120_000)
  const [br, cl, chair] = [
    await meet('br@csm.demo'),
    await meet('cl@csm.demo'),
    await meet('chair@csm.demo'),
  ]
  const place = await declaration(chair, words)
  const began = Date.now()
  const text = await br.opens(place)
  await text.saved()
  expect(Date.now() - began).toBeLessThan(8_000)
  const other = await cl.opens(place)
  const { id } = await text.paragraphWith('Paragraph 300 ')
  await text.caretAfter(id, 'agreed')

  // From a key to the next painted frame, forty times.
  await br.page.evaluate(() => {
    const frames: number[] = []
    Object.assign(globalThis, { frames })
    addEventListener(
      'keydown',
      () => {
        const at = performance.now()
        requestAnimationFrame(() => setTimeout(() => frames.push(performance.now() - at)))
      },
      { capture: true },
    )
  })
  await text.types(' abcdefghijklmnopqrstuvwxyzabcdefghijklm')
  const frames = await br.page.evaluate(
    () => (globalThis as unknown as { frames: number[] }).frames,
  )
  expect(frames.length).toBeGreaterThanOrEqual(40)
  expect(frames.toSorted((a, b) => a - b)[Math.floor(frames.length / 2)]!).toBeLessThan(100)

  const longest = await br.page.evaluate(async () => {
    let longestMs = 0
    let last = performance.now()
    for (let i = 0; i < 60; i++) {
      scrollBy(0, 800)
      document.querySelector('[contenteditable]')?.parentElement?.scrollBy(0, 800)
      await new Promise(requestAnimationFrame)
      longestMs = Math.max(longestMs, performance.now() - last)
      last = performance.now()
    }
    return longestMs
  })
  expect(longest).toBeLessThan(500)

  await text.saved()
  await expect
    .poll(() => other.shown(id))
    .toContain('{+BR  abcdefghijklmnopqrstuvwxyzabcdefghijklm}')
})
