// The Central Asia–Pakistan dialogue, today the Almaty Process, as its sources describe it (DOMAIN
// §1.3, sources S35–S44). In: nothing. Out: one KnownProcess. Keeps: sources disagree on who is a
// member, so each standing carries the list it comes from and the secretariat may edit it.

import type { ProcessId } from '../ids.ts'
import { parties } from './process-facts.ts'
import type { KnownProcess } from './process-facts.ts'

const list2019 = 'List of 2019: tajikistan.iom.int (Dushanbe, 2019)'
const since = '2013'

export const almaty: KnownProcess = {
  id: 'almaty' as ProcessId,
  shortName: 'Almaty',
  languages: ['ru', 'en'],
  names: {
    en: 'Central Asia–Pakistan Dialogue (Almaty Process)',
    es: 'Diálogo Asia Central-Pakistán (Proceso de Almaty)',
    pt: 'Diálogo Ásia Central-Paquistão (Processo de Almaty)',
    fr: "Dialogue Asie centrale-Pakistan (Processus d'Almaty)",
    ru: 'Диалог «Центральная Азия — Пакистан» (Алматинский процесс)',
  },
  description: {
    en:
      'States of Central Asia and their neighbours on refugee protection and ' +
      'international migration: an idea of 2010, at work since 2013.',
    es:
      'Los Estados de Asia Central y sus vecinos, sobre la protección de los refugiados y' +
      ' la migración internacional: una idea de 2010, en marcha desde 2013.',
    pt:
      'Os Estados da Ásia Central e seus vizinhos, sobre a proteção dos refugiados e a ' +
      'migração internacional: uma ideia de 2010, em marcha desde 2013.',
    fr:
      "Les États d'Asie centrale et leurs voisins, sur la protection des réfugiés et les " +
      "migrations internationales : une idée de 2010, à l'œuvre depuis 2013.",
    ru:
      'Государства Центральной Азии и их соседи — о защите беженцев и международной ' +
      'миграции: замысел 2010 года, в работе с 2013 года.',
  },
  members: [
    ...parties('AF AZ KG KZ TJ TM TR', 'member', list2019, since),
    ...parties('IR', 'observer', `${list2019}; adopted the Declaration of 2011`),
    ...parties('PK', 'observer', `${list2019}; named a participant in 2014 (enbek.gov.kz)`),
    ...parties('UZ', 'observer', `Attends (2011, 2019) without being in either list: ${list2019}`),
    ...parties('RU', 'observer', 'Among the adopters of the Declaration of 2011 (unhcr.org)'),
    ...parties('CN', 'observer', 'Attended in 2011 (unhcr.org)'),
    ...parties('IOM UNHCR', 'observer', 'unhcr.org/centralasia: the joint secretariat', since),
  ],
  organs: [
    {
      key: 'ministerial-conference',
      level: 'ministerial',
      names: {
        en: 'Ministerial Conference',
        es: 'Conferencia Ministerial',
        pt: 'Conferência Ministerial',
        fr: 'Conférence ministérielle',
        ru: 'Конференция министров',
      },
    },
    {
      key: 'senior-officials',
      level: 'senior officials',
      names: {
        en: "Senior Officials' Meeting",
        es: 'Reunión de Altos Funcionarios',
        pt: 'Reunião de Altos Funcionários',
        fr: 'Réunion des hauts fonctionnaires',
        ru: 'Совещание старших должностных лиц',
      },
    },
    {
      key: 'national-coordinators',
      level: 'senior officials',
      names: {
        en: 'National Coordinators',
        es: 'Coordinadores Nacionales',
        pt: 'Coordenadores Nacionais',
        fr: 'Coordonnateurs nationaux',
        ru: 'Национальные координаторы',
      },
    },
    {
      key: 'technical-experts',
      level: 'technical',
      names: {
        en: "Technical Experts' Group",
        es: 'Grupo de Expertos Técnicos',
        pt: 'Grupo de Peritos Técnicos',
        fr: "Groupe d'experts techniques",
        ru: 'Группа технических экспертов',
      },
    },
    {
      key: 'secretariat',
      level: 'secretariat',
      names: {
        en: 'Secretariat (IOM and UNHCR)',
        es: 'Secretaría (OIM y ACNUR)',
        pt: 'Secretariado (OIM e ACNUR)',
        fr: 'Secrétariat (OIM et HCR)',
        ru: 'Секретариат (МОМ и УВКБ ООН)',
      },
    },
  ],
}
