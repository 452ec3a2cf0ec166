// The negotiating text as a person sees and touches it. In: a page and a document. Out: paragraphs
// as they read on the screen, a caret put by the mouse, words typed on the keyboard. Keeps: what is
// read is what is rendered, letter by letter with its code; nothing reaches into the editor.

import { type Locator, type Page, expect } from '@playwright/test'
import { dict } from '#shared/i18n/en.ts'
import type { DocumentPlace } from './people.ts'
import { addressOf } from './scene.ts'

/** A paragraph: `shown` marks insertions as {+BR words} and strikes as {-CL words}. */
export interface Paragraph {
  readonly id: string
  readonly label: string
  readonly shown: string
}

export interface Text {
  readonly page: Page
  readonly editor: Locator
  readonly strip: Locator
  readonly drawer: Locator
  open(): Promise<void>
  paragraphs(): Promise<Paragraph[]>
  /** The first paragraph in which these words can be read. */
  paragraphWith(words: string): Promise<Paragraph>
  shown(id: string): Promise<string>
  /** Clicks right behind these words. */
  caretAfter(id: string, words: string): Promise<void>
  /** Puts the caret behind these words and selects them backwards, by keys. */
  select(id: string, words: string): Promise<void>
  types(words: string): Promise<void>
  press(key: string, times?: number): Promise<void>
  /** Waits until everything typed here is acknowledged. */
  saved(): Promise<void>
}

/** Runs in the page: every block as it is rendered. */
function readBlocks(): Paragraph[] {
  const shownOf = (block: Element): string => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let shown = ''
    let mark = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!
      // Codes, labels, carets of others and words for screen readers are not words of the text.
      const aside = parent.closest('[contenteditable="false"], [aria-hidden], [data-not-text]')
      if (aside && block.contains(aside)) continue
      const inserted = parent.closest('ins[data-party]')?.getAttribute('data-party')
      const struck = parent.closest('del[data-party]')?.getAttribute('data-party')
      const now = `${inserted ? `{+${inserted} ` : ''}${struck ? `{-${struck} ` : ''}`
      if (now !== mark) {
        shown += '}'.repeat(mark.split('{').length - 1) + now
        mark = now
      }
      shown += node.nodeValue ?? ''
    }
    return shown + '}'.repeat(mark.split('{').length - 1)
  }
  return [...document.querySelectorAll('[data-block]')].map((block) => ({
    id: block.getAttribute('data-block') ?? '',
    label: block.getAttribute('data-label') ?? '',
    shown: shownOf(block),
  }))
}

/** Runs in the page: the point right behind `words` in a block; null if they do not stand there. */
function pointBehind([id, words]: [string, string]) {
  const block = document.querySelector(`[data-block="${id}"]`)
  if (!block) return null
  const outside = '[contenteditable="false"], [aria-hidden], [data-not-text]'
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const letters: { node: Node; offset: number; letter: string }[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const aside = node.parentElement?.closest(outside)
    if (aside && block.contains(aside)) continue
    const value = node.nodeValue ?? ''
    for (let i = 0; i < value.length; i++) letters.push({ node, offset: i, letter: value[i]! })
  }
  const all = letters.map(({ letter }) => letter).join('')
  const last = letters[all.indexOf(words) + words.length - 1]
  if (!all.includes(words) || !last) return null
  block.scrollIntoView({ block: 'center', behavior: 'instant' })
  const range = document.createRange()
  range.setStart(last.node, last.offset)
  range.setEnd(last.node, last.offset + 1)
  // The last box: a letter at a line's end may have an empty one before it.
  const box = [...range.getClientRects()].at(-1)!
  return { x: box.right - 0.5, y: box.top + box.height / 2 }
}

/**
 * Runs in the page: what stands in the block before the caret; null when the caret is elsewhere.
 */
function beforeCaret(id: string): string | null {
  const block = document.querySelector(`[data-block="${id}"]`)
  const selection = getSelection()
  if (!block || !selection?.focusNode || !block.contains(selection.focusNode)) return null
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(selection.focusNode, selection.focusOffset)
  const copy = range.cloneContents()
  const outside = '[contenteditable="false"], [aria-hidden], [data-not-text]'
  for (const element of copy.querySelectorAll(outside)) element.remove()
  return copy.textContent
}

/** Nobody selects and strikes within a twentieth of a second. */
const humanPauseMs = 100

/** Runs in the page: the words selected, without codes. */
function selectedWords(): string {
  const selection = getSelection()
  if (!selection?.rangeCount) return ''
  const copy = selection.getRangeAt(0).cloneContents()
  const outside = '[contenteditable="false"], [aria-hidden], [data-not-text]'
  for (const element of copy.querySelectorAll(outside)) element.remove()
  return copy.textContent ?? ''
}

export function textOn(page: Page, place: DocumentPlace): Text {
  const editor = page.getByRole('textbox', { name: dict.text.page.editorLabel('') })
  const strip = page.locator('[role=status][data-state]')
  const paragraphs = () => page.evaluate(readBlocks)
  /** Clicks until the caret stands there: a page may still move while others type in it. */
  const caretAfter = (id: string, words: string) =>
    expect(async () => {
      const point = await page.evaluate(pointBehind, [id, words] as [string, string])
      if (!point) throw new Error(`“${words}” cannot be read in paragraph ${id}`)
      await page.mouse.click(point.x, point.y)
      expect(await page.evaluate(beforeCaret, id)).toMatch(new RegExp(`${RegExp.escape(words)}$`))
    }).toPass({ timeout: 10_000 })
  return {
    page,
    editor,
    strip,
    drawer: page.locator('[data-drawer]'),
    async open() {
      await page.goto(addressOf(place))
      await expect(page.locator('[data-block]').first()).toBeVisible()
      await page.evaluate(() => document.fonts.ready)
    },
    paragraphs,
    async paragraphWith(words) {
      const bare = (shown: string) => shown.replaceAll(/\{[+-]\w+ |\}/g, '')
      const find = async () =>
        (await paragraphs()).find(({ shown }) => bare(shown).includes(words)) ?? null
      await expect.poll(find, { message: `a paragraph says “${words}”` }).not.toBeNull()
      return (await find())!
    },
    shown: async (id) => (await paragraphs()).find((each) => each.id === id)?.shown ?? '',
    caretAfter,
    async select(id, words) {
      await caretAfter(id, words)
      for (const _ of words) await page.keyboard.press('Shift+ArrowLeft')
      // A code behind the words may have cost a step.
      if ((await page.evaluate(selectedWords)) !== words)
        await page.keyboard.press('Shift+ArrowLeft')
      expect(await page.evaluate(selectedWords)).toBe(words)
      await page.waitForTimeout(humanPauseMs)
    },
    types: (words) => page.keyboard.type(words, { delay: 15 }),
    async press(key, times = 1) {
      for (let i = 0; i < times; i++) await page.keyboard.press(key)
    },
    saved: () => expect(strip).toHaveAttribute('data-state', /^(saved|up-to-date)$/),
  }
}

/** Until all of them read the same paragraphs, letter by letter with the same codes. */
export async function expectSame(texts: readonly Text[]): Promise<Paragraph[]> {
  const [first, ...others] = texts
  await expect(async () => {
    const mine = await first!.paragraphs()
    for (const other of others) expect(await other.paragraphs()).toEqual(mine)
  }).toPass({ timeout: 15_000 })
  return first!.paragraphs()
}
