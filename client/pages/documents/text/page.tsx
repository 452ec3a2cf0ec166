// The negotiating text (UX §2, Screen A). In: the document from the address. Out: the sheet with its
// margins, bar and outline; the words themselves come through the document door. Keeps: every state has
// its sentence; who is signed out or shut out sees no word of the draft.

import { useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { CHAIR, type AccountId, type ProcessId } from '#shared/ids.ts'
import type { DocumentView } from '../../../../server/documents/views.ts'
import { createAsked } from '../../../hub/asked.ts'
import { truthOf } from '../../../hub/document-truth.ts'
import { me } from '../../../hub/login.ts'
import { hub, refusedAs } from '../../../hub/trpc.ts'
import { announce } from '../../../ui/announce.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { refusalSentence } from '../../../ui/notice.tsx'
import { useTitle } from '../../../ui/page.tsx'
import { language, words } from '../../../ui/words.ts'
import { formatTime } from '#shared/i18n/format.ts'
import { readerZone } from '../../../ui/time.tsx'
import { Bar } from './bar.tsx'
import { createDesk, hintId } from './desk.ts'
import { Drawer } from './drawer.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Outline } from './outline.tsx'
import { bringIntoView, focusLabel, takeKey } from './page-keys.ts'
import { Sheet } from './sheet.tsx'
import { StageNotice } from './stage-notice.tsx'
import '../../../editor/editor.css'
import './page.css'
import './bar.css'
import './sheet.css'
import './marks.css'
import './narrow.css'

export function TextPage(): JSX.Element {
  const params = useParams<{ document: string }>()
  const [process, setProcess] = createSignal<ProcessId>()
  const view = createAsked(
    () => params.document,
    (document) => hub.documents.get.query({ document }),
    {
      topic: () => {
        const id = process()
        return id === undefined ? undefined : (`process/${id}` as const)
      },
      events: ['documents-changed', 'seats-changed'],
    },
  )
  createEffect(() => setProcess(view.value()?.process.id))
  const isGone = () => refusedAs(view.failure(), 'not-found')
  return (
    <Show
      when={!isGone() && view.value()}
      fallback={
        <main id="main" class="layout one" tabindex="-1">
          <Loaded of={view}>{() => undefined}</Loaded>
        </main>
      }
    >
      {(loaded) => (
        <Show when={me()?.account.id} keyed>
          {(account) => <Text view={loaded()} account={account} again={view.again} />}
        </Show>
      )}
    </Show>
  )
}

/** Here the outline lies over the text instead of beside it. */
const isNarrow = () => matchMedia('(max-width: 75rem)').matches

const answerMs = 2_500
const noteMs = 8_000

function Text(props: {
  readonly view: DocumentView
  readonly account: AccountId
  readonly again: () => Promise<void>
}): JSX.Element {
  const desk = createDesk(
    () => props.view,
    props.account,
    (refusal) => say(refusalSentence(words(), refusal)),
  )
  const [keysOpen, setKeysOpen] = createSignal(false)
  const [note, setNote] = createSignal('')
  const [answer, setAnswer] = createSignal<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let noteTimer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => (clearTimeout(timer), clearTimeout(noteTimer)))
  useTitle(
    () => props.view.document.title,
    () => props.view.document.symbol || undefined,
  )
  // A hub that refuses the door before it opens gives no reason there: ask where one is given.
  createEffect(on(desk.attempts, (n) => n >= 3 && void props.again(), { defer: true }))
  createEffect(on(language, () => desk.repeat(), { defer: true }))
  createEffect(on(desk.folds, (folds) => desk.frames.show(desk.list(), desk.here(), folds)))

  const onSave = () => {
    const { truth } = words().text
    const says = truthOf(desk.facts())
    const sentence =
      says.says === 'saved'
        ? truth.already(formatTime(language(), says.at, readerZone(), true))
        : says.says === 'up-to-date'
          ? truth.upToDate
          : truth.notYet
    setAnswer(sentence)
    announce(sentence)
    clearTimeout(timer)
    timer = setTimeout(() => setAnswer(null), answerMs)
  }
  const say = (sentence: string) => {
    setNote(sentence)
    announce(sentence)
    clearTimeout(noteTimer)
    noteTimer = setTimeout(() => setNote(''), noteMs)
  }
  const onKey = (event: KeyboardEvent) => {
    if (takeKey(event, { desk, onSave, onList: () => setKeysOpen(true) })) event.preventDefault()
  }
  onMount(() => {
    document.addEventListener('keydown', onKey)
    onCleanup(() => document.removeEventListener('keydown', onKey))
    desk.start()
  })
  const go = (id: string) => {
    if (isNarrow()) desk.setOutline(false)
    if (desk.mode() === 'working') focusLabel(desk, id)
    else bringIntoView(document.querySelector(`[data-clean="${id}"]`))
  }
  const hint = () => {
    const { page } = words().text
    const hello = desk.hello()
    if (!hello?.writing) return ''
    if (hello.writing === 'base') return page.penHint
    return hello.lease?.party === CHAIR ? page.chairHint : page.editorHint
  }
  const isOpen = () => desk.stage() === 'open' || (desk.stage() === 'opening' && desk.copyNumber())

  return (
    <div
      class="text-page"
      classList={{
        'with-outline': desk.outline(),
        'no-names': !desk.names(),
        'with-drawer': desk.offers().length > 0,
      }}
      data-mode={desk.mode()}
    >
      <Bar view={props.view} desk={desk} answer={answer()} onKeys={() => setKeysOpen(true)} />
      <div class="text-desk">
        <Show when={desk.outline() && isOpen()}>
          <Outline
            list={desk.list()}
            here={desk.here()}
            lang={props.view.document.language}
            hasParty={props.view.seat.party !== 'CHAIR'}
            onGo={go}
          />
        </Show>
        <main id="main" class="text-main" data-region="text" tabindex="-1">
          <p id={hintId} class="vh">
            {hint()}
          </p>
          <StageNotice desk={desk} document={props.view.document.id} />
          <Show when={isOpen()}>
            <Sheet view={props.view} desk={desk} again={props.again} />
          </Show>
          <Show when={note()}>
            <p class="refused-note">{note()}</p>
          </Show>
        </main>
      </div>
      <Drawer
        offers={desk.offers()}
        lang={props.view.document.language}
        onInsert={({ piece }) => desk.editing()?.insertAgain(piece) ?? false}
        onDecide={(id) => desk.link.decide(id)}
      />
      <KeysDialog open={keysOpen()} onClose={() => setKeysOpen(false)} />
    </div>
  )
}
