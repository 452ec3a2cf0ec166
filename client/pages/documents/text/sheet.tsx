// The sheet of paper: head, the words, the foot. In: the desk. Out: the place the editor is
// mounted on, or the clean text beside it. Keeps: the editor stays mounted while the clean text
// is read, so nothing typed by others is missed.

import type { JSX } from 'solid-js'
import { onMount, Show } from 'solid-js'
import { formatMoment } from '#shared/i18n/format.ts'
import { languageNames } from '#shared/i18n/languages.ts'
import type { DocumentView } from '../../../../server/documents/views.ts'
import { readerZone } from '../../../ui/time.tsx'
import { language, words } from '../../../ui/words.ts'
import { CleanSheet } from './clean.tsx'
import type { Desk } from './desk.ts'
import { OpenNegotiation } from './open-negotiation.tsx'
import { placeParts, placeSentence } from './sentences.ts'
import { ReadsOnly } from './reads-only.tsx'

interface SheetProps {
  readonly view: DocumentView
  readonly desk: Desk
  readonly again: () => Promise<void>
}

export function Sheet(props: SheetProps): JSX.Element {
  const { desk } = props
  const isClean = () => desk.state.mode() === 'clean'
  const isEmpty = () => desk.state.list().every(({ words: text }) => text.trim() === '')
  const hasTitle = () => desk.state.list().some(({ kind }) => kind === 'title')
  const writes = () => Boolean(desk.hello?.writing)
  return (
    <div class="paper-place">
      <div class="notices">
        <OpenNegotiation view={props.view} onDone={() => void props.again()} />
        <ReadsOnly desk={desk} role={props.view.seat.role} />
      </div>
      <div class="paper">
        <SheetHead view={props.view} hasTitle={hasTitle()} />
        <Show when={desk.state.list().length === 0 || isEmpty()}>
          <p class="paper-empty">
            {writes() ? words().text.page.emptyMayWrite : words().text.page.empty}
          </p>
        </Show>
        <Working desk={desk} hidden={isClean()} />
        <Show when={isClean()}>
          <CleanSheet list={desk.state.list()} lang={props.view.document.language} />
        </Show>
        <PrintFoot view={props.view} desk={desk} />
      </div>
    </div>
  )
}

/** The editor's place. Solid draws the element; everything in it is ProseMirror's. */
function Working(props: { readonly desk: Desk; readonly hidden: boolean }): JSX.Element {
  let host: HTMLDivElement | undefined
  onMount(() => host && props.desk.attach(host))
  return <div class="working" hidden={props.hidden} ref={(element) => (host = element)} />
}

/** On paper every sheet says which text it is, and when it stood so. */
function PrintFoot(props: { readonly view: DocumentView; readonly desk: Desk }): JSX.Element {
  const sentence = () =>
    placeSentence(placeParts(words(), language(), props.view.document, '', props.desk.state.seq()))
  const when = () => {
    const at = props.desk.state.facts().at
    return at === null ? '' : words().text.print.stand(formatMoment(language(), at, readerZone()))
  }
  return (
    <div class="print-foot" aria-hidden="true">
      <p>{sentence()}</p>
      <p>{when()}</p>
      <p>{words().text.print.legend}</p>
    </div>
  )
}

/** As on paper: symbol, distribution, original language, body; what is fictitious says so first. */
function SheetHead(props: {
  readonly view: DocumentView
  readonly hasTitle: boolean
}): JSX.Element {
  const document = () => props.view.document
  return (
    <div class="sheet-head">
      <p class="symbol-line num">
        <span>{document().symbol || words().text.where.noSymbol}</span>
        <span>{words().text.where.limited}</span>
        <span>{words().text.where.original(languageNames[document().language])}</span>
      </p>
      <p class="body-name" lang={document().language}>
        {props.view.process.names[document().language]}
      </p>
      <Show when={!props.hasTitle}>
        <h1 lang={document().language}>{document().title}</h1>
      </Show>
      <Show when={document().fictitious}>
        <p class="fictitious">{words().text.page.fictitious}</p>
      </Show>
    </div>
  )
}
