// A button. In: its weight (main, ordinary, plain, grave) and whether its work is under way. Out: a
// native button. Keeps: a busy button stays focusable and says so; it is never pressed twice.

import type { JSX } from 'solid-js'
import { splitProps } from 'solid-js'

interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  readonly weight?: 'main' | 'plain' | 'grave' | undefined
  readonly busy?: boolean | undefined
  readonly onPress?: (() => void) | undefined
}

export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['weight', 'busy', 'onPress', 'class', 'children'])
  return (
    <button
      type="button"
      {...rest}
      class={['btn', own.weight, own.class].filter(Boolean).join(' ')}
      aria-disabled={own.busy ? 'true' : undefined}
      onClick={(event) => {
        if (own.busy) event.preventDefault()
        else own.onPress?.()
      }}
    >
      {own.children}
    </button>
  )
}
