// A new document: from a template, pasted, or from a plain-text file, with the recognised structure
// beside it as it grows. In: what the chair or the secretariat types, pastes or chooses. Out: a
// document at the hub, and its page. Keeps: a refusal loses nothing that was typed.

import { useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createSignal, onCleanup, onMount } from 'solid-js'
import { limits } from '#shared/limits.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { languageNames } from '#shared/i18n/languages.ts'
import type { Failure } from '../../../hub/trpc.ts'
import { ask, hub, isFailure, refusedAs } from '../../../hub/trpc.ts'
import { Button } from '../../../ui/button.tsx'
import { focusWrong, SelectField, TextField } from '../../../ui/field.tsx'
import { failureSentence, FailureNotice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { language, words } from '../../../ui/words.ts'
import { useProcess } from '../../processes/frame.tsx'
import { Begin } from './beginning.tsx'
import { BeginsAs } from './begins-as.tsx'
import type { DraftFacts } from './draft.ts'
import { createDraft } from './draft.ts'
import { Preview } from './preview.tsx'
import './new.css'

const t = () => words().pages.create

const workKinds: readonly DraftFacts['kind'][] = [
  'declaration',
  'action plan',
  'recommendations',
  'agenda',
  'report',
]

export function NewDocumentPage(): JSX.Element {
  const process = useProcess()
  const navigate = useNavigate()
  const draft = createDraft(process(), language())
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [busy, setBusy] = createSignal(false)
  const untitled = () => refusedAs(failure(), 'title-missing')
  useWarning(() => !busy() && draft.typed())

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    if (busy()) return
    setBusy(true)
    const answer = await ask(hub.documents.create.mutate(draft.command()))
    setFailure(isFailure(answer) ? answer : null)
    if (isFailure(answer)) {
      setBusy(false)
      focusWrong(form)
    } else {
      navigate(`/documents/${answer.document}`)
    }
  }

  return (
    <div class="layout begin">
      <Page class="begin-form" title={t().title} within={process().shortName} lead={t().lead}>
        <form class="form" noValidate onSubmit={(event) => void submit(event)}>
          <Begin
            beginning={draft.beginning()}
            templates={draft.templates.value() ?? []}
            language={draft.facts().language}
            refusal={draft.unreadable()}
            onChange={draft.begin}
          />
          <Facts
            facts={draft.facts()}
            languages={process().languages}
            found={draft.recognised()?.title ?? ''}
            error={untitled() ? failureSentence(words(), failure()!) : null}
            onChange={draft.change}
          />
          <FailureNotice failure={untitled() ? null : failure()} />
          <div>
            <Button type="submit" weight="main" busy={busy()}>
              {busy() ? t().doing : t().do}
            </Button>
          </div>
        </form>
      </Page>
      <Preview
        title={draft.facts().title}
        text={draft.recognised()}
        language={draft.facts().language}
      />
    </div>
  )
}

interface FactsProps {
  readonly facts: DraftFacts
  readonly languages: readonly Language[]
  /** The title recognised in the text. */
  readonly found: string
  readonly error: string | null
  readonly onChange: (change: Partial<DraftFacts>) => void
}

function Facts(props: FactsProps): JSX.Element {
  return (
    <>
      <TextField
        label={t().documentTitle}
        hint={t().titleHint}
        error={props.error}
        lang={props.facts.language}
        maxLength={limits.titleCharactersMax}
        placeholder={props.found}
        value={props.facts.title}
        onText={(title) => props.onChange({ title })}
      />
      <div class="pair">
        <SelectField
          label={t().kind}
          value={props.facts.kind}
          options={workKinds.map((each) => ({ value: each, text: words().works[each] }))}
          onChoose={(value) => props.onChange({ kind: value as DraftFacts['kind'] })}
        />
        <SelectField
          label={t().language}
          value={props.facts.language}
          options={props.languages.map((each) => ({ value: each, text: languageNames[each] }))}
          onChoose={(value) => props.onChange({ language: value as Language })}
        />
      </div>
      <BeginsAs
        phase={props.facts.phase}
        shared={props.facts.shared}
        onPhase={(phase) => props.onChange({ phase })}
        onShared={(shared) => props.onChange({ shared })}
      />
    </>
  )
}

/** The browser asks before what was typed here is left behind. */
function useWarning(typed: () => boolean): void {
  const warn = (event: BeforeUnloadEvent) => {
    if (typed()) event.preventDefault()
  }
  onMount(() => addEventListener('beforeunload', warn))
  onCleanup(() => removeEventListener('beforeunload', warn))
}
