// A link that is shown once, to be passed on by hand. In: what the hub handed out. Out: the
// address, ready to copy, and until when it works. Keeps: it is never stored on this side; closing
// forgets it.

import type { JSX } from 'solid-js'
import { createSignal } from 'solid-js'
import { formatMoment } from '#shared/i18n/format.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/button.tsx'
import { readerZone } from '../../../ui/time.tsx'
import { language, words } from '../../../ui/words.ts'

const t = () => words().pages.people

export interface HandedOut {
  /** `/link/<token>` */
  readonly path: string
  readonly expiresAt: number
}

export function LinkToPassOn(props: {
  readonly link: HandedOut
  readonly onClose: () => void
}): JSX.Element {
  const [copied, setCopied] = createSignal(false)
  let field: HTMLInputElement | undefined
  const address = () => location.origin + props.link.path

  const copy = async () => {
    field?.select()
    try {
      await navigator.clipboard.writeText(address())
    } catch {
      // No clipboard here (plain http, an old browser): the address is selected, Ctrl+C copies it.
      return
    }
    setCopied(true)
    announce(words().copied)
  }

  return (
    <>
      <p>{t().linkSentence(formatMoment(language(), props.link.expiresAt, readerZone()))}</p>
      <div class="copy">
        <input
          readOnly
          aria-label={t().link}
          value={address()}
          ref={(element) => (field = element)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button weight="main" onPress={() => void copy()}>
          {copied() ? words().copied : words().act.copy}
        </Button>
      </div>
      <div class="buttons">
        <Button onPress={() => props.onClose()}>{words().act.close}</Button>
      </div>
    </>
  )
}
