// Dead keys and input methods. In: composition events of a view. Out: a gate that says when frames
// from the hub must wait. Keeps: nothing changes under a half-composed letter (negotiate2.md §5:
// applied at once, it is doubled), and nothing waits longer, or in greater number, than the limits
// say.

import type { EditorView } from 'prosemirror-view'
import { limits } from '#shared/limits.ts'

/** As much of an EditorView as the gate needs. */
export interface Composing {
  readonly composing: boolean
  readonly dom: EventTarget
}

export interface Gate {
  /** Ask for each frame, before it touches the Y.Doc: true = keep it until `onFlush` calls. */
  hold(): boolean
  /** Called when what was held is to be applied, in order. Returns how to stop it. */
  onFlush(callback: () => void): () => void
  destroy(): void
}

export function createGate(view: Composing): Gate {
  const callbacks = new Set<() => void>()
  let held = 0
  /** Past a limit: let everything through until this composition ends. */
  let open = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (held === 0) return
    held = 0
    for (const callback of callbacks) callback()
  }
  const giveUp = () => {
    open = true
    flush()
  }
  // A new composition may begin at once (one dead key after the other): then go on holding.
  const ended = () => setTimeout(() => view.composing || reopen(), 0)
  const reopen = () => {
    open = false
    flush()
  }
  view.dom.addEventListener('compositionend', ended)
  view.dom.addEventListener('blur', ended)

  return {
    hold() {
      if (open || (!view.composing && held === 0)) return false
      if (held >= limits.compositionFramesMax) {
        giveUp()
        return false
      }
      held++
      timer ??= setTimeout(giveUp, limits.compositionMsMax)
      return true
    },
    onFlush(callback) {
      callbacks.add(callback)
      return () => callbacks.delete(callback)
    },
    destroy() {
      clearTimeout(timer)
      callbacks.clear()
      view.dom.removeEventListener('compositionend', ended)
      view.dom.removeEventListener('blur', ended)
    },
  }
}

/**
 * A composition over selected words of others would begin inside words that stay: propose their
 * deletion first, so that it begins behind them.
 */
export function strikeBeforeComposing(view: EditorView): false {
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection())
  return false
}
