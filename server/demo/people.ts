// Who takes part in the demonstration: people nobody is, for States that are. In: nothing. Out:
// names by process and State. Keeps: `<role>@<process>.demo` (DESIGN §9): a focal point `br@`, a
// second delegate `br2@`, for some an adviser `br-adviser@`; all of them are made up.

import type { Language } from '#shared/i18n/languages.ts'
import { CHAIR } from '#shared/ids.ts'
import type { PartyCode, ProcessId } from '#shared/ids.ts'
import type { Role } from '#shared/roles.ts'

export interface DemoPerson {
  readonly process: ProcessId
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly party: PartyCode
  readonly language: Language
}

/** Names of the focal point, the second delegate, the adviser. */
type Delegation = readonly [focalPoint: string, second: string, adviser?: string]

interface Cast {
  readonly chair: string
  readonly secretariat: string
  readonly observer: readonly [party: string, name: string]
  /** What most of its people read. */
  readonly language: Language
  readonly others: Readonly<Partial<Record<Language, string>>>
  readonly delegations: Readonly<Record<string, Delegation>>
}

const csm: Cast = {
  chair: 'Elena Ibarra Montes',
  secretariat: 'Tomás Rivas Lagos',
  observer: ['MX', 'Rosario Cházaro Pineda'],
  language: 'es',
  others: { pt: 'BR', en: 'GY' },
  delegations: {
    BR: ['Mariana Azevedo Prado', 'Paulo Nogueira Brandt', 'Lívia Sampaio Reis'],
    CL: ['Ignacio Fuenzalida Rojas', 'Catalina Oyarzún Vera', 'Matías Aránguiz Soto'],
    AR: ['Lucía Bermúdez Arce', 'Esteban Quiroga Paz'],
    BO: ['Wara Choque Mamani', 'Hernán Salinas Vaca'],
    CO: ['Natalia Restrepo Guzmán', 'Andrés Mejía Cano'],
    EC: ['Verónica Andrade Jijón', 'Diego Cevallos Luna'],
    GY: ['Anita Persaud', 'Devon Braithwaite'],
    PE: ['Rosa Huamán Ortega', 'Julio Cárdenas Silva'],
    PY: ['Perla Benítez Acosta', 'Óscar Duarte Franco'],
    UY: ['Florencia Techera Bello', 'Martín Sosa Etcheverry'],
  },
}

const midsa: Cast = {
  chair: 'Grace Mbewe',
  secretariat: 'Thandeka Nkosi',
  observer: ['UNHCR', 'Ingrid Solberg'],
  language: 'en',
  others: { fr: 'CD MG', pt: 'AO MZ' },
  delegations: {
    ZA: ['Lindiwe Khumalo', 'Pieter van Rooyen', 'Ayanda Mokoena'],
    ZW: ['Tendai Chikore', 'Rudo Matsika'],
    MZ: ['Amélia Macuácua', 'Joaquim Sitoe'],
    AO: ['Teresa Kiala', 'Domingos Fortunato'],
    CD: ['Chantal Ilunga', 'Patrick Kabasele'],
    MG: ['Hanta Rakotovao', 'Solofo Andriamaro'],
    NA: ['Selma Shikongo', 'Johannes Garoeb'],
    ZM: ['Mutinta Hamoonga', 'Bwalya Chanda'],
  },
}

const almaty: Cast = {
  chair: 'Айгерим Сапарова',
  secretariat: 'Катрин Мейер',
  observer: ['PK', 'Bilal Ahsan Qureshi'],
  language: 'ru',
  others: { en: 'TR PK' },
  delegations: {
    KZ: ['Данияр Ахметжанов', 'Мадина Оспанова', 'Ерлан Тлеубаев'],
    KG: ['Нургуль Асанова', 'Бакыт Жолдошев'],
    TJ: ['Фирдавс Рахимзода', 'Нигора Шарипова'],
    TM: ['Огулджан Атаева', 'Мердан Гельдыев'],
    AZ: ['Лейла Мамедзаде', 'Рашад Гулиев'],
    TR: ['Elif Karaca', 'Murat Özdemir'],
  },
}

const casts: Readonly<Record<string, Cast>> = { csm, midsa, almaty }

/** Everybody, process by process: the chair, the secretariat, the observer, the delegations. */
export const demoPeople: readonly DemoPerson[] = Object.entries(casts).flatMap(([id, cast]) =>
  castOf(id as ProcessId, cast),
)

function castOf(process: ProcessId, cast: Cast): DemoPerson[] {
  const person = (at: string, name: string, role: Role, party: string): DemoPerson => ({
    process,
    email: `${at}@${process}.demo`,
    name,
    role,
    party: party as PartyCode,
    language: languageOf(cast, party),
  })
  const [observing, observer] = cast.observer
  return [
    person('chair', cast.chair, 'chair', CHAIR),
    person('secretariat', cast.secretariat, 'secretariat', CHAIR),
    person('observer', observer, 'observer', observing),
    ...Object.entries(cast.delegations).flatMap(([party, [focalPoint, second, adviser]]) => {
      const at = party.toLowerCase()
      const own = [
        person(at, focalPoint, 'focalPoint', party),
        person(`${at}2`, second, 'delegate', party),
      ]
      return adviser ? own.concat(person(`${at}-adviser`, adviser, 'adviser', party)) : own
    }),
  ]
}

function languageOf({ language, others }: Cast, party: string): Language {
  const found = Object.entries(others).find(([, parties]) => parties.split(' ').includes(party))
  return found ? (found[0] as Language) : language
}
