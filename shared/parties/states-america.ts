// Names of the States of the South American Conference and of the American States that follow it
// (DOMAIN §1.2). In: nothing. Out: rows for names.ts. Keeps: UN short and formal names, former
// ones dated.

import { state } from './party-names.ts'

export const americanStates = [
  state('AR', {
    en: ['Argentina', 'Argentine Republic'],
    es: ['Argentina', 'República Argentina'],
    pt: ['Argentina', 'República Argentina'],
    fr: ['Argentine', 'République argentine'],
    ru: ['Аргентина', 'Аргентинская Республика'],
  }),
  state(
    'BO',
    {
      en: ['Bolivia (Plurinational State of)', 'Plurinational State of Bolivia'],
      es: ['Bolivia (Estado Plurinacional de)', 'Estado Plurinacional de Bolivia'],
      pt: ['Bolívia (Estado Plurinacional da)', 'Estado Plurinacional da Bolívia'],
      fr: ['Bolivie (État plurinational de)', 'État plurinational de Bolivie'],
      ru: ['Боливия (Многонациональное Государство)', 'Многонациональное Государство Боливия'],
    },
    {
      until: '2009-03-18',
      names: {
        en: ['Bolivia', 'Republic of Bolivia'],
        es: ['Bolivia', 'República de Bolivia'],
        pt: ['Bolívia', 'República da Bolívia'],
        fr: ['Bolivie', 'République de Bolivie'],
        ru: ['Боливия', 'Республика Боливия'],
      },
    },
  ),
  state('BR', {
    en: ['Brazil', 'Federative Republic of Brazil'],
    es: ['Brasil', 'República Federativa del Brasil'],
    pt: ['Brasil', 'República Federativa do Brasil'],
    fr: ['Brésil', 'République fédérative du Brésil'],
    ru: ['Бразилия', 'Федеративная Республика Бразилия'],
  }),
  state('CL', {
    en: ['Chile', 'Republic of Chile'],
    es: ['Chile', 'República de Chile'],
    pt: ['Chile', 'República do Chile'],
    fr: ['Chili', 'République du Chili'],
    ru: ['Чили', 'Республика Чили'],
  }),
  state('CO', {
    en: ['Colombia', 'Republic of Colombia'],
    es: ['Colombia', 'República de Colombia'],
    pt: ['Colômbia', 'República da Colômbia'],
    fr: ['Colombie', 'République de Colombie'],
    ru: ['Колумбия', 'Республика Колумбия'],
  }),
  state('EC', {
    en: ['Ecuador', 'Republic of Ecuador'],
    es: ['Ecuador', 'República del Ecuador'],
    pt: ['Equador', 'República do Equador'],
    fr: ['Équateur', "République de l'Équateur"],
    ru: ['Эквадор', 'Республика Эквадор'],
  }),
  state('GY', {
    en: ['Guyana', 'Co-operative Republic of Guyana'],
    es: ['Guyana', 'República Cooperativa de Guyana'],
    pt: ['Guiana', 'República Cooperativa da Guiana'],
    fr: ['Guyana', 'République coopérative du Guyana'],
    ru: ['Гайана', 'Кооперативная Республика Гайана'],
  }),
  state('MX', {
    en: ['Mexico', 'United Mexican States'],
    es: ['México', 'Estados Unidos Mexicanos'],
    pt: ['México', 'Estados Unidos Mexicanos'],
    fr: ['Mexique', 'États-Unis du Mexique'],
    ru: ['Мексика', 'Мексиканские Соединенные Штаты'],
  }),
  state('PE', {
    en: ['Peru', 'Republic of Peru'],
    es: ['Perú', 'República del Perú'],
    pt: ['Peru', 'República do Peru'],
    fr: ['Pérou', 'République du Pérou'],
    ru: ['Перу', 'Республика Перу'],
  }),
  state('PY', {
    en: ['Paraguay', 'Republic of Paraguay'],
    es: ['Paraguay', 'República del Paraguay'],
    pt: ['Paraguai', 'República do Paraguai'],
    fr: ['Paraguay', 'République du Paraguay'],
    ru: ['Парагвай', 'Республика Парагвай'],
  }),
  state('SR', {
    en: ['Suriname', 'Republic of Suriname'],
    es: ['Suriname', 'República de Suriname'],
    pt: ['Suriname', 'República do Suriname'],
    fr: ['Suriname', 'République du Suriname'],
    ru: ['Суринам', 'Республика Суринам'],
  }),
  state('SV', {
    en: ['El Salvador', 'Republic of El Salvador'],
    es: ['El Salvador', 'República de El Salvador'],
    pt: ['El Salvador', 'República de El Salvador'],
    fr: ['El Salvador', "République d'El Salvador"],
    ru: ['Сальвадор', 'Республика Эль-Сальвадор'],
  }),
  state('US', {
    en: ['United States of America', 'United States of America'],
    es: ['Estados Unidos de América', 'Estados Unidos de América'],
    pt: ['Estados Unidos da América', 'Estados Unidos da América'],
    fr: ["États-Unis d'Amérique", "États-Unis d'Amérique"],
    ru: ['Соединенные Штаты Америки', 'Соединенные Штаты Америки'],
  }),
  state('UY', {
    en: ['Uruguay', 'Eastern Republic of Uruguay'],
    es: ['Uruguay', 'República Oriental del Uruguay'],
    pt: ['Uruguai', 'República Oriental do Uruguai'],
    fr: ['Uruguay', "République orientale de l'Uruguay"],
    ru: ['Уругвай', 'Восточная Республика Уругвай'],
  }),
  state('VE', {
    en: ['Venezuela (Bolivarian Republic of)', 'Bolivarian Republic of Venezuela'],
    es: ['Venezuela (República Bolivariana de)', 'República Bolivariana de Venezuela'],
    pt: ['Venezuela (República Bolivariana da)', 'República Bolivariana da Venezuela'],
    fr: ['Venezuela (République bolivarienne du)', 'République bolivarienne du Venezuela'],
    ru: ['Венесуэла (Боливарианская Республика)', 'Боливарианская Республика Венесуэла'],
  }),
]
