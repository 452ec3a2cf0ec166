// The signs numbering is made of, per language. In: levels and numbers. Out: `(a)` or `a)`, `bis`,
// what a screen reader says. Keeps: letters are Latin in all five languages, as UN documents have
// them (DOMAIN R4); `bis` means inserted after, `alt` in place of (R6).

import type { Language } from '../i18n/languages.ts'
import type { Kind } from './blocks.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** 1 → a … 26 → z, 27 → aa. */
function letter(value: number): string {
  const at = (value - 1) % letters.length
  return letters[at]!.repeat(Math.floor((value - 1) / letters.length) + 1)
}

const romanParts: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  let out = ''
  let rest = value
  for (const [size, sign] of romanParts) {
    for (; rest >= size; rest -= size) out += sign
  }
  return out
}

/** Level 2 and 3 in print: English `(a)` `(i)`, the others `a)` `i)` (DOMAIN R4). */
export function listSign(level: number, value: number, language: Language): string {
  const sign = level === 2 ? letter(value) : roman(value)
  return language === 'en' ? `(${sign})` : `${sign})`
}

/** `OP2` + 1 → `OP2(a)` or `OP2 a)`. */
export function subLabel(above: string, level: number, value: number, language: Language): string {
  const sign = listSign(level, value, language)
  return language === 'en' || above === '' ? `${above}${sign}` : `${above} ${sign}`
}

const inserted = `bis ter quater quinquies sexies septies octies nonies decies undecies duodecies
  terdecies quaterdecies quindecies sexdecies septdecies octodecies novodecies vicies`.split(/\s+/)

/** The first proposal after a paragraph is its `bis`, the second its `ter` (DOMAIN R5, R6). */
export const insertedAfter = (times: number): string => inserted[times - 1] ?? `bis.${times}`

type Spoken = Partial<Record<Kind, string>> & {
  readonly part: string
  readonly section: string
  readonly subtitle: string
  readonly plain: string
}

const names: Record<Language, Spoken> = {
  en: {
    title: 'Title',
    part: 'Part',
    section: 'Section',
    subtitle: 'Sub-title',
    chapeau: 'Chapeau',
    recital: 'Preambular paragraph',
    operative: 'Operative paragraph',
    paragraph: 'Paragraph',
    item: 'Item',
    action: 'Action',
    note: 'Note',
    plain: 'Text without number',
  },
  es: {
    title: 'Título',
    part: 'Parte',
    section: 'Sección',
    subtitle: 'Subtítulo',
    chapeau: 'Encabezamiento',
    recital: 'Párrafo del preámbulo',
    operative: 'Párrafo de la parte dispositiva',
    paragraph: 'Párrafo',
    item: 'Tema',
    action: 'Acción',
    note: 'Nota',
    plain: 'Texto sin número',
  },
  pt: {
    title: 'Título',
    part: 'Parte',
    section: 'Seção',
    subtitle: 'Subtítulo',
    chapeau: 'Chapeau',
    recital: 'Parágrafo preambular',
    operative: 'Parágrafo operativo',
    paragraph: 'Parágrafo',
    item: 'Item',
    action: 'Ação',
    note: 'Nota',
    plain: 'Texto sem número',
  },
  fr: {
    title: 'Titre',
    part: 'Partie',
    section: 'Section',
    subtitle: 'Sous-titre',
    chapeau: 'Chapeau',
    recital: 'Alinéa du préambule',
    operative: 'Paragraphe du dispositif',
    paragraph: 'Paragraphe',
    item: 'Point',
    action: 'Mesure',
    note: 'Note',
    plain: 'Texte sans numéro',
  },
  ru: {
    title: 'Название',
    part: 'Часть',
    section: 'Раздел',
    subtitle: 'Подзаголовок',
    chapeau: 'Вводная часть',
    recital: 'Пункт преамбулы',
    operative: 'Пункт постановляющей части',
    paragraph: 'Пункт',
    item: 'Пункт повестки дня',
    action: 'Мера',
    note: 'Примечание',
    plain: 'Текст без номера',
  },
}

/** `OP2(a)` → `Operative paragraph 2, a`; a heading, a title or plain words by their kind. */
export function spokenLabel(kind: Kind, level: number, text: string, language: Language): string {
  const own = names[language]
  if (kind === 'heading') return level === 1 ? own.part : level === 2 ? own.section : own.subtitle
  const name = own[kind]
  if (text === '') return name && (kind === 'title' || kind === 'chapeau') ? name : own.plain
  const said = text
    .replace(/^(?:PP|OP|N)/, '')
    .replaceAll(/\s*\(?([a-z]+)\)/g, ', $1')
    .replace(/^, /, '')
  return `${name ?? own.plain} ${said}`
}
