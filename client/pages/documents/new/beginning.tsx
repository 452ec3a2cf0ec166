// The three ways to begin: a template, a pasted text, a file. In: the beginning so far. Out:
// changes to it. Keeps: what was pasted stays while another way is looked at; a file that is not
// plain text is refused here, with what to do, before anything is sent.

import type { JSX } from 'solid-js'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { TemplateKey } from '#shared/document/templates.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Refusal } from '#shared/refusal.ts'
import { Field } from '../../../ui/field.tsx'
import { refusalSentence } from '../../../ui/notice.tsx'
import { words } from '../../../ui/words.ts'
import type { Beginning } from './draft.ts'
import { readPlainText } from './plain-file.ts'

const t = () => words().pages.create

interface BeginProps {
  readonly beginning: Beginning
  readonly templates: readonly {
    readonly key: TemplateKey
    readonly name: string
    readonly description: string
  }[]
  /** The language of the text. */
  readonly language: Language
  /** Why the text cannot become a document. */
  readonly refusal: Refusal | null
  readonly onChange: (change: Partial<Beginning>) => void
}

const ways = ['template', 'paste', 'file'] as const

export function Begin(props: BeginProps): JSX.Element {
  const error = () => (props.refusal ? refusalSentence(words(), props.refusal) : null)
  return (
    <>
      <fieldset>
        <legend>{t().from}</legend>
        <div class="seg">
          <For each={ways}>
            {(way) => (
              <label>
                <input
                  type="radio"
                  name="way"
                  checked={props.beginning.way === way}
                  onChange={() => props.onChange({ way })}
                />
                {t()[way]}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <Switch>
        <Match when={props.beginning.way === 'template'}>
          <Templates {...props} />
        </Match>
        <Match when={props.beginning.way === 'paste'}>
          <Field label={t().pasteLabel} hint={t().pasteHint} error={error()}>
            {(ids) => (
              <textarea
                id={ids.id}
                class="paste"
                rows={12}
                lang={props.language}
                spellcheck={false}
                aria-describedby={ids.describedBy}
                aria-invalid={error() ? 'true' : undefined}
                value={props.beginning.pasted}
                onInput={(event) => props.onChange({ pasted: event.currentTarget.value })}
              />
            )}
          </Field>
        </Match>
        <Match when={props.beginning.way === 'file'}>
          <FromFile {...props} error={error()} />
        </Match>
      </Switch>
    </>
  )
}

function Templates(props: BeginProps): JSX.Element {
  return (
    <fieldset>
      <legend>{words().pages.create.chooseTemplate}</legend>
      <For each={props.templates}>
        {(template) => (
          <label class="pick">
            <input
              type="radio"
              name="template"
              checked={props.beginning.template === template.key}
              onChange={() => props.onChange({ template: template.key })}
            />
            <b>{template.name}</b>
            <span class="quiet">{template.description}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

function FromFile(props: BeginProps & { readonly error: string | null }): JSX.Element {
  const [unreadable, setUnreadable] = createSignal(false)
  const choose = async (file: File | undefined) => {
    if (!file) return
    const text = await readPlainText(file)
    setUnreadable(text === null)
    props.onChange({ file: text === null ? null : { name: file.name, text } })
  }
  return (
    <Field
      label={t().fileChoose}
      hint={t().fileHint}
      error={unreadable() ? t().fileUnreadable : props.error}
    >
      {(ids) => (
        <>
          <input
            id={ids.id}
            type="file"
            accept=".txt,.text,.md,text/plain"
            aria-describedby={ids.describedBy}
            aria-invalid={unreadable() || props.error ? 'true' : undefined}
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
          <Show when={props.beginning.file}>
            {(file) => (
              <p class="quiet">
                {t().fileRead(file().name, words().counts.characters(file().text.length))}
              </p>
            )}
          </Show>
        </>
      )}
    </Field>
  )
}
