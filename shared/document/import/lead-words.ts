// The words paragraphs of declarations open with, in five languages. In: the start of a paragraph.
// Out: whether a preamble, an operative part or a part of the document begins there. Keeps: a
// guess about form only; RCP declarations often break the customs (DOMAIN R3), so nothing is
// refused for it.

/** Begins a recital: a participle or adjective (DOMAIN R2), capitalised except in Russian. */
export function opensRecital(text: string): boolean {
  const first = firstWord(text)
  if (!first) return false
  const word = first.toLowerCase()
  if (/^[а-яё]/u.test(word)) return russian.has(word)
  if (!/^\p{Lu}/u.test(first)) return false
  return gerund.test(word) ? !notGerunds.has(word) : adjectives.test(word)
}

const firstWord = (text: string): string | null => /^[«"“]?([\p{L}’'-]+)/u.exec(text)?.[1] ?? null

/** Spanish and Portuguese -ando -endo -indo, English -ing, French -ant. */
const gerund = /^[\p{L}-]{2,}(?:[aei]ndo|ing|ant)$/u
const notGerunds = new Set(
  `during following king spring string thing nothing something everything avant pendant durant
   devant tant autant quant cependant maintenant enfant cuando quando mundo fondo segundo
   standing meeting building funding training drafting working opening closing`.split(/\s+/),
)

const adjectives = new RegExp(
  `^(?:${[
    'mindful|concerned|deeply|gravely|seriously|aware|convinced|guided|alarmed|encouraged',
    'determined|conscious|inspired|desirous|disturbed|appalled|cognizant|fully',
    'conscientes?|preocupad[oa]s?|convencid[oa]s?|guiad[oa]s?|alarmad[oa]s?|decidid[oa]s?',
    'inspirad[oa]s?|animad[oa]s?|alentad[oa]s?|profundamente|persuadid[oa]s?|vistos?|vistas?',
    'cientes?|determinad[oa]s?|resolvid[oa]s?|desejos[oa]s|deseos[oa]s',
    'conscient(?:e?s)?|préoccupée?s?|convaincue?s?|guidée?s?|soucieu(?:x|se|ses)|vu',
    'désireu(?:x|se|ses)|alarmée?s?|résolue?s?|encouragée?s?|profondément|inspirée?s?',
  ].join('|')})$`,
  'u',
)

const russian = new Set(
  `подтверждая признавая учитывая отмечая сознавая руководствуясь ссылаясь принимая приветствуя
   вновь выражая стремясь напоминая подчеркивая подчёркивая будучи исходя осознавая памятуя желая
   считая одобряя поддерживая констатируя основываясь высоко имея ощущая испытывая рассмотрев
   заслушав изучив обсудив действуя призывая воздавая заявляя повторяя полагая понимая убежденные
   убеждённые озабоченные обеспокоенные сожалея также`
    .split(/\s+/)
    .filter(Boolean),
)

/** Opens a bullet of the preamble though its verb is finite (DOMAIN §1.2, shape c). */
const recitalVerbs = new RegExp(
  `^(?:${[
    'reafirma[nm]?|reconoce[nm]?|reconhecem?|destaca[nm]?|reitera[nm]?|recuerdan?|recordam?',
    'valora[nm]?|saludan?|saúdam?|celebra[nm]?|subrayan?|sublinham?|enfatiza[nm]?|toma[nm]? nota',
    'expresan?|expressam?|manifiestan?|manifestam?|constata[nm]?|considera[nm]?',
    'reaffirm|recogni[sz]e|recall|note|welcome|underline|emphasi[sz]e|stress|acknowledge',
    'reiterate|express|réaffirment|reconnaissent|rappellent|soulignent|notent|se félicitent',
    'expriment|подтверждают|признают|отмечают|приветствуют|напоминают|подчеркивают',
  ].join('|')})(?!\\p{L})`,
  'iu',
)

export const opensPreambleBullet = (text: string): boolean =>
  opensRecital(text) || recitalVerbs.test(text)

/** `CONSIDERANDO:` or `PREÁMBULO`: what follows is preamble. */
export function headsRecitals(text: string): boolean {
  const word = text
    .replace(/[:.,]$/u, '')
    .trim()
    .toLowerCase()
  return preambleHeadings.test(word) || (opensRecital(capitalised(word)) && !word.includes(' '))
}

const preambleHeadings = /^(?:pre[áa]mbulo|preamble|préambule|преамбула|considerandos?|vistos?)$/u
const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** `Anexo`, `Part II`, `Приложение 1`: a part with its own numbering (DOMAIN §0). */
export const opensPart = (text: string): boolean => text.length <= 120 && part.test(text)

const partWords = [
  'anexos?|annex(?:es|e)?|appendix|ap[ée]ndice|appendice|adjunto|attachment',
  'приложение|дополнение|part|parte|partie|часть',
].join('|')
const partNumber = String.raw`(?:[\dIVXLC]{1,6}|[A-Z]|no\.?\s*\d+|n\.?º\s*\d+)`
const partTitle = String.raw`(?:\s*[.:–—-]\s*.*|\s*\(.*\))`
const part = new RegExp(`^(?:${partWords})(?:\\s+${partNumber})?${partTitle}?$`, 'iu')

/** The title of notes at the end: `Notas`, `Примечания`. */
export const opensNotes = (text: string): boolean =>
  /^(?:notes?|notas?|footnotes?|endnotes?|примечани[ея]|сноски)\s*:?$/iu.test(text)

/** A word that tells which of several title lines names the document. */
export const namesDocument = (text: string): boolean => documentWords.test(text)

const documentWords = new RegExp(
  [
    'declara(?:[ct]i|ç)|déclaration|декларация|statement|recom(?:m|i)?[ea]nda(?:[ct]i|ç)',
    'рекомендаци|plan de acci|plano de a|action plan|plan d.action|план действий|comunicad',
    'communiqu|коммюнике|informe|relat[óo]rio|report|rapport|доклад|agenda|ordre du jour',
    'повестка|resolu[ct]|résolution|резолюция',
  ].join('|'),
  'iu',
)
