// The list of keys. In: whether it is open. Out: a dialog with every key of this page, and the
// switch for single letters (WCAG 2.1.4). Keeps: what stands here is what the page does.

import type { JSX } from 'solid-js'
import { createSignal, createUniqueId, For } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { words } from '../../../ui/words.ts'
import { lettersAreOn, switchLetters } from './letters.ts'

const t = () => words().text.keys

const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform)
const control = isApple ? '⌘' : 'Ctrl'

const rows = (list: () => readonly (readonly [string, string])[]) => (
  <dl class="keys">
    <For each={list()}>
      {([key, what]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      )}
    </For>
  </dl>
)

export function KeysDialog(props: {
  readonly open: boolean
  readonly onClose: () => void
}): JSX.Element {
  const id = createUniqueId()
  const [letters, setLetters] = createSignal(lettersAreOn())
  const inText = (): [string, string][] => [
    [`${control} S`, t().save],
    [`${control} Z`, t().undo],
    [isApple ? '⇧ ⌘ Z' : 'Ctrl Y', t().redo],
    ['Enter ↵', t().enter],
    ['Esc', t().toParagraph],
  ]
  const atParagraph = (): [string, string][] => [
    ['↑ ↓', t().paragraphs],
    ['Enter ↵', t().edit],
    ['N', t().next],
    ['U', t().nextOurs],
    ['?', t().list],
  ]
  return (
    <Dialog open={props.open} title={t().title} onClose={props.onClose}>
      <h3>{t().inText}</h3>
      {rows(inText)}
      <h3>{t().atParagraph}</h3>
      {rows(atParagraph)}
      <h3>{t().everywhere}</h3>
      {rows(() => [['F6', t().nextRegion]])}
      <label class="tick" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={letters()}
          onChange={(event) => {
            setLetters(event.currentTarget.checked)
            switchLetters(event.currentTarget.checked)
          }}
        />
        {t().letters}
      </label>
      <div class="buttons">
        <Button onPress={() => props.onClose()}>{words().act.close}</Button>
      </div>
    </Dialog>
  )
}
