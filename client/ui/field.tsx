// One field of a form: label, hint, control, error. In: the words and a control to draw. Out: the
// control tied to its label, hint and error by id. Keeps: an error is a sentence beside its field,
// and is part of the field's description; nothing about a field is said by colour alone.

import type { JSX } from 'solid-js'
import { createSignal, createUniqueId, For, Show, splitProps } from 'solid-js'
import { words } from './words.ts'

interface FieldProps {
  readonly label: string
  readonly hint?: JSX.Element
  readonly error?: string | null | undefined
  readonly children: (ids: { id: string; describedBy: string | undefined }) => JSX.Element
}

export function Field(props: FieldProps): JSX.Element {
  const id = createUniqueId()
  const describedBy = () =>
    [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ') ||
    undefined
  return (
    <div class="field" classList={{ wrong: Boolean(props.error) }}>
      <label for={id}>{props.label}</label>
      <Show when={props.hint}>
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      {props.children({
        id,
        get describedBy() {
          return describedBy()
        },
      })}
      <Show when={props.error}>
        <p class="error" id={`${id}-error`}>
          {props.error}
        </p>
      </Show>
    </div>
  )
}

/** After a refusal: to the first field with an error, once it is drawn. */
export function focusWrong(form: HTMLElement): void {
  queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
}

interface TextFieldProps extends Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput'> {
  readonly label: string
  readonly hint?: JSX.Element
  readonly error?: string | null | undefined
  readonly value: string
  readonly onText: (text: string) => void
}

export function TextField(props: TextFieldProps): JSX.Element {
  const [own, rest] = splitProps(props, ['label', 'hint', 'error', 'value', 'onText'])
  return (
    <Field label={own.label} hint={own.hint} error={own.error}>
      {(ids) => (
        <input
          type="text"
          {...rest}
          id={ids.id}
          aria-describedby={ids.describedBy}
          aria-invalid={own.error ? 'true' : undefined}
          value={own.value}
          onInput={(event) => own.onText(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** A password that can be looked at; managers and pasting are welcome (WCAG 3.3.8). */
export function PasswordField(props: TextFieldProps): JSX.Element {
  const [shown, setShown] = createSignal(false)
  const id = createUniqueId()
  return (
    <div class="password">
      <TextField {...props} type={shown() ? 'text' : 'password'} spellcheck={false} />
      <label class="tick" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={shown()}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
        {words().pages.signIn.showPassword}
      </label>
    </div>
  )
}

interface SelectFieldProps {
  readonly label: string
  readonly hint?: JSX.Element
  readonly error?: string | null | undefined
  readonly value: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly onChoose: (value: string) => void
  /** Shown first, and cannot be chosen again. */
  readonly placeholder?: string | undefined
}

export function SelectField(props: SelectFieldProps): JSX.Element {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(ids) => (
        <Choice
          {...props}
          id={ids.id}
          describedBy={ids.describedBy}
          invalid={Boolean(props.error)}
        />
      )}
    </Field>
  )
}

interface ChoiceProps extends Omit<SelectFieldProps, 'label' | 'hint' | 'error'> {
  readonly id?: string
  readonly label?: string
  readonly describedBy?: string | undefined
  readonly invalid?: boolean
}

/** A native select; `selected` stands on the options, so it survives a change of the list. */
export function Choice(props: ChoiceProps): JSX.Element {
  return (
    <select
      id={props.id}
      aria-label={props.id ? undefined : props.label}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid ? 'true' : undefined}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      <Show when={props.placeholder}>
        <option value="" disabled selected={props.value === ''}>
          {props.placeholder}
        </option>
      </Show>
      <For each={props.options}>
        {(option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.text}
          </option>
        )}
      </For>
    </select>
  )
}
