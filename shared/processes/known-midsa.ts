// The Migration Dialogue for Southern Africa as its sources describe it (DOMAIN §1.1, sources
// S3–S13). In: nothing. Out: one KnownProcess. Keeps: chairs and hosts are not here, for they
// change from year to year.

import type { ProcessId } from '../ids.ts'
import { parties } from './process-facts.ts'
import type { KnownProcess } from './process-facts.ts'

const iomPage = 'iom.int/migration-dialogue-southern-africa-midsa'
const inTheRoom = 'Attends meetings: ropretoria.iom.int (2015, 2022), unicef.org/esa (2025)'

export const midsa: KnownProcess = {
  id: 'midsa' as ProcessId,
  shortName: 'MIDSA',
  languages: ['en', 'fr', 'pt'],
  names: {
    en: 'Migration Dialogue for Southern Africa',
    es: 'Diálogo sobre la Migración en África Meridional',
    pt: 'Diálogo sobre a Migração na África Austral',
    fr: "Dialogue sur la migration pour l'Afrique australe",
    ru: 'Диалог по вопросам миграции в южной части Африки',
  },
  description: {
    en:
      'Since 2000, the member States of SADC consult each other on migration: a technical' +
      ' conference each year, ministers about every second year.',
    es:
      'Desde 2000, los Estados miembros de la SADC se consultan sobre migración: una ' +
      'conferencia técnica cada año y una reunión ministerial cada dos años, ' +
      'aproximadamente.',
    pt:
      'Desde 2000, os Estados membros da SADC consultam-se sobre migração: uma ' +
      'conferência técnica por ano e uma reunião ministerial a cada dois anos, ' +
      'aproximadamente.',
    fr:
      'Depuis 2000, les États membres de la SADC se consultent sur la migration : une ' +
      'conférence technique chaque année, les ministres tous les deux ans environ.',
    ru:
      'С 2000 года государства — члены САДК проводят консультации по вопросам миграции: ' +
      'техническая конференция ежегодно, встреча министров примерно раз в два года.',
  },
  members: [
    ...parties('AO BW CD LS MG MU MW MZ NA SC SZ TZ ZA ZM ZW', 'member', iomPage, '2000'),
    // Fifteen members were listed in 2015, without the Comoros (DOMAIN §1.1).
    ...parties('KM', 'member', `${iomPage}; not yet in the list of 2015`),
    ...parties('IOM', 'observer', `${iomPage}: serves as the secretariat`, '2000'),
    ...parties('AUC COMESA ILO IOC SADC UNHCR UNICEF UNODC', 'observer', inTheRoom),
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
        en: 'Meeting of Senior Officials',
        es: 'Reunión de Altos Funcionarios',
        pt: 'Reunião de Altos Funcionários',
        fr: 'Réunion des hauts fonctionnaires',
        ru: 'Совещание старших должностных лиц',
      },
    },
    {
      key: 'technical-conference',
      level: 'technical',
      names: {
        en: 'Technical Conference',
        es: 'Conferencia Técnica',
        pt: 'Conferência Técnica',
        fr: 'Conférence technique',
        ru: 'Техническая конференция',
      },
    },
    {
      key: 'secretariat',
      level: 'secretariat',
      names: {
        en: 'MIDSA Secretariat (IOM)',
        es: 'Secretaría del MIDSA (OIM)',
        pt: 'Secretariado do MIDSA (OIM)',
        fr: 'Secrétariat du MIDSA (OIM)',
        ru: 'Секретариат МИДСА (МОМ)',
      },
    },
  ],
}
