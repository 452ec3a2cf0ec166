// Two pages nobody asks for: nothing is here, and something broke. In: nothing, or the error. Out:
// a calm sheet with the one way on. Keeps: an error never leaves a blank page, and never shows its
// stack.

import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { Button } from './button.tsx'
import { Page } from './page.tsx'
import { words } from './words.ts'

export function NotFound(): JSX.Element {
  return (
    <Page class="sheet narrow" title={words().notFound.title} lead={words().notFound.sentence}>
      <A class="btn" href="/">
        {words().notFound.home}
      </A>
    </Page>
  )
}

export function Broken(props: { readonly error: unknown }): JSX.Element {
  console.error(props.error)
  return (
    <main class="layout one">
      <Page class="sheet narrow" title={words().broken.title} lead={words().broken.sentence}>
        <Button weight="main" onPress={() => location.reload()}>
          {words().broken.reload}
        </Button>
      </Page>
    </main>
  )
}
