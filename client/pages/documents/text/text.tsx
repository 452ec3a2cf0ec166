// One text on the screen: bar, outline, sheet, drawer, keys. In: the document's facts, who reads.
// Out: the page of a text, for as long as this reader is at it. Keeps: every part reads the same
// desk.

import type { JSX } from 'solid-js'
import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import type { Dict } from '#shared/i18n/en.ts'
import { CHAIR, type AccountId } from '#shared/ids.ts'
import type { Hello } from '#shared/wire.ts'
import type { DocumentView } from '../../../../server/documents/views.ts'
import { refusalSentence } from '../../../ui/notice.tsx'
import { useTitle } from '../../../ui/page.tsx'
import { language, words } from '../../../ui/words.ts'
import { Bar } from './bar.tsx'
import { Desk, hintId } from './desk.ts'
import { Drawer } from './drawer.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Outline } from './outline.tsx'
import { bringIntoView, focusLabel, takeKey } from './page-keys.ts'
import { createSayings } from './sayings.ts'
import { Sheet } from './sheet.tsx'
import { StageNotice } from './stage-notice.tsx'

interface TextProps {
  readonly view: DocumentView
  readonly account: AccountId
  readonly again: () => Promise<void>
}

export function Text(props: TextProps): JSX.Element {
  const desk: Desk = new Desk(
    () => props.view,
    props.account,
    (refusal) => sayings.sayNote(refusalSentence(words(), refusal)),
  )
  const { state } = desk
  const sayings = createSayings(state.facts)
  const [keysOpen, setKeysOpen] = createSignal(false)
  useTitle(
    () => props.view.document.title,
    () => props.view.document.symbol || undefined,
  )
  follow(desk, props.again)
  listenToKeys(desk, sayings.onSave, () => setKeysOpen(true))
  onMount(() => desk.start())
  return (
    <div
      class="text-page"
      classList={{
        'with-outline': state.outline(),
        'no-names': !state.names(),
        'with-drawer': state.offers().length > 0,
      }}
      data-mode={state.mode()}
    >
      <Bar
        view={props.view}
        desk={desk}
        answer={sayings.answer()}
        onKeys={() => setKeysOpen(true)}
      />
      <Body {...props} desk={desk} note={sayings.note()} />
      <Drawer
        offers={state.offers()}
        lang={props.view.document.language}
        onInsert={({ piece }) => desk.editing?.insertAgain(piece) ?? false}
        onDecide={(id) => desk.link.decide(id)}
      />
      <KeysDialog open={keysOpen()} onClose={() => setKeysOpen(false)} />
    </div>
  )
}

function Body(props: TextProps & { readonly desk: Desk; readonly note: string | null }) {
  const { desk } = props
  const { state } = desk
  const isOpen = () =>
    state.stage() === 'open' || (state.stage() === 'opening' && state.copies() > 0)
  return (
    <div class="text-desk">
      <Show when={state.outline() && isOpen()}>
        <Outline
          list={state.list()}
          here={state.here()}
          lang={props.view.document.language}
          hasParty={desk.party !== CHAIR}
          onGo={(id) => go(desk, id)}
        />
      </Show>
      <main id="main" class="text-main" data-region="text" tabindex="-1">
        <p id={hintId} class="vh">
          {hintOf(words(), desk.hello)}
        </p>
        <StageNotice desk={desk} document={props.view.document.id} />
        <Show when={isOpen()}>
          <Sheet view={props.view} desk={desk} again={props.again} />
        </Show>
        <Show when={props.note}>
          <p class="refused-note">{props.note}</p>
        </Show>
      </main>
    </div>
  )
}

/** What typing does here, for whoever reaches the text by listening. */
function hintOf({ text }: Dict, hello: Hello | null): string {
  if (!hello?.writing) return ''
  if (hello.writing === 'base') return text.page.penHint
  return hello.lease?.party === CHAIR ? text.page.chairHint : text.page.editorHint
}

const attemptsBeforeAsking = 3

function follow(desk: Desk, again: () => Promise<void>): void {
  const { state, frames } = desk
  // A hub that refuses the door before it opens gives no reason there: ask where one is given.
  createEffect(() => {
    if (state.attempts() >= attemptsBeforeAsking) void again()
  })
  createEffect(on(language, () => desk.repeat(), { defer: true }))
  createEffect(on(state.folds, (folds) => frames.show(state.list(), state.here(), folds)))
}

function listenToKeys(desk: Desk, onSave: () => void, onList: () => void): void {
  const onKey = (event: KeyboardEvent) => {
    if (takeKey(event, { desk, onSave, onList })) event.preventDefault()
  }
  document.addEventListener('keydown', onKey)
  onCleanup(() => document.removeEventListener('keydown', onKey))
}

/** Where the outline lies over the text instead of beside it. */
const isNarrow = () => matchMedia('(max-width: 75rem)').matches

function go(desk: Desk, id: string): void {
  if (isNarrow()) desk.state.setOutline(false)
  if (desk.state.mode() === 'working') focusLabel(desk, id)
  else bringIntoView(document.querySelector(`[data-clean="${id}"]`))
}
