// The language on screen. In: the reader's choice, the account's, the browser's. Out: `words()`,
// the dictionary in use. Keeps: the language attribute of the page is that of its words; the words
// change only when the new dictionary has arrived, so no page is ever without.

import { createSignal } from 'solid-js'
import { assert } from '#shared/assert.ts'
import type { Dict } from '#shared/i18n/en.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { isLanguage } from '#shared/i18n/languages.ts'
import { loadDictionary } from '#shared/i18n/load.ts'

const storageKey = 'plenaria.language'

const [current, setCurrent] = createSignal<{ language: Language; dict: Dict }>()
let chosen = false
let newest = 0

function inUse(): { language: Language; dict: Dict } {
  const state = current()
  assert(state, 'words asked for before startWords')
  return state
}

/** The dictionary on screen. */
export const words = (): Dict => inUse().dict
/** The language on screen. */
export const language = (): Language => inUse().language
/** Did the reader choose the language in this visit? Then it outranks the account's. */
export const chosenHere = (): boolean => chosen

/** Shows the pages in another language, once its words are here. */
export async function showIn(next: Language): Promise<void> {
  const turn = ++newest
  const dict = await loadDictionary(next)
  if (turn !== newest) return
  setCurrent({ language: next, dict })
  document.documentElement.lang = next
}

/** The reader chose: kept for the next visit from this device. */
export async function chooseLanguage(next: Language): Promise<void> {
  chosen = true
  try {
    localStorage.setItem(storageKey, next)
  } catch {
    // Storage is closed in this browser: the choice holds for this visit.
  }
  await showIn(next)
}

/** The best of ours for a list like `navigator.languages`. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0]
    if (isLanguage(base)) return base
  }
  return 'en'
}

/** Called once, before anything is drawn. */
export async function startWords(): Promise<void> {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(storageKey)
  } catch {
    // See chooseLanguage.
  }
  await showIn(isLanguage(stored) ? stored : bestLanguage(navigator.languages))
}
