// Names of the States of Southern Africa (the sixteen of the Migration Dialogue, DOMAIN §1.1). In:
// nothing. Out: rows for names.ts. Keeps: UN short and formal names; a former name stays with its
// last day.

import { state } from './party-names.ts'

export const africanStates = [
  state('AO', {
    en: ['Angola', 'Republic of Angola'],
    es: ['Angola', 'República de Angola'],
    pt: ['Angola', 'República de Angola'],
    fr: ['Angola', "République d'Angola"],
    ru: ['Ангола', 'Республика Ангола'],
  }),
  state('BW', {
    en: ['Botswana', 'Republic of Botswana'],
    es: ['Botswana', 'República de Botswana'],
    pt: ['Botsuana', 'República de Botsuana'],
    fr: ['Botswana', 'République du Botswana'],
    ru: ['Ботсвана', 'Республика Ботсвана'],
  }),
  state('CD', {
    en: ['Democratic Republic of the Congo', 'Democratic Republic of the Congo'],
    es: ['República Democrática del Congo', 'República Democrática del Congo'],
    pt: ['República Democrática do Congo', 'República Democrática do Congo'],
    fr: ['République démocratique du Congo', 'République démocratique du Congo'],
    ru: ['Демократическая Республика Конго', 'Демократическая Республика Конго'],
  }),
  state('KM', {
    en: ['Comoros', 'Union of the Comoros'],
    es: ['Comoras', 'Unión de las Comoras'],
    pt: ['Comores', 'União das Comores'],
    fr: ['Comores', 'Union des Comores'],
    ru: ['Коморские Острова', 'Союз Коморских Островов'],
  }),
  state('LS', {
    en: ['Lesotho', 'Kingdom of Lesotho'],
    es: ['Lesotho', 'Reino de Lesotho'],
    pt: ['Lesoto', 'Reino do Lesoto'],
    fr: ['Lesotho', 'Royaume du Lesotho'],
    ru: ['Лесото', 'Королевство Лесото'],
  }),
  state('MG', {
    en: ['Madagascar', 'Republic of Madagascar'],
    es: ['Madagascar', 'República de Madagascar'],
    pt: ['Madagascar', 'República de Madagascar'],
    fr: ['Madagascar', 'République de Madagascar'],
    ru: ['Мадагаскар', 'Республика Мадагаскар'],
  }),
  state('MU', {
    en: ['Mauritius', 'Republic of Mauritius'],
    es: ['Mauricio', 'República de Mauricio'],
    pt: ['Maurício', 'República de Maurício'],
    fr: ['Maurice', 'République de Maurice'],
    ru: ['Маврикий', 'Республика Маврикий'],
  }),
  state('MW', {
    en: ['Malawi', 'Republic of Malawi'],
    es: ['Malawi', 'República de Malawi'],
    pt: ['Malaui', 'República do Malaui'],
    fr: ['Malawi', 'République du Malawi'],
    ru: ['Малави', 'Республика Малави'],
  }),
  state('MZ', {
    en: ['Mozambique', 'Republic of Mozambique'],
    es: ['Mozambique', 'República de Mozambique'],
    pt: ['Moçambique', 'República de Moçambique'],
    fr: ['Mozambique', 'République du Mozambique'],
    ru: ['Мозамбик', 'Республика Мозамбик'],
  }),
  state('NA', {
    en: ['Namibia', 'Republic of Namibia'],
    es: ['Namibia', 'República de Namibia'],
    pt: ['Namíbia', 'República da Namíbia'],
    fr: ['Namibie', 'République de Namibie'],
    ru: ['Намибия', 'Республика Намибия'],
  }),
  state('SC', {
    en: ['Seychelles', 'Republic of Seychelles'],
    es: ['Seychelles', 'República de Seychelles'],
    pt: ['Seicheles', 'República das Seicheles'],
    fr: ['Seychelles', 'République des Seychelles'],
    ru: ['Сейшельские Острова', 'Республика Сейшельские Острова'],
  }),
  state(
    'SZ',
    {
      en: ['Eswatini', 'Kingdom of Eswatini'],
      es: ['Eswatini', 'Reino de Eswatini'],
      pt: ['Essuatíni', 'Reino de Essuatíni'],
      fr: ['Eswatini', "Royaume d'Eswatini"],
      ru: ['Эсватини', 'Королевство Эсватини'],
    },
    {
      until: '2018-04-19',
      names: {
        en: ['Swaziland', 'Kingdom of Swaziland'],
        es: ['Swazilandia', 'Reino de Swazilandia'],
        pt: ['Suazilândia', 'Reino da Suazilândia'],
        fr: ['Swaziland', 'Royaume du Swaziland'],
        ru: ['Свазиленд', 'Королевство Свазиленд'],
      },
    },
  ),
  state('TZ', {
    en: ['United Republic of Tanzania', 'United Republic of Tanzania'],
    es: ['República Unida de Tanzanía', 'República Unida de Tanzanía'],
    pt: ['República Unida da Tanzânia', 'República Unida da Tanzânia'],
    fr: ['République-Unie de Tanzanie', 'République-Unie de Tanzanie'],
    ru: ['Объединенная Республика Танзания', 'Объединенная Республика Танзания'],
  }),
  state('ZA', {
    en: ['South Africa', 'Republic of South Africa'],
    es: ['Sudáfrica', 'República de Sudáfrica'],
    pt: ['África do Sul', 'República da África do Sul'],
    fr: ['Afrique du Sud', 'République sud-africaine'],
    ru: ['Южная Африка', 'Южно-Африканская Республика'],
  }),
  state('ZM', {
    en: ['Zambia', 'Republic of Zambia'],
    es: ['Zambia', 'República de Zambia'],
    pt: ['Zâmbia', 'República da Zâmbia'],
    fr: ['Zambie', 'République de Zambie'],
    ru: ['Замбия', 'Республика Замбия'],
  }),
  state('ZW', {
    en: ['Zimbabwe', 'Republic of Zimbabwe'],
    es: ['Zimbabwe', 'República de Zimbabwe'],
    pt: ['Zimbábue', 'República do Zimbábue'],
    fr: ['Zimbabwe', 'République du Zimbabwe'],
    ru: ['Зимбабве', 'Республика Зимбабве'],
  }),
]
