// Keys of the page around the editor (UX §7). In: keydown events, the desk. Out: moves between
// paragraphs, regions, the list of keys. Keeps: a letter is a key only at paragraph level, never
// while the caret is in text; nothing is taken from a field, a menu or a dialog.

import type { Desk } from './desk.ts'
import { letterOf, lettersAreOn } from './letters.ts'
import type { Paragraph } from './paragraphs.ts'

export interface PageKeys {
  readonly desk: Desk
  readonly onSave: () => void
  readonly onList: () => void
}

/** Takes the event if it is one of this page's; the caller prevents what the browser would do. */
export function takeKey(event: KeyboardEvent, keys: PageKeys): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (event.isComposing || target?.closest('dialog')) return false
  if ((event.ctrlKey || event.metaKey) && !event.altKey && isLetter(event, 's')) {
    keys.onSave()
    return true
  }
  if (event.key === 'F6') return moveRegion(event.shiftKey ? -1 : 1)
  if (target?.closest('.para-label')) return atParagraph(event, keys)
  const inText = target instanceof HTMLElement && target.isContentEditable
  if (inText) return event.key === 'Escape' && toParagraph(keys.desk)
  if (target?.closest('input, select, textarea, [popover]')) return false
  return event.key === '?' && (keys.onList(), true)
}

const isLetter = (event: KeyboardEvent, letter: string) =>
  event.key.toLowerCase() === letter || event.code === `Key${letter.toUpperCase()}`

/** Escape in the text: the paragraph the caret stands in. */
function toParagraph(desk: Desk): boolean {
  const id = desk.state.here() ?? desk.state.list()[0]?.id
  return id !== undefined && focusLabel(desk, id)
}

function atParagraph(event: KeyboardEvent, { desk, onList }: PageKeys): boolean {
  const { key } = event
  if (key === '?') return (onList(), true)
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (key === 'ArrowDown') return step(desk, 1, () => true)
  if (key === 'ArrowUp') return step(desk, -1, () => true)
  if (key === 'Enter') return edit(desk)
  const letter = lettersAreOn() ? letterOf(event) : null
  if (letter === 'n') return step(desk, 1, ({ state }) => state === 'brackets', true)
  if (letter === 'u') return step(desk, 1, ({ touchesUs }) => touchesUs, true)
  return false
}

/**
 * The next paragraph that fits, on screen and not folded away; `around`: begins anew at the end.
 */
function step(
  desk: Desk,
  by: 1 | -1,
  fits: (paragraph: Paragraph) => boolean,
  around = false,
): boolean {
  const list = desk.state.list()
  const from = list.findIndex(({ id }) => id === desk.state.here())
  for (let i = 1; i <= list.length; i++) {
    const at = from + i * by
    if (!around && (at < 0 || at >= list.length)) return true
    const paragraph = list.at(at % list.length)!
    if (fits(paragraph) && desk.state.folds().get(paragraph.id) === undefined) {
      return focusLabel(desk, paragraph.id)
    }
  }
  return true
}

export function focusLabel(desk: Desk, id: string): boolean {
  const label = desk.frames.labelOf(id)
  if (!label) return false
  label.focus({ preventScroll: true })
  bringIntoView(desk.frames.elementOf(id))
  desk.choose(id)
  return true
}

function edit(desk: Desk): boolean {
  const id = desk.state.here()
  if (id !== null) desk.editing?.caretInto(id)
  return true
}

/** Paragraphs off screen have a guessed height until they are drawn: looked for twice. */
export function bringIntoView(element: Element | null): void {
  if (!element) return
  const box = element.getBoundingClientRect()
  const isSeen = box.top > 96 && box.bottom < innerHeight - 32
  if (isSeen) return
  element.scrollIntoView({ block: 'center' })
  requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }))
}

/** F6: from region to region, in the order of the page. */
function moveRegion(by: 1 | -1): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions.at((at + by + regions.length) % regions.length)
  const inside = next?.querySelector<HTMLElement>('[contenteditable="true"]')
  ;(inside ?? next)?.focus()
  return true
}
