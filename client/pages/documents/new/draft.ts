// A document that is not one yet: what has been typed, pasted and chosen so far. In: the reader's
// changes. Out: signals, and what the hub is asked to make of them. Keeps: each way to begin keeps
// its own text when another is looked at; a text is read by the very code that the hub will read it
// with.

import type { Accessor } from 'solid-js'
import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { ImportedText } from '#shared/document/import.ts'
import { importText } from '#shared/document/import.ts'
import type { TemplateKey } from '#shared/document/templates.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Refusal } from '#shared/refusal.ts'
import { isRefusal } from '#shared/refusal.ts'
import type { ProcessView } from '../../../../server/trpc/router.ts'
import { createAsked } from '../../../hub/asked.ts'
import { hub } from '../../../hub/trpc.ts'
import { guessLanguage } from './guess-language.ts'

export interface Beginning {
  readonly way: 'template' | 'paste' | 'file'
  readonly template: TemplateKey
  readonly pasted: string
  readonly file: { readonly name: string; readonly text: string } | null
}

type Command = Parameters<typeof hub.documents.create.mutate>[0]

export interface DraftFacts {
  readonly title: string
  readonly kind: Command['kind']
  readonly language: Language
  readonly phase: Command['phase']
  /** Delegations may read the draft. */
  readonly shared: boolean
}

/** A text is read anew when typing has paused this long. */
const readAfterMs = 250

export function createDraft(process: ProcessView, reader: Language) {
  const [beginning, setBeginning] = createSignal<Beginning>({
    way: 'template',
    template: 'declaration',
    pasted: '',
    file: null,
  })
  const [facts, setFacts] = createSignal<DraftFacts>({
    title: '',
    kind: 'declaration',
    language: process.languages.includes(reader) ? reader : (process.languages[0] ?? reader),
    phase: 'drafting',
    shared: false,
  })
  const begin = (change: Partial<Beginning>) => setBeginning((now) => ({ ...now, ...change }))
  let languageChosen = false
  const change = (part: Partial<DraftFacts>) => {
    if (part.language) languageChosen = true
    setFacts((now) => ({ ...now, ...part }))
  }

  const templates = createAsked(
    () => facts().language,
    (language) => hub.documents.templates.query({ language }),
  )
  const template = () =>
    templates.value()?.find((each) => each.key === beginning().template) ?? null
  createEffect(on(template, (chosen) => chosen && change({ kind: chosen.kind })))

  const text = () => {
    const { way, pasted, file } = beginning()
    return way === 'paste' ? pasted : way === 'file' ? (file?.text ?? '') : ''
  }
  const read = createRead(text, () => facts().kind)
  createEffect(
    on(read, () => {
      const language = guessLanguage(text(), process.languages)
      if (language && !languageChosen) setFacts((now) => ({ ...now, language }))
    }),
  )

  /** What would stand in the document; null while there is nothing. */
  const recognised = (): ImportedText | null => {
    const chosen = template()
    if (beginning().way === 'template') return chosen && { title: null, blocks: chosen.blocks }
    const result = read()
    return result && !isRefusal(result) ? result : null
  }
  /** Why what was pasted or chosen cannot become a document. */
  const unreadable = (): Refusal | null => {
    const result = read()
    return beginning().way !== 'template' && result && isRefusal(result) ? result : null
  }
  /** What the hub is asked to make; an empty title is the recognised one. */
  const command = (): Command => ({
    process: process.id,
    ...facts(),
    title: facts().title.trim() || (recognised()?.title ?? ''),
    shared: facts().phase === 'drafting' && facts().shared,
    from: beginning().way === 'template' ? { template: beginning().template } : { text: text() },
  })
  const typed = () => beginning().pasted !== '' || facts().title !== ''
  return { beginning, begin, facts, change, templates, recognised, unreadable, command, typed }
}

/** The text as the hub will read it, a moment after typing has paused; null while there is none. */
function createRead(
  text: Accessor<string>,
  kind: Accessor<DraftFacts['kind']>,
): Accessor<ImportedText | Refusal | null> {
  const [read, setRead] = createSignal<ImportedText | Refusal | null>(null)
  createEffect(
    on([text, kind], ([now, as]) => {
      const options = as === 'declaration' ? { as } : {}
      const take = () => setRead(now.trim() === '' ? null : importText(now, options))
      const timer = setTimeout(take, readAfterMs)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return read
}
