// Names of the States of the Almaty Process, of those that attend it, and of partners from Europe
// (DOMAIN §1.1, §1.3). In: nothing. Out: rows for names.ts. Keeps: UN short and formal names,
// former ones dated.

import { state } from './party-names.ts'

export const eurasianStates = [
  state('AF', {
    en: ['Afghanistan', 'Islamic Republic of Afghanistan'],
    es: ['Afganistán', 'República Islámica del Afganistán'],
    pt: ['Afeganistão', 'República Islâmica do Afeganistão'],
    fr: ['Afghanistan', "République islamique d'Afghanistan"],
    ru: ['Афганистан', 'Исламская Республика Афганистан'],
  }),
  state('AZ', {
    en: ['Azerbaijan', 'Republic of Azerbaijan'],
    es: ['Azerbaiyán', 'República de Azerbaiyán'],
    pt: ['Azerbaijão', 'República do Azerbaijão'],
    fr: ['Azerbaïdjan', "République d'Azerbaïdjan"],
    ru: ['Азербайджан', 'Азербайджанская Республика'],
  }),
  state('CN', {
    en: ['China', "People's Republic of China"],
    es: ['China', 'República Popular China'],
    pt: ['China', 'República Popular da China'],
    fr: ['Chine', 'République populaire de Chine'],
    ru: ['Китай', 'Китайская Народная Республика'],
  }),
  state('IR', {
    en: ['Iran (Islamic Republic of)', 'Islamic Republic of Iran'],
    es: ['Irán (República Islámica del)', 'República Islámica del Irán'],
    pt: ['Irã (República Islâmica do)', 'República Islâmica do Irã'],
    fr: ["Iran (République islamique d')", "République islamique d'Iran"],
    ru: ['Иран (Исламская Республика)', 'Исламская Республика Иран'],
  }),
  state('KG', {
    en: ['Kyrgyzstan', 'Kyrgyz Republic'],
    es: ['Kirguistán', 'República Kirguisa'],
    pt: ['Quirguistão', 'República Quirguiz'],
    fr: ['Kirghizistan', 'République kirghize'],
    ru: ['Кыргызстан', 'Кыргызская Республика'],
  }),
  state('KZ', {
    en: ['Kazakhstan', 'Republic of Kazakhstan'],
    es: ['Kazajstán', 'República de Kazajstán'],
    pt: ['Cazaquistão', 'República do Cazaquistão'],
    fr: ['Kazakhstan', 'République du Kazakhstan'],
    ru: ['Казахстан', 'Республика Казахстан'],
  }),
  state('NL', {
    en: ['Netherlands (Kingdom of the)', 'Kingdom of the Netherlands'],
    es: ['Países Bajos (Reino de los)', 'Reino de los Países Bajos'],
    pt: ['Países Baixos (Reino dos)', 'Reino dos Países Baixos'],
    fr: ['Pays-Bas (Royaume des)', 'Royaume des Pays-Bas'],
    ru: ['Нидерланды (Королевство)', 'Королевство Нидерландов'],
  }),
  state('PK', {
    en: ['Pakistan', 'Islamic Republic of Pakistan'],
    es: ['Pakistán', 'República Islámica del Pakistán'],
    pt: ['Paquistão', 'República Islâmica do Paquistão'],
    fr: ['Pakistan', 'République islamique du Pakistan'],
    ru: ['Пакистан', 'Исламская Республика Пакистан'],
  }),
  state('RU', {
    en: ['Russian Federation', 'Russian Federation'],
    es: ['Federación de Rusia', 'Federación de Rusia'],
    pt: ['Federação da Rússia', 'Federação da Rússia'],
    fr: ['Fédération de Russie', 'Fédération de Russie'],
    ru: ['Российская Федерация', 'Российская Федерация'],
  }),
  state('TJ', {
    en: ['Tajikistan', 'Republic of Tajikistan'],
    es: ['Tayikistán', 'República de Tayikistán'],
    pt: ['Tajiquistão', 'República do Tajiquistão'],
    fr: ['Tadjikistan', 'République du Tadjikistan'],
    ru: ['Таджикистан', 'Республика Таджикистан'],
  }),
  state('TM', {
    en: ['Turkmenistan', 'Turkmenistan'],
    es: ['Turkmenistán', 'Turkmenistán'],
    pt: ['Turcomenistão', 'Turcomenistão'],
    fr: ['Turkménistan', 'Turkménistan'],
    ru: ['Туркменистан', 'Туркменистан'],
  }),
  state(
    'TR',
    {
      en: ['Türkiye', 'Republic of Türkiye'],
      es: ['Türkiye', 'República de Türkiye'],
      pt: ['Türkiye', 'República da Türkiye'],
      fr: ['Türkiye', 'République de Türkiye'],
      ru: ['Турция', 'Турецкая Республика'],
    },
    {
      until: '2022-06-01',
      names: {
        en: ['Turkey', 'Republic of Turkey'],
        es: ['Turquía', 'República de Turquía'],
        pt: ['Turquia', 'República da Turquia'],
        fr: ['Turquie', 'République turque'],
        ru: ['Турция', 'Турецкая Республика'],
      },
    },
  ),
  state('UZ', {
    en: ['Uzbekistan', 'Republic of Uzbekistan'],
    es: ['Uzbekistán', 'República de Uzbekistán'],
    pt: ['Uzbequistão', 'República do Uzbequistão'],
    fr: ['Ouzbékistan', "République d'Ouzbékistan"],
    ru: ['Узбекистан', 'Республика Узбекистан'],
  }),
]
