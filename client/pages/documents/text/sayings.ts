// What the page answers in passing: to Ctrl/Cmd+S, and to a gesture that was not carried out. In:
// the facts of the connection, sentences. Out: what to show, for a moment. Keeps: whatever is
// shown is announced as well, once.

import { createSignal, onCleanup } from 'solid-js'
import { formatTime } from '#shared/i18n/format.ts'
import { truthOf, type Facts } from '../../../hub/document-truth.ts'
import { announce } from '../../../ui/announce.ts'
import { readerZone } from '../../../ui/time.tsx'
import { language, words } from '../../../ui/words.ts'

const answerMs = 2_500
const noteMs = 8_000

/** A sentence that goes away by itself. */
function createMoment(ms: number) {
  const [said, setSaid] = createSignal<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const say = (sentence: string) => {
    setSaid(sentence)
    announce(sentence)
    clearTimeout(timer)
    timer = setTimeout(() => setSaid(null), ms)
  }
  return [said, say] as const
}

/** "Already saved, 10:42:07", or what is true instead. */
function answerTo(facts: Facts): string {
  const { truth } = words().text
  const now = truthOf(facts)
  if (now.says === 'saved') {
    return truth.already(formatTime(language(), now.at, readerZone(), true))
  }
  return now.says === 'up-to-date' ? truth.upToDate : truth.notYet
}

export function createSayings(facts: () => Facts) {
  const [answer, sayAnswer] = createMoment(answerMs)
  const [note, sayNote] = createMoment(noteMs)
  return { answer, note, sayNote, onSave: () => sayAnswer(answerTo(facts())) }
}
