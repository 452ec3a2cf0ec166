// Sentences for who listens. In: a sentence. Out: the same, in one polite live region. Keeps: said
// twice, heard twice; nothing else on the page is a live region of its own.

let region: HTMLElement | null = null
let turn = 0

/** Says it politely to screen readers; shows nothing. */
export function announce(sentence: string): void {
  if (!region) {
    region = document.createElement('div')
    region.className = 'vh'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = ''
  const mine = ++turn
  // An empty moment in between: the same sentence again would otherwise not be heard.
  setTimeout(() => {
    if (region && mine === turn) region.textContent = sentence
  }, 50)
}
