// Names of the organisations that serve or follow the three processes (DOMAIN §1). In: nothing.
// Out: rows for names.ts. Keeps: the short name is what the organisation is called in that
// language, often its initials.

import { organisation } from './party-names.ts'

export const organisations = [
  organisation('AUC', {
    en: ['African Union Commission', 'African Union Commission'],
    es: ['Comisión de la Unión Africana', 'Comisión de la Unión Africana'],
    pt: ['Comissão da União Africana', 'Comissão da União Africana'],
    fr: ["Commission de l'Union africaine", "Commission de l'Union africaine"],
    ru: ['Комиссия Африканского союза', 'Комиссия Африканского союза'],
  }),
  organisation('CAN', {
    en: ['Andean Community', 'Andean Community'],
    es: ['Comunidad Andina', 'Comunidad Andina'],
    pt: ['Comunidade Andina', 'Comunidade Andina'],
    fr: ['Communauté andine', 'Communauté andine'],
    ru: ['Андское сообщество', 'Андское сообщество'],
  }),
  organisation('COMESA', {
    en: ['COMESA', 'Common Market for Eastern and Southern Africa'],
    es: ['COMESA', 'Mercado Común para África Oriental y Meridional'],
    pt: ['COMESA', 'Mercado Comum da África Oriental e Austral'],
    fr: ['COMESA', "Marché commun de l'Afrique de l'Est et de l'Afrique australe"],
    ru: ['КОМЕСА', 'Общий рынок Восточной и Южной Африки'],
  }),
  organisation('ECLAC', {
    en: ['ECLAC', 'Economic Commission for Latin America and the Caribbean'],
    es: ['CEPAL', 'Comisión Económica para América Latina y el Caribe'],
    pt: ['CEPAL', 'Comissão Econômica para a América Latina e o Caribe'],
    fr: ['CEPALC', "Commission économique pour l'Amérique latine et les Caraïbes"],
    ru: ['ЭКЛАК', 'Экономическая комиссия для Латинской Америки и Карибского бассейна'],
  }),
  organisation('ICRC', {
    en: ['ICRC', 'International Committee of the Red Cross'],
    es: ['CICR', 'Comité Internacional de la Cruz Roja'],
    pt: ['CICV', 'Comitê Internacional da Cruz Vermelha'],
    fr: ['CICR', 'Comité international de la Croix-Rouge'],
    ru: ['МККК', 'Международный комитет Красного Креста'],
  }),
  organisation('ILO', {
    en: ['ILO', 'International Labour Organization'],
    es: ['OIT', 'Organización Internacional del Trabajo'],
    pt: ['OIT', 'Organização Internacional do Trabalho'],
    fr: ['OIT', 'Organisation internationale du Travail'],
    ru: ['МОТ', 'Международная организация труда'],
  }),
  organisation('IOC', {
    en: ['Indian Ocean Commission', 'Indian Ocean Commission'],
    es: ['Comisión del Océano Índico', 'Comisión del Océano Índico'],
    pt: ['Comissão do Oceano Índico', 'Comissão do Oceano Índico'],
    fr: ["Commission de l'océan Indien", "Commission de l'océan Indien"],
    ru: ['Комиссия по Индийскому океану', 'Комиссия по Индийскому океану'],
  }),
  organisation('IOM', {
    en: ['IOM', 'International Organization for Migration'],
    es: ['OIM', 'Organización Internacional para las Migraciones'],
    pt: ['OIM', 'Organização Internacional para as Migrações'],
    fr: ['OIM', 'Organisation internationale pour les migrations'],
    ru: ['МОМ', 'Международная организация по миграции'],
  }),
  organisation('SADC', {
    en: ['SADC', 'Southern African Development Community'],
    es: ['SADC', 'Comunidad de África Meridional para el Desarrollo'],
    pt: ['SADC', 'Comunidade para o Desenvolvimento da África Austral'],
    fr: ['SADC', "Communauté de développement de l'Afrique australe"],
    ru: ['САДК', 'Сообщество по вопросам развития стран юга Африки'],
  }),
  organisation('SEGIB', {
    en: ['SEGIB', 'Ibero-American General Secretariat'],
    es: ['SEGIB', 'Secretaría General Iberoamericana'],
    pt: ['SEGIB', 'Secretaria-Geral Ibero-Americana'],
    fr: ['SEGIB', 'Secrétariat général ibéro-américain'],
    ru: ['СЕГИБ', 'Иберо-американский генеральный секретариат'],
  }),
  organisation('UNHCR', {
    en: ['UNHCR', 'Office of the United Nations High Commissioner for Refugees'],
    es: ['ACNUR', 'Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados'],
    pt: ['ACNUR', 'Alto Comissariado das Nações Unidas para Refugiados'],
    fr: ['HCR', 'Haut-Commissariat des Nations Unies pour les réfugiés'],
    ru: [
      'УВКБ ООН',
      'Управление Верховного комиссара Организации Объединенных Наций по делам беженцев',
    ],
  }),
  organisation('UNICEF', {
    en: ['UNICEF', "United Nations Children's Fund"],
    es: ['UNICEF', 'Fondo de las Naciones Unidas para la Infancia'],
    pt: ['UNICEF', 'Fundo das Nações Unidas para a Infância'],
    fr: ['UNICEF', "Fonds des Nations Unies pour l'enfance"],
    ru: ['ЮНИСЕФ', 'Детский фонд Организации Объединенных Наций'],
  }),
  organisation('UNODC', {
    en: ['UNODC', 'United Nations Office on Drugs and Crime'],
    es: ['UNODC', 'Oficina de las Naciones Unidas contra la Droga y el Delito'],
    pt: ['UNODC', 'Escritório das Nações Unidas sobre Drogas e Crime'],
    fr: ['ONUDC', 'Office des Nations Unies contre la drogue et le crime'],
    ru: ['УНП ООН', 'Управление Организации Объединенных Наций по наркотикам и преступности'],
  }),
]
