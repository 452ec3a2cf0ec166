// The shape of a template, and the small words it is written with. In: words. Out: blocks. Keeps:
// every language has the same templates; `…` marks what the secretariat fills in, never a bracket,
// for a bracket says "not agreed".

import type { ImportedBlock, Level } from '../import/imported.ts'

export const templateKeys = ['declaration', 'statement', 'recommendations', 'blank'] as const
export type TemplateKey = (typeof templateKeys)[number]

export interface TemplateText {
  readonly name: string
  readonly description: string
  readonly blocks: readonly ImportedBlock[]
}

export type Templates = Readonly<Record<TemplateKey, TemplateText>>

const one =
  (kind: ImportedBlock['kind'], level: Level) =>
  (words: string): ImportedBlock => ({ kind, level, words })

export const title = one('title', 1)
export const section = one('heading', 2)
export const chapeau = one('chapeau', 1)
export const lead = one('chapeau', 0)
export const recital = one('recital', 1)
export const operative = one('operative', 1)
export const point = one('operative', 2)
export const closing = one('operative', 0)
export const paragraph = one('paragraph', 1)
