// The head of the sheet, as on paper: symbol, distribution, original language, body, title. In: facts
// of the document. Out: what stands above the first paragraph. Keeps: what is fictitious says so before
// the first word; a title that is part of the text is not repeated.

import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { languageNames } from '#shared/i18n/languages.ts'
import type { DocumentView } from '../../../../server/documents/views.ts'
import { words } from '../../../ui/words.ts'

const t = () => words().text.where

export function SheetHead(props: {
  readonly view: DocumentView
  readonly hasTitle: boolean
}): JSX.Element {
  const document = () => props.view.document
  return (
    <div class="sheet-head">
      <p class="symbol-line num">
        <span>{document().symbol || t().noSymbol}</span>
        <span>{t().limited}</span>
        <span>{t().original(languageNames[document().language])}</span>
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
