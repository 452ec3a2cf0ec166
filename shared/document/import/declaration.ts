// A declaration: chapeau, preamble, operative part, closing line. In: one part's paragraphs. Out:
// blocks. Keeps: all three shapes of DOMAIN §1.2 (recitals numbered under a heading word,
// unnumbered with a gerund each, dash bullets); nothing is refused for breaking the customs (R3).

import { headsRecitals, opensPreambleBullet, opensRecital } from './lead-words.ts'
import { headingLevel } from './parts.ts'
import type { Paragraph } from './paragraphs.ts'
import { Sublevels } from './sublevels.ts'
import type { ImportedBlock, Level } from './imported.ts'

const leadLineCharactersMax = 80
const closing = new RegExp(
  `^(?:${[
    'hech[oa]s?|feit[oa]s?|dad[oa]s?|suscrit[oa]|firmad[oa]|assinad[oa]|adoptad[oa]',
    'done|signed|adopted|fait[es]*|совершено|принят[оа]',
  ].join('|')})(?!\\p{L})`,
  'iu',
)

/** Does this part read as a declaration rather than as a report? */
export function isDeclaration(paragraphs: readonly Paragraph[]): boolean {
  if (paragraphs.some(({ marker }) => marker?.kind === 'label')) return true
  const unnumbered = paragraphs.filter(({ marker }) => marker?.kind !== 'letter')
  const recitals = unnumbered.filter(({ words }) => opensRecital(words) && /[,;.]$/u.test(words))
  if (recitals.length > 1 || paragraphs.some(({ text }) => headsRecitals(text))) return true
  const begin = paragraphs.findIndex(({ marker }) => marker !== null)
  const opening = paragraphs.slice(0, Math.max(begin, 0))
  const isLed = /[,:]$/u.test(opening.at(-1)?.text ?? '')
  return isLed && opening.every((each) => headingLevel(each, undefined) === null)
}

type Stage = 'opening' | 'preamble' | 'operative'

export function declarationBlocks(paragraphs: readonly Paragraph[]): ImportedBlock[] {
  const reader = new Reader(paragraphs)
  for (const i of paragraphs.keys()) reader.read(i)
  return reader.out
}

class Reader {
  readonly out: ImportedBlock[] = []
  readonly #paragraphs: readonly Paragraph[]
  readonly #sublevels = new Sublevels()
  #stage: Stage = 'opening'
  /** Under CONSIDERANDO: the last number of a recital there; null outside. */
  #numberedRecitals: number | null = null
  /** Agreements are bullets: they stand on level 1. */
  #bulletsAgree = false
  /** Index of the last paragraph with a number of its own; -1 when none has. */
  readonly #lastNumbered: number

  constructor(paragraphs: readonly Paragraph[]) {
    this.#paragraphs = paragraphs
    this.#lastNumbered = paragraphs.findLastIndex(({ marker }) => isNumber(marker))
  }

  read(i: number): void {
    const paragraph = this.#paragraphs[i]!
    const { marker, text, words } = paragraph
    const heading = headingLevel(paragraph, this.#paragraphs[i + 1])
    if (heading !== null && !(marker === null && this.#isClosing(text))) {
      this.#heading(heading, text)
    } else if (marker === null || marker.kind === 'roman') this.#plain(i, text)
    else if (marker.kind === 'label') this.#put(marker.of, 1, words)
    else if (marker.kind === 'number') this.#numbered(marker.value, words)
    else if (marker.kind === 'bullet') this.#bullet(paragraph)
    else if (marker.kind === 'decimal') this.#sub(Math.min(marker.depth, 3), words)
    else this.#sub(this.#sublevels.depthOf(marker) + 1, words)
  }

  #put(kind: ImportedBlock['kind'], level: number, words: string): void {
    if (level <= 1) this.#sublevels.close()
    if (kind === 'recital') this.#stage = 'preamble'
    if (kind === 'operative') this.#stage = 'operative'
    this.out.push({ kind, level: level as Level, words })
  }

  #sub(level: number, words: string): void {
    this.out.push({ kind: this.#listKind(), level: level as Level, words })
  }

  #listKind(): ImportedBlock['kind'] {
    return this.#stage === 'preamble' ? 'recital' : 'operative'
  }

  #heading(level: 1 | 2 | 3, text: string): void {
    this.#sublevels.close()
    this.out.push({ kind: 'heading', level, words: text })
    if (headsRecitals(text)) {
      this.#stage = 'preamble'
      this.#numberedRecitals = 0
    } else if (text.endsWith(':')) this.#lead()
  }

  /** A line that leads on: behind a preamble it leads to the agreements. */
  #lead(): void {
    this.#numberedRecitals = null
    if (this.#stage === 'preamble') this.#stage = 'operative'
  }

  #numbered(value: number, words: string): void {
    const goesOn = this.#numberedRecitals !== null && value === this.#numberedRecitals + 1
    if (this.#stage !== 'operative' && (goesOn || opensRecital(words))) {
      if (goesOn) this.#numberedRecitals = value
      this.#put('recital', 1, words)
    } else this.#put('operative', 1, words)
  }

  #bullet({ marker, words }: Paragraph): void {
    const last = this.out.at(-1)
    const isUnderNumber = last !== undefined && last.level >= 1 && !this.#bulletsAgree
    if (this.#stage !== 'operative' && opensPreambleBullet(words)) {
      this.#put('recital', 1, words)
    } else if (this.#stage === 'operative' && isUnderNumber && last.kind === 'operative') {
      this.#sub(this.#sublevels.depthOf(marker!) + 1, words)
    } else {
      this.#bulletsAgree = true
      this.#put('operative', 1, words)
    }
  }

  #plain(i: number, text: string): void {
    if (this.#isClosing(text)) return this.#put('operative', 0, text)
    const isLead = text.endsWith(':') && text.length <= leadLineCharactersMax
    if (this.#stage === 'operative') {
      if (isLead && i > this.#lastNumbered) return this.#put('operative', 0, text)
      return this.#put('operative', this.#isNumberedAnywhere() ? 0 : 1, text)
    }
    if (opensRecital(text)) return this.#put('recital', 1, text)
    if (isLead) {
      this.#sublevels.close()
      this.out.push({ kind: 'chapeau', level: 0, words: text })
      return this.#lead()
    }
    if (this.#stage === 'opening') this.out.push({ kind: 'chapeau', level: 1, words: text })
    else this.#put(/[,;]$/u.test(text) ? 'recital' : 'operative', /[,;]$/u.test(text) ? 1 : 0, text)
  }

  #isClosing(text: string): boolean {
    return this.#stage === 'operative' && closing.test(text)
  }

  #isNumberedAnywhere(): boolean {
    return this.#bulletsAgree || this.#lastNumbered >= 0
  }
}

const isNumber = (marker: Paragraph['marker']): boolean =>
  marker?.kind === 'number' || marker?.kind === 'label'
