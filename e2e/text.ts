// The negotiating text as a person sees and touches it. In: a page and a document. Out: paragraphs as
// they read on the screen, a caret put by the mouse, words typed on the keyboard. Keeps: what is read
// is what is rendered, letter by letter with its code; nothing reaches into the editor.

import { type Locator, type Page, expect } from '@playwright/test'
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
  /** Selects these words with the mouse. */
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
      const parent = node.parentElement
      // Codes, labels, carets of others and words for screen readers are not words of the text.
      if (
        !parent ||
        parent.closest('[contenteditable="false"], [aria-hidden="true"], [data-not-text]')
      )
        continue
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

/** Runs in the page: where `words` stand inside a block, in page pixels; null if they do not. */
function place([id, words]: [string, string]) {
  const block = document.querySelector(`[data-block="${id}"]`)
  if (!block) return null
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const letters: { node: Node; offset: number; letter: string }[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const outside = '[contenteditable="false"], [aria-hidden="true"], [data-not-text]'
    if (node.parentElement?.closest(outside)) continue
    const value = node.nodeValue ?? ''
    for (let i = 0; i < value.length; i++) letters.push({ node, offset: i, letter: value[i]! })
  }
  const at = letters
    .map(({ letter }) => letter)
    .join('')
    .indexOf(words)
  if (at < 0) return null
  const box = ({ node, offset }: { node: Node; offset: number }) => {
    const range = document.createRange()
    range.setStart(node, offset)
    range.setEnd(node, offset + 1)
    // The last box: a letter at a line's end may have an empty one before it.
    return [...range.getClientRects()].at(-1)!
  }
  block.scrollIntoView({ block: 'center' })
  const first = box(letters[at]!)
  const last = box(letters[at + words.length - 1]!)
  return {
    from: { x: first.left, y: first.top + first.height / 2 },
    to: { x: last.right, y: last.top + last.height / 2 },
  }
}

export function textOn(page: Page, document: DocumentPlace): Text {
  const editor = page.locator('[data-editor], .ProseMirror').first()
  const strip = page.locator('[role=status][data-state]')
  const paragraphs = () => page.evaluate(readBlocks)
  const find = async (id: string, words: string) => {
    const found = await page.evaluate(place, [id, words] as [string, string])
    if (!found) throw new Error(`“${words}” cannot be read in paragraph ${id}`)
    return found
  }
  return {
    page,
    editor,
    strip,
    drawer: page.locator('[data-drawer]'),
    async open() {
      await page.goto(addressOf(document))
      await expect(page.locator('[data-block]').first()).toBeVisible()
    },
    paragraphs,
    async paragraphWith(words) {
      const bare = (shown: string) => shown.replaceAll(/\{[+-]\w+ |\}/g, '')
      const found = (await paragraphs()).find(({ shown }) => bare(shown).includes(words))
      if (!found) throw new Error(`no paragraph says “${words}”`)
      return found
    },
    shown: async (id) => (await paragraphs()).find((each) => each.id === id)?.shown ?? '',
    async caretAfter(id, words) {
      const { to } = await find(id, words)
      await page.mouse.click(to.x - 0.5, to.y)
    },
    async select(id, words) {
      const { from, to } = await find(id, words)
      await page.mouse.move(from.x + 0.5, from.y)
      await page.mouse.down()
      await page.mouse.move(to.x - 0.5, to.y, { steps: 4 })
      await page.mouse.up()
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
