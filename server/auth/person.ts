// What a person types about themselves or others, brought into one form. In: raw text. Out: a clean
// e-mail address or name, or a refusal. Keeps: e-mail addresses are stored lower case and trimmed,
// so that one person is one account; names are one line of visible characters.

import { limits } from '#shared/limits.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'

const plausible = /^[^\s@"<>(),;:\\[\]]+@[^\s@"<>(),;:\\[\]]+\.[^\s@"<>(),;:\\[\]]+$/
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u

/** In the form it is stored and looked up by; says nothing about whether it is an address. */
export const foldEmail = (raw: string): string => raw.normalize('NFC').trim().toLowerCase()

export function cleanEmail(raw: string): string | Refusal {
  const email = foldEmail(raw)
  const fits = email.length <= limits.emailCharactersMax
  return fits && plausible.test(email) && !invisible.test(email) ? email : refuse('email-malformed')
}

export function cleanName(raw: string): string | Refusal {
  const name = raw.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  if (name === '' || invisible.test(name)) return refuse('name-missing')
  return name.length <= limits.nameCharactersMax ? name : refuse('name-missing')
}
