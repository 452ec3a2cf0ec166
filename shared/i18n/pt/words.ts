// Portuguese (Brazil): the words every page shares. In: counts and names. Out: text. Keeps: UX §9;
// «sessão» is a sitting and never a login; names stand where no article is due.

import type { Dict } from '../en.ts'
import { plural } from '../plural.ts'

const n = (count: number, one: string, other: string) => plural('pt', count, { one, other })

export const words: Omit<Dict, 'pages' | 'refused' | 'text'> = {
  tagline: 'Onde os Estados redigem juntos',
  skip: 'Ir para o conteúdo',
  language: 'Idioma',
  menu: 'Menu principal',
  processNav: 'Páginas deste processo',
  nav: {
    processes: 'Meus processos',
    process: 'Processo',
    documents: 'Documentos',
    people: 'Pessoas',
    account: 'Minha conta',
    signIn: 'Entrar',
    signOut: 'Sair',
  },
  act: {
    back: 'Voltar',
    cancel: 'Cancelar',
    close: 'Fechar',
    copy: 'Copiar',
    retry: 'Tentar de novo',
    save: 'Salvar',
    continue: 'Continuar',
    print: 'Imprimir',
  },
  loading: 'Carregando…',
  copied: 'Copiado',
  saved: 'Salvo',
  fictitious: 'Fictício, apenas como exercício',
  notFound: {
    title: 'Não há nenhuma página aqui',
    sentence: 'O endereço não está correto, ou o que havia aqui não está aberto para você.',
    home: 'Ir para meus processos',
  },
  broken: {
    title: 'Não foi possível mostrar esta página',
    sentence:
      'A falha é nossa. O que já estava salvo continua seguro no servidor; recarregue ' +
      'a página para continuar.',
    reload: 'Recarregar a página',
  },
  unreachable:
    'Não há comunicação com o servidor. Verifique a conexão e tente de novo; o que ' +
    'você escreveu continua aqui.',
  waitingForHub: 'Não há comunicação com o servidor. Esta página pode já ter mudado.',
  law: (id) => `regra ${id}`,
  zoneNote: (zone) => `Os horários estão no seu fuso (${zone}).`,
  roles: {
    secretariat: 'Secretaria',
    chair: 'Presidência',
    focalPoint: 'Ponto focal',
    delegate: 'Delegado(a)',
    adviser: 'Assessor(a)',
    observer: 'Observador(a)',
  },
  rights: {
    'see the process': 'ver este processo, seus membros e seus órgãos',
    'read drafts': 'ler as minutas',
    'propose for its delegation': 'propor redação em nome da sua delegação',
    'hold the pen': 'conduzir a redação do texto',
    'create documents': 'criar documentos',
    'open the negotiation': 'abrir a negociação de um texto',
    'see the people': 'ver quem integra cada delegação',
    'see everyone by name': 'ver o nome de todas as pessoas',
    'invite people': 'convidar pessoas',
    'hand out password links': 'entregar links para escolher uma nova senha',
    'end seats': 'encerrar a participação de uma pessoa',
    'restore writing': 'permitir que uma pessoa volte a escrever',
    'say who speaks': 'decidir quem escreve em nome da delegação',
  },
  place: {
    secretariat: () => 'Você faz parte da secretaria deste processo.',
    chair: () => 'Você exerce a Presidência deste processo e conduz a redação do texto.',
    focalPoint: (name) => `Você é ponto focal. Sua delegação: ${name}.`,
    delegate: (name) => `Você participa como delegado(a). Sua delegação: ${name}.`,
    adviser: (name) => `Você presta assessoria. Sua delegação: ${name}.`,
    observer: (name) => `Você participa como observador(a): ${name}.`,
  },
  placeNote: {
    writes: 'Você escreve em nome da sua delegação.',
    waits: 'Você lê as minutas; o ponto focal decide quem escreve.',
    reads: 'Você lê as minutas e não escreve nelas.',
    observes: 'As minutas não estão abertas a observadores.',
    suspended: 'Sua escrita está em pausa. A secretaria pode restabelecê-la.',
  },
  phases: {
    drafting: 'Minuta',
    negotiating: 'Em negociação',
    final: 'Texto final',
    adopted: 'Adotado',
    withdrawn: 'Retirado',
  },
  readings: {
    first: 'primeira leitura',
    second: 'segunda leitura',
    third: 'terceira leitura',
    later: (count) => `leitura ${count}`,
  },
  works: {
    declaration: 'Declaração',
    agenda: 'Agenda',
    'action plan': 'Plano de ação',
    recommendations: 'Recomendações',
    report: 'Relatório',
  },
  levels: {
    ministerial: 'Ministras e ministros',
    'senior officials': 'Altos funcionários',
    technical: 'Nível técnico',
    secretariat: 'Secretaria',
  },
  standings: { member: 'Membro', observer: 'Observador' },
  kinds: {
    title: 'Título',
    heading: 'Cabeçalho',
    chapeau: 'Chapeau',
    recital: 'Parágrafo preambular',
    operative: 'Parágrafo operativo',
    paragraph: 'Parágrafo',
    item: 'Alínea',
    action: 'Ação acordada',
    field: 'Campo',
    note: 'Nota',
  },
  counts: {
    members: (count) => n(count, '# membro', '# membros'),
    observers: (count) => n(count, '# observador', '# observadores'),
    documents: (count) => n(count, '# documento', '# documentos'),
    people: (count) => n(count, '# pessoa', '# pessoas'),
    delegations: (count) => n(count, '# delegação', '# delegações'),
    paragraphs: (count) => n(count, '# parágrafo', '# parágrafos'),
    characters: (count) => n(count, '# caractere', '# caracteres'),
  },
  wait: (seconds) =>
    seconds < 90
      ? n(Math.max(1, Math.ceil(seconds)), '# segundo', '# segundos')
      : n(Math.ceil(seconds / 60), '# minuto', '# minutos'),
}
