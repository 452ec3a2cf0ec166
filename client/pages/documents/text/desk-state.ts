// What the page of a text knows, as signals. In: nothing. Out: the signals, each with its setter.
// Keeps: a signal that has not changed in what it says tells nobody.

import { createMemo, createSignal } from 'solid-js'
import type { Stage } from '../../../hub/document.ts'
import { nothingYet, type Facts } from '../../../hub/document-truth.ts'
import type { Offer } from '../../../hub/kept-words.ts'
import type { Fold } from './frame.ts'
import { foldsOf } from './frames.ts'
import type { Paragraph } from './paragraphs.ts'

export type Filter = 'all' | 'undecided' | 'touchesUs'
export type Mode = 'working' | 'clean'

export function createDeskState() {
  const [stage, setStage] = createSignal<Stage>('opening')
  const [facts, setFacts] = createSignal<Facts>(nothingYet, { equals: sameFields })
  const [seq, setSeq] = createSignal(0)
  const [list, setList] = createSignal<readonly Paragraph[]>([])
  const [here, setHere] = createSignal<string | null>(null)
  const [parties, setParties] = createSignal<readonly string[]>([], { equals: sameItems })
  const [offers, setOffers] = createSignal<readonly Offer[]>([])
  /** How many copies of the text this page has had: 0 before the first. */
  const [copies, setCopies] = createSignal(0)
  const [attempts, setAttempts] = createSignal(0)
  /** The text holds something this page does not know. */
  const [isUnknown, setUnknown] = createSignal(false)
  const hereParagraph = createMemo(() => list().find(({ id }) => id === here()) ?? null)
  return {
    stage,
    setStage,
    facts,
    setFacts,
    seq,
    setSeq,
    list,
    setList,
    here,
    setHere,
    parties,
    setParties,
    offers,
    setOffers,
    copies,
    setCopies,
    attempts,
    setAttempts,
    isUnknown,
    setUnknown,
    hereParagraph,
    ...createChoices(list),
  }
}

/** The reader's own choices: which view, names or not, what is shown of the paragraphs. */
function createChoices(list: () => readonly Paragraph[]) {
  const [mode, setMode] = createSignal<Mode>('working')
  const [names, setNames] = createSignal(true)
  const [filter, chooseFilter] = createSignal<Filter>('all')
  const [revealed, setRevealed] = createSignal<ReadonlySet<string>>(new Set())
  const [outline, setOutline] = createSignal(matchMedia('(min-width: 85rem)').matches)
  const folds = createMemo((): ReadonlyMap<string, Fold> => {
    const wanted = filter()
    if (wanted === 'all') return new Map()
    return foldsOf(list(), ({ id, touchesUs, state }) => {
      if (revealed().has(id)) return true
      return wanted === 'touchesUs' ? touchesUs : state === 'brackets'
    })
  })
  const setFilter = (next: Filter) => {
    setRevealed(new Set<string>())
    chooseFilter(next)
  }
  /** Shows a folded run again, from its first paragraph on. */
  const unfold = (id: string) => {
    const from = list().findIndex((one) => one.id === id)
    const count = folds().get(id)
    if (typeof count !== 'number') return
    const ids = list().slice(from, from + count)
    setRevealed(new Set([...revealed(), ...ids.map((one) => one.id)]))
  }
  return { mode, setMode, names, setNames, filter, setFilter, outline, setOutline, folds, unfold }
}

const sameFields = (a: Facts, b: Facts) => JSON.stringify(a) === JSON.stringify(b)
const sameItems = (a: readonly string[], b: readonly string[]) => a.join() === b.join()
