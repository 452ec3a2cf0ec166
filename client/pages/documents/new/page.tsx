// A new document: from a template, pasted, or from a plain-text file, with the recognised structure
// beside it as it grows. In: what the chair or the secretariat types, pastes or chooses. Out: a
// document at the hub, and its page. Keeps: a refusal loses nothing that was typed; each way to
// begin keeps its own text when another is looked at.

import { useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { importText } from '#shared/document/import.ts'
import type { ImportedText } from '#shared/document/import.ts'
import type { TemplateKey } from '#shared/document/templates.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { languageNames } from '#shared/i18n/languages.ts'
import type { Refusal, RefusalCode } from '#shared/refusal.ts'
import { isRefusal } from '#shared/refusal.ts'
import type { WorkKind } from '../../../../server/db/schema.ts'
import { createAsked } from '../../../hub/asked.ts'
import type { Failure } from '../../../hub/trpc.ts'
import { ask, hub, isFailure } from '../../../hub/trpc.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { failureSentence, FailureNotice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { language, words } from '../../../ui/words.ts'
import { useProcess } from '../../processes/frame.tsx'
import type { Beginning } from './beginning.tsx'
import { Begin } from './beginning.tsx'
import { BeginsAs } from './begins-as.tsx'
import { Preview } from './preview.tsx'

const t = () => words().pages.create

const workKinds: readonly WorkKind[] = [
  'declaration',
  'action plan',
  'recommendations',
  'agenda',
  'report',
]

/** A text is read anew when typing has paused this long. */
const readAfterMs = 250

export function NewDocumentPage(): JSX.Element {
  const process = useProcess()
  const navigate = useNavigate()
  const [beginning, setBeginning] = createSignal<Beginning>({
    way: 'template',
    template: 'declaration',
    pasted: '',
    file: null,
  })
  const [title, setTitle] = createSignal('')
  const [kind, setKind] = createSignal<WorkKind>('declaration')
  const [tongue, setTongue] = createSignal<Language>(
    process().languages.includes(language()) ? language() : (process().languages[0] ?? language()),
  )
  const [phase, setPhase] = createSignal<'drafting' | 'negotiating'>('drafting')
  const [shared, setShared] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [busy, setBusy] = createSignal(false)
  const templates = createAsked(tongue, (each) => hub.documents.templates.query({ language: each }))
  const text = () => {
    const { way, pasted, file } = beginning()
    return way === 'paste' ? pasted : way === 'file' ? (file?.text ?? '') : ''
  }
  const read = createRead(text)
  const template = () =>
    templates.value()?.find((each) => each.key === beginning().template) ?? null

  /** What would stand in the document; null while there is nothing. */
  const recognised = (): ImportedText | null => {
    if (beginning().way === 'template') {
      const chosen = template()
      return chosen ? { title: null, blocks: chosen.blocks } : null
    }
    const result = read()
    return result && !isRefusal(result) ? result : null
  }
  const unreadable = (): Refusal | null => {
    const result = read()
    return beginning().way !== 'template' && result && isRefusal(result) ? result : null
  }
  createEffect(on(template, (chosen) => chosen && setKind(chosen.kind)))
  useWarning(() => !busy() && (beginning().pasted !== '' || title() !== ''))

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    const answer = await ask(
      hub.documents.create.mutate({
        process: process().id,
        title: title().trim() || (recognised()?.title ?? ''),
        kind: kind(),
        language: tongue(),
        phase: phase(),
        shared: phase() === 'drafting' && shared(),
        from:
          beginning().way === 'template'
            ? { template: beginning().template as TemplateKey }
            : { text: text() },
      }),
    )
    setFailure(isFailure(answer) ? answer : null)
    if (isFailure(answer)) setBusy(false)
    else navigate(`/documents/${answer.document}`)
  }

  const refused = (code: RefusalCode) => {
    const why = failure()
    return why?.failed === 'refused' && why.refusal.refused === code
      ? failureSentence(words(), why)
      : null
  }

  return (
    <div class="layout begin">
      <Page class="begin-form" title={t().title} within={process().shortName} lead={t().lead}>
        <form class="form" noValidate onSubmit={(event) => void submit(event)}>
          <Begin
            beginning={beginning()}
            templates={templates.value() ?? []}
            language={tongue()}
            refusal={unreadable()}
            onChange={(change) => setBeginning((before) => ({ ...before, ...change }))}
          />
          <TextField
            label={t().documentTitle}
            hint={t().titleHint}
            error={refused('title-missing')}
            lang={tongue()}
            maxLength={limits.titleCharactersMax}
            placeholder={recognised()?.title ?? ''}
            value={title()}
            onText={setTitle}
          />
          <div class="pair">
            <SelectField
              label={t().kind}
              value={kind()}
              options={workKinds.map((each) => ({ value: each, text: words().works[each] }))}
              onChoose={(value) => setKind(value as WorkKind)}
            />
            <SelectField
              label={t().language}
              value={tongue()}
              options={process().languages.map((each) => ({
                value: each,
                text: languageNames[each],
              }))}
              onChoose={(value) => setTongue(value as Language)}
            />
          </div>
          <BeginsAs phase={phase()} shared={shared()} onPhase={setPhase} onShared={setShared} />
          <Show when={!refused('title-missing')}>
            <FailureNotice failure={failure()} />
          </Show>
          <Show when={failure()}>
            <p class="quiet">{t().kept}</p>
          </Show>
          <div>
            <Button type="submit" weight="main" busy={busy()}>
              {busy() ? t().doing : t().do}
            </Button>
          </div>
        </form>
      </Page>
      <Preview title={title()} text={recognised()} language={tongue()} />
    </div>
  )
}

/** The text as the hub will read it, a moment after typing has paused; null while there is none. */
function createRead(text: () => string): () => ImportedText | Refusal | null {
  const [read, setRead] = createSignal<ImportedText | Refusal | null>(null)
  createEffect(
    on(text, (now) => {
      const timer = setTimeout(
        () => setRead(now.trim() === '' ? null : importText(now)),
        readAfterMs,
      )
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return read
}

/** The browser asks before what was typed here is left behind. */
function useWarning(typed: () => boolean): void {
  const warn = (event: BeforeUnloadEvent) => {
    if (typed()) event.preventDefault()
  }
  onMount(() => addEventListener('beforeunload', warn))
  onCleanup(() => removeEventListener('beforeunload', warn))
}
