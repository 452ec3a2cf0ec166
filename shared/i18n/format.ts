// Dates, times and lists in words. In: a language, an instant in milliseconds since 1970 (UTC), an
// IANA zone. Out: text with its weekday and its zone. Keeps: no clock is read here; a date on
// screen always says its weekday, a time that is not today's always says its zone (DESIGN §10).

import type { Language } from './languages.ts'

/** British dates in English: the day before the month, 24 hours, as United Nations documents do. */
const locales: Record<Language, string> = {
  en: 'en-GB',
  es: 'es',
  pt: 'pt-BR',
  fr: 'fr',
  ru: 'ru',
}

function parts(language: Language, at: number, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(locales[language], options).formatToParts(at)
}

const textOf = (list: Intl.DateTimeFormatPart[]) => list.map((part) => part.value).join('')

/** United Nations English has no comma between the weekday and the date. */
const dayOf = (language: Language, list: Intl.DateTimeFormatPart[]) =>
  language === 'en' ? textOf(list).replace(',', '') : textOf(list)

/** `UTC−3`, `UTC+5:30`, `UTC`. */
export function formatZone(at: number, zone: string): string {
  const name = parts('en', at, { timeZone: zone, timeZoneName: 'shortOffset' }).find(
    (part) => part.type === 'timeZoneName',
  )
  return (name?.value ?? 'UTC').replace('GMT', 'UTC').replace(/\+0$/, '').replace('-', '−')
}

/** `10:42`, or with seconds `10:42:07`. */
export function formatTime(language: Language, at: number, zone: string, seconds = false): string {
  return textOf(
    parts(language, at, {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      ...(seconds ? { second: '2-digit' } : {}),
      hourCycle: 'h23',
    }),
  )
}

/** `Wednesday 19 November 2025`, in the order and with the small words of the language. */
export function formatDay(language: Language, at: number, zone: string): string {
  return dayOf(
    language,
    parts(language, at, {
      timeZone: zone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
  )
}

/** `Wed 19 Nov 2025`: for tables, where the long form would not fit. */
export function formatShortDay(language: Language, at: number, zone: string): string {
  return dayOf(
    language,
    parts(language, at, {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
  )
}

/** `Wednesday 19 November 2025, 17:42 (UTC−3)`. */
export function formatMoment(language: Language, at: number, zone: string): string {
  const time = formatTime(language, at, zone)
  return `${formatDay(language, at, zone)}, ${time} (${formatZone(at, zone)})`
}

/** `Wed 19 Nov 2025, 17:42 (UTC−3)`. */
export function formatShortMoment(language: Language, at: number, zone: string): string {
  const time = formatTime(language, at, zone)
  return `${formatShortDay(language, at, zone)}, ${time} (${formatZone(at, zone)})`
}

/** `Brazil, Chile and Peru`. */
export function formatList(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items)
}

/** Sorting as the language sorts: accents and case do not part equal letters. */
export function byName(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(locales[language], { sensitivity: 'base' }).compare
}
