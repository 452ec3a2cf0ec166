// Which level a letter, a small roman or a bullet stands on. In: markers in reading order. Out:
// levels 2 and 3. Keeps: `i)` after `h)` is the ninth letter, `i)` under `b)` begins a list of its
// own (DOMAIN R4); Cyrillic letters count as Latin ones do.

import { levelMax } from '../blocks.ts'
import type { Marker } from './markers.ts'

const latin = 'abcdefghijklmnopqrstuvwxyz'
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя'

interface List {
  readonly style: 'letter' | 'roman' | 'dot' | 'dash'
  last: number
}

/** The lists open at the moment, outermost first. */
export class Sublevels {
  readonly #lists: List[] = []

  /** A numbered paragraph, a heading or plain words close every list. */
  close(): void {
    this.#lists.length = 0
  }

  /** 1 for the first list, 2 for a list inside it; deeper ones count as `levelMax - 1`. */
  depthOf(marker: Marker): number {
    const readings = readingsOf(marker)
    for (let depth = this.#lists.length; depth > 0; depth--) {
      const list = this.#lists[depth - 1]!
      const next = readings.find(
        ({ style, index }) => style === list.style && index === list.last + 1,
      )
      const same = readings.find(({ style }) => style === list.style && isBullet(style))
      if (next || same) return this.#goOn(depth, (next ?? same)!.index)
    }
    const first = readings.find(({ index }) => index === 1)
    const reading = first ?? readings[0]!
    const known = this.#lists.findIndex(({ style }) => style === reading.style)
    if (!first && known >= 0) return this.#goOn(known + 1, reading.index)
    this.#lists.push({ style: reading.style, last: reading.index })
    return this.#depth(this.#lists.length)
  }

  #goOn(depth: number, index: number): number {
    this.#lists.length = depth
    this.#lists[depth - 1]!.last = index
    return this.#depth(depth)
  }

  #depth(depth: number): number {
    return Math.min(depth, levelMax - 1)
  }
}

const isBullet = (style: List['style']): boolean => style === 'dot' || style === 'dash'

/** What a marker may mean; a roman one that begins a list is a roman before it is a letter. */
function readingsOf(marker: Marker): { style: List['style']; index: number }[] {
  if (marker.kind === 'bullet') return [{ style: marker.dash ? 'dash' : 'dot', index: 1 }]
  if (marker.kind !== 'letter') return [{ style: 'letter', index: 0 }]
  const out: { style: List['style']; index: number }[] = []
  const { value, roman } = marker
  if (roman !== null) out.push({ style: 'roman', index: roman })
  const letter = Math.max(latin.indexOf(value[0]!), cyrillic.indexOf(value[0]!)) + 1
  const isDoubled = value.length === 2 && value[0] === value[1]
  if (value.length === 1) out.push({ style: 'letter', index: letter })
  else if (isDoubled && roman === null) out.push({ style: 'letter', index: letter + latin.length })
  return out
}
