// Keys as letters, on every layout (UX §7). In: a keyboard event. Out: the Latin letter meant, or
// null. Keeps: with modifiers a key is never a letter; on a Cyrillic or Greek layout its place
// counts.

export function letterOf(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null
  const key = event.key.toLowerCase()
  if (/^[a-z]$/.test(key)) return key
  if (key.length !== 1 || !/\p{L}/u.test(key)) return null
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : null
}

const storageKey = 'plenaria.single-letters'

/** Single letters as keys can be switched off (WCAG 2.1.4). On until they are. */
export function lettersAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export function switchLetters(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // Storage is closed in this browser: the choice holds for this page only.
  }
}
