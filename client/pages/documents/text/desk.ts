// The desk of one reader at one text: everything the page shows, as signals. In: the document's facts,
// who reads. Out: stage, truth, paragraphs, presence, words given back, the reader's own choices.
// Keeps: one copy and one editor at a time; when a copy goes, the editor lets go of it first, and the
// caret comes back to the same paragraph on the next.

import type { Accessor } from 'solid-js'
import { createMemo, createSignal, onCleanup } from 'solid-js'
import type { AccountId } from '#shared/ids.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { DocumentView } from '../../../../server/documents/views.ts'
import { DocumentLink, type Stage } from '../../../hub/document.ts'
import { holdsOf } from '../../../hub/document-holds.ts'
import type { Facts } from '../../../hub/document-truth.ts'
import { shouldWarnBeforeLeaving } from '../../../hub/document-truth.ts'
import { keep, peek, take, type Offer } from '../../../hub/kept-words.ts'
import { language, words } from '../../../ui/words.ts'
import { Editing } from './editing.ts'
import { frameWords } from './frame-words.ts'
import type { Fold } from './frame.ts'
import { foldsOf, Frames } from './frames.ts'
import type { Paragraph } from './paragraphs.ts'
import { piecesOf, type CaretPlace } from './put-back.ts'

export type Filter = 'all' | 'undecided' | 'touchesUs'
export type Mode = 'working' | 'clean'

const numberMs = 1_000

export type Desk = ReturnType<typeof createDesk>

/** The id of the element that says what typing does here. */
export const hintId = 'text-hint'

export function createDesk(
  view: Accessor<DocumentView>,
  account: AccountId,
  refused: (refusal: Refusal) => void,
) {
  const first = view()
  const party = first.seat.party
  const [stage, setStage] = createSignal<Stage>('opening')
  const [facts, setFacts] = createSignal<Facts>(null as unknown as Facts, { equals: sameFields })
  const [seq, setSeq] = createSignal(0)
  const [list, setList] = createSignal<readonly Paragraph[]>([])
  const [here, setHere] = createSignal<string | null>(null)
  const [parties, setParties] = createSignal<readonly string[]>([], { equals: sameItems })
  const [offers, setOffers] = createSignal<readonly Offer[]>([])
  const [copyNumber, setCopyNumber] = createSignal(0)
  const [attempts, setAttempts] = createSignal(0)
  const [isUnknown, setUnknown] = createSignal(false)
  const [mode, setMode] = createSignal<Mode>('working')
  const [names, setNames] = createSignal(true)
  const [filter, setFilter] = createSignal<Filter>('all')
  const [revealed, setRevealed] = createSignal<ReadonlySet<string>>(new Set())
  const [outline, setOutline] = createSignal(matchMedia('(min-width: 85rem)').matches)
  const frames = new Frames(
    () => frameWords(words(), party),
    () => language(),
    {
      choose: (id) => choose(id),
      unfold: (id) => setRevealed(new Set([...revealed(), ...runFrom(id)])),
    },
  )
  let host: HTMLElement | null = null
  let editing: Editing | null = null
  let caret: CaretPlace | null = null

  const folds = createMemo((): ReadonlyMap<string, Fold> => {
    const wanted = filter()
    if (wanted === 'all') return new Map()
    return foldsOf(list(), (paragraph) => {
      if (revealed().has(paragraph.id)) return true
      return wanted === 'touchesUs' ? paragraph.touchesUs : paragraph.state === 'brackets'
    })
  })
  /** A folded run, from its first paragraph on. */
  function runFrom(id: string): string[] {
    const from = list().findIndex((one) => one.id === id)
    const count = folds().get(id)
    return typeof count === 'number'
      ? list()
          .slice(from, from + count)
          .map((one) => one.id)
      : []
  }

  const link = new DocumentLink({
    account,
    document: first.document.id,
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`,
    WebSocket,
    storage: sessionStorage,
    holds: holdsOf(navigator.locks, account, first.document.id, Date.now),
    kept: { keep, peek, take },
    now: Date.now,
    random: Math.random,
    gather: (copy) => piecesOf(copy, (id) => list().find((one) => one.id === id)?.label.text ?? ''),
    changed: () => refreshFacts(),
    opened: () => open(),
    closing: () => close(),
  })
  setFacts(link.facts)

  let numberTimer: ReturnType<typeof setTimeout> | undefined
  function refreshFacts(): void {
    setStage(link.stage)
    setFacts(link.facts)
    setOffers(link.offers)
    setAttempts(link.copy?.attempts ?? 0)
    editing?.learn()
    numberTimer ??= setTimeout(() => {
      numberTimer = undefined
      setSeq(link.copy?.seq ?? seq())
    }, numberMs)
  }

  function open(): void {
    setSeq(link.copy!.seq)
    setCopyNumber((n) => n + 1)
    if (host) mount()
  }

  function mount(): void {
    const { copy } = link
    if (!copy || !host || editing) return
    editing = new Editing(
      {
        copy,
        host,
        frames,
        language: first.document.language,
        party,
        title: first.document.title,
        phase: view().document.phase,
        label: () => words().text.page.editorLabel(first.document.title),
        describedBy: hintId,
        shown: (next) => {
          setList(next)
          frames.show(next, here(), folds())
        },
        present: (codes) => setParties(codes),
        here: (id) => choose(id),
        refused,
        unknown: setUnknown,
      },
      caret,
    )
  }

  function close(): void {
    if (!editing) return
    caret = editing.caret()
    editing.stop()
    editing = null
  }

  function choose(id: string): void {
    if (id === here()) return
    setHere(id)
    frames.show(list(), id, folds())
  }

  const hereParagraph = createMemo(() => list().find(({ id }) => id === here()) ?? null)
  listen(link, () => link.facts)
  onCleanup(() => {
    clearTimeout(numberTimer)
    close()
    link.stop()
  })

  return {
    stage,
    facts,
    seq,
    list,
    here,
    hereParagraph,
    parties,
    offers,
    copyNumber,
    attempts,
    isUnknown,
    mode,
    setMode,
    names,
    setNames,
    filter,
    setFilter: (next: Filter) => {
      setRevealed(new Set<string>())
      setFilter(next)
    },
    outline,
    setOutline,
    folds,
    frames,
    party: () => party,
    hello: () => (copyNumber(), stage(), link.copy?.hello ?? null),
    personsOf: (code: string) => (parties(), editing?.personsOf(code) ?? []),
    editing: () => editing,
    link,
    setHere: choose,
    /** The language of the screen has changed. */
    repeat: () => {
      frames.repeat()
      editing?.repeat()
    },
    attach: (element: HTMLElement) => {
      host = element
      if (link.copy?.isReady) mount()
    },
    start: () => void link.start(),
  }
}

const sameFields = (a: Facts, b: Facts) => JSON.stringify(a) === JSON.stringify(b)
const sameItems = (a: readonly string[], b: readonly string[]) => a.join() === b.join()

/** What the browser tells a page about its own life. */
function listen(link: DocumentLink, facts: () => Facts): void {
  const listeners: [EventTarget, string, (event: Event) => void][] = [
    [window, 'online', () => link.online()],
    [window, 'offline', () => link.offline()],
    [window, 'pagehide', () => void link.keepNow()],
    [document, 'visibilitychange', () => document.hidden && void link.keepNow()],
    [window, 'beforeunload', (event) => shouldWarnBeforeLeaving(facts()) && event.preventDefault()],
  ]
  for (const [target, type, run] of listeners) target.addEventListener(type, run)
  onCleanup(() => {
    for (const [target, type, run] of listeners) target.removeEventListener(type, run)
  })
}
