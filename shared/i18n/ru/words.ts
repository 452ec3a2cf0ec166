// Russian: the words every page shares. In: counts and names. Out: text. Keeps: UX §9, the register
// of United Nations documents; «сессия» is never a login; names stand in the nominative, whatever
// they are.

import type { Dict } from '../en.ts'
import { plural } from '../plural.ts'

const n = (count: number, one: string, few: string, many: string) =>
  plural('ru', count, { one, few, many, other: few })

export const words: Omit<Dict, 'pages' | 'refused' | 'text'> = {
  tagline: 'Где государства пишут вместе',
  skip: 'Перейти к содержанию',
  language: 'Язык',
  menu: 'Главное меню',
  processNav: 'Страницы этого процесса',
  nav: {
    processes: 'Мои процессы',
    process: 'Процесс',
    documents: 'Документы',
    people: 'Участники',
    account: 'Моя учётная запись',
    signIn: 'Войти',
    signOut: 'Выйти',
  },
  act: {
    back: 'Назад',
    cancel: 'Отменить',
    close: 'Закрыть',
    copy: 'Копировать',
    retry: 'Попробовать ещё раз',
    save: 'Сохранить',
    continue: 'Продолжить',
    print: 'Печать',
  },
  loading: 'Загрузка…',
  copied: 'Скопировано',
  saved: 'Сохранено',
  fictitious: 'Вымышлено, только для упражнения',
  notFound: {
    title: 'Здесь нет страницы',
    sentence: 'Адрес неверен, или то, что здесь было, вам не открыто.',
    home: 'К моим процессам',
  },
  broken: {
    title: 'Эту страницу не удалось показать',
    sentence:
      'Это наша ошибка. Всё, что уже сохранено, осталось на сервере; перезагрузите ' +
      'страницу, чтобы продолжить.',
    reload: 'Перезагрузить страницу',
  },
  unreachable:
    'Сервер недоступен. Проверьте связь и попробуйте ещё раз; то, что вы написали, ' +
    'осталось на месте.',
  waitingForHub: 'Сервер недоступен. Возможно, эта страница уже изменилась.',
  law: (id) => `правило ${id}`,
  zoneNote: (zone) => `Время указано по вашему часовому поясу (${zone}).`,
  roles: {
    secretariat: 'Секретариат',
    chair: 'Председатель',
    focalPoint: 'Координатор',
    delegate: 'Делегат',
    adviser: 'Советник',
    observer: 'Наблюдатель',
  },
  rights: {
    'see the process': 'видеть этот процесс, его участников и органы',
    'read drafts': 'читать проекты текстов',
    'propose for its delegation': 'предлагать формулировки от имени своей делегации',
    'hold the pen': 'вести текст',
    'create documents': 'создавать документы',
    'open the negotiation': 'открывать переговоры по тексту',
    'see the people': 'видеть состав делегаций',
    'see everyone by name': 'видеть всех поимённо',
    'invite people': 'приглашать участников',
    'hand out password links': 'выдавать ссылки для нового пароля',
    'end seats': 'прекращать участие',
    'restore writing': 'возвращать право писать',
    'say who speaks': 'решать, кто пишет от имени делегации',
  },
  place: {
    secretariat: () => 'Вы работаете в секретариате этого процесса.',
    chair: () => 'Вы председательствуете в этом процессе и ведёте текст.',
    focalPoint: (name) => `Вы координатор. Ваша делегация: ${name}.`,
    delegate: (name) => `Вы делегат. Ваша делегация: ${name}.`,
    adviser: (name) => `Вы советник. Ваша делегация: ${name}.`,
    observer: (name) => `Вы наблюдатель: ${name}.`,
  },
  placeNote: {
    writes: 'Вы пишете от имени своей делегации.',
    waits: 'Вы читаете проекты; кто пишет, решает координатор.',
    reads: 'Вы читаете проекты, но не пишете в них.',
    observes: 'Проекты текстов не открыты для наблюдателей.',
    suspended: 'Право писать приостановлено. Секретариат может вернуть его.',
  },
  phases: {
    drafting: 'Проект',
    negotiating: 'На согласовании',
    final: 'Окончательный текст',
    adopted: 'Принят',
    withdrawn: 'Снят',
  },
  readings: {
    first: 'первое чтение',
    second: 'второе чтение',
    third: 'третье чтение',
    later: (count) => `чтение ${count}`,
  },
  works: {
    declaration: 'Декларация',
    agenda: 'Повестка дня',
    'action plan': 'План действий',
    recommendations: 'Рекомендации',
    report: 'Доклад',
  },
  levels: {
    ministerial: 'Министры',
    'senior officials': 'Старшие должностные лица',
    technical: 'Технический уровень',
    secretariat: 'Секретариат',
  },
  standings: { member: 'Участник', observer: 'Наблюдатель' },
  kinds: {
    title: 'Название',
    heading: 'Заголовок',
    chapeau: 'Вводная часть',
    recital: 'Пункт преамбулы',
    operative: 'Пункт постановляющей части',
    paragraph: 'Пункт',
    item: 'Подпункт',
    action: 'Согласованная мера',
    field: 'Поле',
    note: 'Примечание',
  },
  counts: {
    members: (count) => n(count, '# участник', '# участника', '# участников'),
    observers: (count) => n(count, '# наблюдатель', '# наблюдателя', '# наблюдателей'),
    documents: (count) => n(count, '# документ', '# документа', '# документов'),
    people: (count) => n(count, '# человек', '# человека', '# человек'),
    delegations: (count) => n(count, '# делегация', '# делегации', '# делегаций'),
    paragraphs: (count) => n(count, '# пункт', '# пункта', '# пунктов'),
    characters: (count) => n(count, '# знак', '# знака', '# знаков'),
  },
  wait: (seconds) =>
    seconds < 90
      ? n(Math.max(1, Math.ceil(seconds)), '# секунду', '# секунды', '# секунд')
      : n(Math.ceil(seconds / 60), '# минуту', '# минуты', '# минут'),
}
