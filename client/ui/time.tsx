// A moment on screen. In: milliseconds since 1970 (UTC). Out: weekday, date, time and zone of the
// reader, in a `<time>` that machines can read. Keeps: no date without its weekday and zone.

import type { JSX } from 'solid-js'
import { formatDay, formatMoment, formatShortMoment } from '#shared/i18n/format.ts'
import { language } from './words.ts'

/** The reader's zone, as an IANA name. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

interface TimeProps {
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  /** `short`: Wed 19 Nov 2025, 17:42 (UTC−3); default. */
  readonly form?: 'short' | 'full' | 'day' | undefined
}

const forms = { short: formatShortMoment, full: formatMoment, day: formatDay }

export function Time(props: TimeProps): JSX.Element {
  return (
    <time datetime={new Date(props.at).toISOString()}>
      {forms[props.form ?? 'short'](language(), props.at, readerZone())}
    </time>
  )
}
