// Why this page only reads, as a sentence. In: what the hub said, the reader's role. Out: a grey
// bar, or nothing for who writes. Keeps: a reason the reader can act on, never a code.

import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import type { Dict } from '#shared/i18n/en.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import type { Role } from '#shared/roles.ts'
import { Button } from '../../../ui/button.tsx'
import { words } from '../../../ui/words.ts'
import type { Desk } from './desk.ts'

export function reasonSentence(dict: Dict, because: RefusalCode, role: Role): string {
  const t = dict.text.readOnly
  switch (because) {
    case 'reads-only':
      return role === 'adviser' ? t.adviser : t.observer
    case 'does-not-speak':
      return role === 'adviser' ? t.adviser : t.notSpeaking
    case 'writing-suspended':
      return t.suspended
    case 'base-words':
      return t.drafting
    case 'text-closed':
      return t.closed
    default:
      return dict.refused[because]({})
  }
}

export function ReadsOnly(props: { readonly desk: Desk; readonly role: Role }): JSX.Element {
  const sentence = () => {
    const hello = props.desk.hello
    if (props.desk.state.isUnknown()) return words().text.readOnly.oldPage
    if (!hello || hello.writing) return ''
    return reasonSentence(words(), hello.readsBecause ?? 'reads-only', props.role)
  }
  return (
    <Show when={sentence()}>
      <div class="reads-only" role="note" aria-label={words().text.readOnly.label}>
        <p>{sentence()}</p>
        <Show when={props.desk.state.isUnknown()}>
          <Button onPress={() => location.reload()}>{words().text.page.reload}</Button>
        </Show>
      </div>
    </Show>
  )
}
