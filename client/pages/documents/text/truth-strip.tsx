// The truth strip: what became of the reader's words, in words and a shape. In: facts of the
// connection. Out: one line, always visible. Keeps: "Saved" waits a moment before it shows (that is
// never a lie), every worse thing shows at once; only what somebody must know at once is announced.

import type { JSX } from 'solid-js'
import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Dict } from '#shared/i18n/en.ts'
import { formatTime } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { sameTruth, truthOf, type Facts, type Truth } from '../../../hub/document-truth.ts'
import { announce } from '../../../ui/announce.ts'
import { readerZone } from '../../../ui/time.tsx'
import { language, words } from '../../../ui/words.ts'

const quietMs = 350

export function truthSentence(dict: Dict, language: Language, truth: Truth): string {
  const { truth: t } = dict.text
  switch (truth.says) {
    case 'connecting':
      return t.connecting
    case 'saved':
      return t.saved(formatTime(language, truth.at, readerZone(), true))
    case 'up-to-date':
      return t.upToDate
    case 'saving':
      return t.saving
    case 'offline':
      return truth.changes > 0 ? t.offline(truth.changes) : t.offlineNothing
    case 'cannot-write':
      return t.cannotWrite
    case 'not-kept':
      return t.notKept
  }
}

const shapes: Record<Truth['says'], string> = {
  connecting: 'M3 8h2M7 8h2M11 8h2',
  saved: 'm3 8.5 3.25 3.25L13 4.5',
  'up-to-date': 'm3 8.5 3.25 3.25L13 4.5',
  saving: 'M3 8h2M7 8h2M11 8h2',
  offline: 'M4.5 12.5h7a2.75 2.75 0 0 0 .5-5.4A4 4 0 0 0 4.4 6 3.25 3.25 0 0 0 4.5 12.5ZM2 14 14 2',
  'cannot-write': 'M8 2.5 14.25 13.5H1.75ZM8 6.5v3.25M8 11.4v.6',
  'not-kept': 'M8 2.5 14.25 13.5H1.75ZM8 6.5v3.25M8 11.4v.6',
}

const isGood = (truth: Truth) => truth.says === 'saved' || truth.says === 'up-to-date'
const isBad = (truth: Truth) => truth.says === 'cannot-write' || truth.says === 'not-kept'

/** `answer`: said in place of the strip for a moment, to Ctrl/Cmd+S. */
export function TruthStrip(props: {
  readonly facts: Facts
  readonly answer: string | null
}): JSX.Element {
  const [shown, setShown] = createSignal<Truth>(truthOf(props.facts), { equals: sameTruth })
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  createEffect(() => {
    const truth = truthOf(props.facts)
    clearTimeout(timer)
    if (isGood(truth) && shown().says === 'saving') {
      timer = setTimeout(() => setShown(truth), quietMs)
    } else setShown(truth)
  })
  const says = () => shown().says
  createEffect(
    on(
      says,
      (now, before) => {
        const dict = words()
        if (isBad(shown()) || now === 'offline') {
          announce(truthSentence(dict, language(), shown()))
        } else if (before === 'offline' || before === 'cannot-write') announce(dict.text.truth.back)
      },
      { defer: true },
    ),
  )
  return (
    <p
      class="truth num"
      classList={{ good: isGood(shown()), bad: isBad(shown()), warn: says() === 'offline' }}
      // A line of the bar, not the answer of a form.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="status"
      aria-live="off"
      aria-label={words().text.truth.label}
      data-state={says()}
    >
      <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[says()]} />
      </svg>
      <span>{props.answer ?? truthSentence(words(), language(), shown())}</span>
    </p>
  )
}
