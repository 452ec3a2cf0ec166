// Every expected no. A refusal is a value with a code, the rule it rests on where there is one, and
// the facts its sentence needs; the sentences live in shared/i18n under the same code, in five
// languages. Keeps: no refusal without words, no rule ID invented on the spot.

export type RuleId = 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'N7' | 'N8' | 'N9' | 'N10' | 'N11'

/** code → [rule or null, HTTP status]. */
export const refusals = {
  // The negotiating text (docs/RULES.md)
  'not-seated': ['N1', 404],
  'reads-only': ['N1', 403],
  'others-words': ['N2', 409],
  'base-words': ['N2', 409],
  'others-proposal': ['N2', 409],
  'agreed-paragraph': ['N3', 409],
  'attributes-fixed': ['N4', 409],
  'rulings-are-the-hubs': ['N4', 409],
  'forged-proposal': ['N5', 409],
  'does-not-speak': ['N6', 403],
  'not-plain-text': ['N8', 409],
  'unknown-block': ['N8', 409],
  'over-limit': ['N8', 409],
  'not-whole': ['N9', 409],
  'standing-changed': ['N9', 409],
  'foreign-client': ['N9', 409],
  'text-closed': ['N10', 409],
  'writing-suspended': [null, 403],
  // Doors
  'not-found': [null, 404],
  'signed-out': [null, 401],
  'not-allowed': [null, 403],
  'bad-input': [null, 400],
  'too-large': [null, 413],
  'too-many': [null, 429],
  busy: [null, 503],
  'cannot-write': [null, 503],
  // People
  'wrong-sign-in': [null, 401],
  'wait-to-sign-in': [null, 429],
  'link-used-or-expired': [null, 410],
  'password-too-short': [null, 400],
  'password-too-long': [null, 400],
  'password-unsafe': [null, 400],
  'address-taken': [null, 409],
  'email-malformed': [null, 400],
  'name-missing': [null, 400],
  'party-unknown': [null, 400],
  'own-seat': [null, 409],
  'last-secretariat': [null, 409],
  // Documents
  'title-missing': [null, 400],
  'text-missing': [null, 400],
  'text-too-long': [null, 413],
  'too-many-paragraphs': [null, 413],
  'phase-passed': [null, 409],
} as const satisfies Record<string, readonly [RuleId | null, number]>

export type RefusalCode = keyof typeof refusals

export interface Refusal {
  readonly refused: RefusalCode
  /** Facts for the sentence: never draft words, never secrets. */
  readonly facts?: Readonly<Record<string, string | number>>
}

export function refuse(refused: RefusalCode, facts?: Refusal['facts']): Refusal {
  return facts ? { refused, facts } : { refused }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}

export const ruleOf = (code: RefusalCode): RuleId | null => refusals[code][0]
export const statusOf = (code: RefusalCode): number => refusals[code][1]
