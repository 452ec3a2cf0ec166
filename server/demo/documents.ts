// The texts of the demonstration, as data. In: nothing. Out: which file becomes which document of
// which work. Keeps: the processes of a demonstration are fictitious, so every text of theirs says
// so; the files under texts/ say where they come from in their first line.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importText } from '#shared/document/import.ts'
import type { ImportedBlock } from '#shared/document/import.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { isRefusal } from '#shared/refusal.ts'
import type { WorkKind } from '../db/schema.ts'

interface DemoVersion {
  readonly file: string
  readonly title: string
  readonly language: Language
}

export interface DemoWork {
  readonly process: string
  readonly symbol: string
  readonly kind: WorkKind
  readonly phase: 'drafting' | 'negotiating'
  /** One document each; they share the symbol and, block for block, the ids. */
  readonly versions: readonly DemoVersion[]
}

/** The text the start page leads to, and in which simulated delegates write. */
export const liveSymbol = 'CSM/EX/L.1'

export const demoWorks: readonly DemoWork[] = [
  {
    process: 'csm',
    symbol: liveSymbol,
    kind: 'declaration',
    phase: 'negotiating',
    versions: [
      {
        file: 'sample-a-declaracion-csm-es.txt',
        title: 'Declaración de Villa Modelo',
        language: 'es',
      },
      {
        file: 'sample-b-declaracao-csm-pt.txt',
        title: 'Declaração de Vila Modelo',
        language: 'pt',
      },
    ],
  },
  {
    process: 'csm',
    symbol: 'CSM/EX/INF.1',
    kind: 'report',
    phase: 'drafting',
    versions: [
      {
        file: 'mc-inf-269.txt',
        title: 'Cooperación técnica sobre migración (MC/INF/269)',
        language: 'es',
      },
    ],
  },
  {
    process: 'midsa',
    symbol: 'MIDSA/EX/L.1',
    kind: 'declaration',
    phase: 'negotiating',
    versions: [
      {
        file: 'sample-c-midsa-ministerial-statement-en.txt',
        title: 'Ministerial Statement on Children Travelling Alone',
        language: 'en',
      },
      {
        file: 'sample-d-midsa-declaration-fr.txt',
        title: 'Déclaration ministérielle sur les enfants voyageant seuls',
        language: 'fr',
      },
    ],
  },
  {
    process: 'almaty',
    symbol: 'ALMATY/EX/L.1',
    kind: 'declaration',
    phase: 'negotiating',
    versions: [
      {
        file: 'sample-e-almaty-declaration-ru.txt',
        title: 'Декларация о защите беженцев и управлении миграцией',
        language: 'ru',
      },
    ],
  },
]

/** The blocks of a file under texts/, without the line that says where it comes from. */
export function blocksOfFile(file: string): readonly ImportedBlock[] {
  const text = readFileSync(join(import.meta.dirname, 'texts', file), 'utf8')
  const imported = importText(text.replace(/^SOURCE:.*\n/, ''))
  if (isRefusal(imported)) throw new Error(`${file}: ${imported.refused}`)
  return imported.blocks
}
