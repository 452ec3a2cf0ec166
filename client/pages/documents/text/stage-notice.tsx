// What stands in place of the text while it is not there. In: the stage of the document door.
// Out: one sentence and the one way on. Keeps: an error state is as calm as the text.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createEffect, Match, Switch } from 'solid-js'
import { whoAmI } from '../../../hub/login.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { words } from '../../../ui/words.ts'
import type { Desk } from './desk.ts'

export function StageNotice(props: {
  readonly desk: Desk
  readonly document: string
}): JSX.Element {
  const { desk } = props
  const stage = () => desk.state.stage()
  const isFirst = () => desk.state.copies() === 0
  createEffect(() => {
    if (stage() === 'signed-out') void whoAmI()
  })
  const next = () => `/sign-in?next=${encodeURIComponent(`/documents/${props.document}`)}`
  return (
    <div class="stage-notice">
      <Switch>
        <Match when={stage() === 'opening' && isFirst()}>
          <p class="quiet" aria-busy="true">
            {desk.state.attempts() > 1 ? words().unreachable : words().text.page.loading}
          </p>
        </Match>
        <Match when={stage() === 'signed-out'}>
          <Notice
            tone="warn"
            actions={
              <A class="btn main" href={next()}>
                {words().nav.signIn}
              </A>
            }
          >
            <p>{words().text.readOnly.signedOut}</p>
          </Notice>
        </Match>
        <Match when={stage() === 'gone'}>
          <Notice
            tone="warn"
            actions={
              <A class="btn" href="/">
                {words().notFound.home}
              </A>
            }
          >
            <p>{words().text.page.gone}</p>
          </Notice>
        </Match>
        <Match when={stage() === 'crowded' || stage() === 'broken'}>
          <Notice
            tone="bad"
            actions={<Button onPress={() => desk.link.retry()}>{words().act.retry}</Button>}
          >
            <p>
              {stage() === 'crowded' ? words().refused['too-many']({}) : words().broken.sentence}
            </p>
          </Notice>
        </Match>
      </Switch>
    </div>
  )
}
