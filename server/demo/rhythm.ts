// How people type: letters in bursts, a breath at a comma, a pause to think. In: randomness, a
// pace, a signal to stop. Out: pauses. Keeps: nothing here holds the process open, and stopping
// ends every pause at once.

import { setTimeout as sleep } from 'node:timers/promises'
import type { RandomBytes } from '#shared/ids.ts'

export interface Rhythm {
  /** After this letter. */
  letter(letter: string): Promise<void>
  /** On seeing a slip of one's own, before correcting it. */
  notice(): Promise<void>
  /** Between two amendments. */
  think(): Promise<void>
  /** Before the first one: not everybody begins at once. */
  begin(): Promise<void>
  /** Before leaving, at any pace: a stock client gets no receipt for its last letters. */
  linger(): Promise<void>
}

const lingerMs = 1_000

/** `pace` 1 is human; smaller is faster. A stopped signal makes every pause throw AbortError. */
export function createRhythm(random: RandomBytes, pace: number, signal: AbortSignal): Rhythm {
  const pause = async (fromMs: number, toMs: number) => {
    const share = random(1)[0]! / 255
    const ms = (fromMs + (toMs - fromMs) * share) * pace
    await sleep(ms, undefined, { signal, ref: false })
  }
  return {
    letter: (letter) => (/[,.;]/.test(letter) ? pause(250, 600) : pause(50, 150)),
    notice: () => pause(400, 900),
    think: () => pause(8_000, 28_000),
    begin: () => pause(500, 7_000),
    linger: () => sleep(lingerMs, undefined, { signal, ref: false }),
  }
}
