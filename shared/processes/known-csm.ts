// The South American Conference on Migration as its sources describe it (DOMAIN §1.2, sources
// S16–S34). In: nothing. Out: one KnownProcess. Keeps: observers follow but never take part in
// drafting (S16, S25: N1).

import type { ProcessId } from '../ids.ts'
import { parties } from './process-facts.ts'
import type { KnownProcess } from './process-facts.ts'

const whatIsTheCsm = 'csmigraciones.org/es/quienes-somos/que-es-la-csm'
const namedObserver = 'Named among the observers: csm-osumi.org (2006), XVIII CSM (2018)'

export const csm: KnownProcess = {
  id: 'csm' as ProcessId,
  shortName: 'CSM',
  languages: ['es', 'pt', 'en'],
  names: {
    en: 'South American Conference on Migration',
    es: 'Conferencia Suramericana sobre Migraciones',
    pt: 'Conferência Sul-Americana sobre Migrações',
    fr: 'Conférence sud-américaine sur les migrations',
    ru: 'Южноамериканская конференция по миграции',
  },
  description: {
    en:
      'Since 2000, the twelve States of South America meet every year and decide by ' +
      'consensus, in a final declaration.',
    es:
      'Desde 2000, los doce Estados de América del Sur se reúnen cada año y deciden por ' +
      'consenso, en una declaración final.',
    pt:
      'Desde 2000, os doze Estados da América do Sul reúnem-se todos os anos e decidem ' +
      'por consenso, em uma declaração final.',
    fr:
      "Depuis 2000, les douze États d'Amérique du Sud se réunissent chaque année et " +
      'décident par consensus, dans une déclaration finale.',
    ru:
      'С 2000 года двенадцать государств Южной Америки ежегодно собираются и принимают ' +
      'решения консенсусом в виде итоговой декларации.',
  },
  members: [
    ...parties('AR BO BR CL CO EC PE PY UY VE', 'member', whatIsTheCsm, '2000'),
    ...parties('GY SR', 'member', `${whatIsTheCsm}: joined later`),
    ...parties('MX SV', 'observer', `${namedObserver}; MX and SV in 2008`),
    ...parties('IOM', 'observer', `${whatIsTheCsm}: serves as Technical Secretariat`),
    ...parties('CAN ECLAC ICRC ILO SEGIB UNHCR', 'observer', namedObserver),
  ],
  organs: [
    {
      key: 'conference',
      level: 'ministerial',
      names: {
        en: 'Conference',
        es: 'Conferencia',
        pt: 'Conferência',
        fr: 'Conférence',
        ru: 'Конференция',
      },
    },
    {
      key: 'presidency',
      level: 'senior officials',
      names: {
        en: 'Pro Tempore Presidency',
        es: 'Presidencia Pro Témpore',
        pt: 'Presidência Pro Tempore',
        fr: 'Présidence pro tempore',
        ru: 'Временное председательство',
      },
    },
    {
      key: 'intersessional',
      level: 'senior officials',
      names: {
        en: 'Intersessional Meeting',
        es: 'Reunión Intersesional',
        pt: 'Reunião Intersessional',
        fr: 'Réunion intersessions',
        ru: 'Межсессионное совещание',
      },
    },
    {
      key: 'technical-consultation',
      level: 'technical',
      names: {
        en: 'Technical Consultation Meeting',
        es: 'Reunión Técnica de Consulta',
        pt: 'Reunião Técnica de Consulta',
        fr: 'Réunion technique de consultation',
        ru: 'Техническое консультативное совещание',
      },
    },
    {
      key: 'working-networks',
      level: 'technical',
      names: {
        en: 'Working Networks',
        es: 'Redes de Trabajo',
        pt: 'Redes de Trabalho',
        fr: 'Réseaux de travail',
        ru: 'Рабочие сети',
      },
    },
    {
      key: 'secretariat',
      level: 'secretariat',
      names: {
        en: 'Technical Secretariat (IOM)',
        es: 'Secretaría Técnica (OIM)',
        pt: 'Secretaria Técnica (OIM)',
        fr: 'Secrétariat technique (OIM)',
        ru: 'Технический секретариат (МОМ)',
      },
    },
  ],
}
