// Portuguese: the pages around the text. In: names and counts. Out: text. Keeps: the sentence says
// what a person sees or can do; commands stand in the infinitive; «sessão» is a sitting and never a
// login.

import type { Dict } from '../en.ts'
import { plural } from '../plural.ts'

const n = (count: number, one: string, other: string) => plural('pt', count, { one, other })

export const pages: Dict['pages'] = {
  signIn: {
    title: 'Entrar',
    lead:
      'O lugar onde as delegações escrevem um mesmo texto ao mesmo tempo, sem que ' +
      'nada se perca.',
    email: 'E-mail',
    password: 'Senha',
    showPassword: 'Mostrar a senha',
    do: 'Entrar',
    doing: 'Entrando…',
    forgotten:
      'Esqueceu a senha ou não tem conta? Sua secretaria entrega um link para escolher uma.',
    next: 'Entre para continuar até a página que pediu.',
    signedOut: 'Você saiu.',
    notSetUp:
      'Ainda não há nenhuma conta. Abra o link de uso único mostrado quando o ' +
      'servidor foi iniciado.',
  },
  demo: {
    title: 'Demonstração',
    lead:
      'Tudo aqui é fictício: pessoas, reuniões, textos e posições. Escolha alguém da ' +
      'lista e o formulário será preenchido.',
    choose: (name, email) => `Preencher o formulário com ${name}, ${email}`,
    filled: (name) => `Formulário preenchido: ${name}. Agora escolha «Entrar».`,
    person: 'Nome e delegação',
    role: 'Função',
    reads: 'não escreve',
    aliveTitle: 'Ver um texto sendo negociado',
    aliveLead: (short) =>
      'Delegações simuladas e a Presidência entram e escrevem por alguns minutos, ' +
      'pela mesma via de qualquer pessoa. Entre como alguém do mesmo processo ' +
      `(${short}) e abra o texto: você verá as palavras aparecerem letra a letra, ` +
      'cada uma com sua delegação, e poderá escrever entre elas.',
    alive: 'Fazer entrar delegações simuladas',
    aliveDoing: 'Estão entrando…',
    aliveRunning: (time) => `As delegações simuladas escrevem até as ${time}.`,
    aliveAlready: 'As delegações simuladas já estão escrevendo. Entre e abra o texto.',
    openText: 'Abrir o texto',
  },
  link: {
    invitation: 'Boas-vindas',
    invitationLead: (name) => `${name}, escolha uma senha e pronto: já pode entrar.`,
    password: 'Escolher uma nova senha',
    passwordLead: 'Depois disso, seu acesso será encerrado em todos os outros dispositivos.',
    setup: 'Preparar o servidor',
    setupLead:
      'Assim se cria a primeira conta da secretaria. As demais pessoas são convidadas ' +
      'a partir dela.',
    yourName: 'Seu nome',
    yourNameHint: 'Como os outros devem lê-lo.',
    passwordHint: (min) => `Pelo menos ${min} caracteres. Algumas palavras seguidas bastam.`,
    do: 'Salvar e entrar',
    doing: 'Salvando…',
    unusable: 'Este link não pode ser usado',
  },
  home: {
    title: 'Meus processos',
    empty: 'Você ainda não participa de nenhum processo',
    emptyNote:
      'Quando uma secretaria lhe der acesso, o processo aparecerá aqui. Se já o ' +
      'esperava, consulte a sua.',
    open: (name) => `Abrir ${name}`,
  },
  process: {
    place: 'Suas funções',
    mayDo: 'O que você pode fazer',
    documents: 'Textos',
    documentsEmpty: 'Ainda não há nenhum texto aberto para você.',
    allDocuments: 'Todos os documentos',
    members: 'Membros',
    observers: 'Observadores',
    membersNote: (date) => `Composição em ${date}, por nome oficial.`,
    since: (year) => `desde ${year}`,
    until: (year) => `até ${year}`,
    organs: 'Órgãos',
    languages: 'Idiomas de trabalho',
    source: 'Fonte',
    sources: 'Fontes desta lista',
  },
  documents: {
    title: 'Documentos',
    new: 'Novo documento',
    text: 'Texto',
    state: 'Estado',
    language: 'Idioma',
    changed: 'Última mudança',
    empty: 'Ainda não há nenhum documento',
    emptyMayCreate: 'Cole ou importe um texto, ou comece com um modelo.',
    emptyWait: 'A Presidência ou a secretaria abre o primeiro; ele aparecerá aqui sozinho.',
    notShared: 'as delegações ainda não o veem',
    versions: 'Versões em outros idiomas',
    observersIn: 'aberto a observadores',
  },
  create: {
    title: 'Novo documento',
    lead:
      'Números, níveis e marcas são reconhecidos e mantidos; a prévia mostra como o ' +
      'texto ficará.',
    from: 'Como começar',
    template: 'Com um modelo',
    paste: 'Colar um texto',
    file: 'Importar um arquivo',
    fileHint:
      'Um arquivo de texto sem formatação (.txt). No Word: Salvar como, Texto sem ' +
      'formatação, UTF-8.',
    fileChoose: 'Escolher um arquivo',
    fileRead: (name, size) => `${name}, ${size}`,
    fileUnreadable:
      'O arquivo não é texto sem formatação. Salve-o como texto sem formatação ' +
      '(UTF-8) e escolha-o de novo.',
    chooseTemplate: 'Modelo',
    pasteLabel: 'O texto',
    pasteHint: 'Cole-o inteiro, com título, cabeçalhos, números e notas.',
    documentTitle: 'Título',
    titleHint: 'No idioma do texto.',
    kind: 'Tipo de documento',
    language: 'Idioma do texto',
    phase: 'Começa como',
    drafting: 'Escrevem a Presidência e a secretaria; as delegações a veem quando você decidir.',
    negotiating: 'As delegações propõem desde já.',
    shared: 'As delegações podem ler a minuta',
    preview: 'Como ficará',
    previewEmpty: 'Ainda não há nada para mostrar.',
    recognised: (list) => `Reconhecido: ${list}.`,
    more: (count) => n(count, 'e mais # parágrafo', 'e mais # parágrafos'),
    kindCounts: {
      title: (count) => n(count, '# título', '# títulos'),
      heading: (count) => n(count, '# cabeçalho', '# cabeçalhos'),
      chapeau: (count) => n(count, '# chapeau', '# chapeaux'),
      recital: (count) => n(count, '# parágrafo preambular', '# parágrafos preambulares'),
      operative: (count) => n(count, '# parágrafo operativo', '# parágrafos operativos'),
      paragraph: (count) => n(count, '# parágrafo', '# parágrafos'),
      item: (count) => n(count, '# alínea', '# alíneas'),
      action: (count) => n(count, '# ação acordada', '# ações acordadas'),
      field: (count) => n(count, '# campo', '# campos'),
      note: (count) => n(count, '# nota', '# notas'),
    },
    do: 'Criar o documento',
    doing: 'Criando…',
  },
  people: {
    title: 'Pessoas',
    lead: 'Por delegação. Os nomes só aparecem dentro da sua própria delegação.',
    leadSecretariat: 'Por delegação. Nomes e endereços só aparecem para a secretaria.',
    chairPeople: 'Presidência e secretaria',
    person: 'Pessoa',
    role: 'Função',
    writes: 'Escreve',
    writesYes: 'escreve',
    writesNo: 'lê',
    you: 'você',
    unnamed: 'Nome não mostrado',
    pending: 'convite ainda não usado',
    paused: 'escrita em pausa',
    empty: 'Ninguém participa ainda',
    letWrite: 'Permitir que escreva',
    stopWriting: 'Somente leitura',
    nowWrites: (name) => `${name} agora escreve em nome da delegação.`,
    nowReads: (name) => `${name} agora somente lê.`,
    actions: (name) => `Ações para ${name}`,
    more: 'Ações',
    newPassword: 'Link para uma nova senha',
    endSeat: 'Encerrar a participação…',
    restore: 'Restabelecer a escrita',
    restored: (name) => `${name} pode voltar a escrever.`,
    endTitle: (name) => `Encerrar a participação de ${name}?`,
    endSentence:
      'O acesso termina na hora, em todos os dispositivos. O que escreveu permanece, ' +
      'em nome da delegação. A pessoa pode ser convidada de novo.',
    endDo: 'Encerrar',
    ended: (name) => `A participação de ${name} foi encerrada.`,
    invite: 'Convidar',
    inviteTitle: 'Convidar uma pessoa',
    name: 'Nome',
    email: 'E-mail',
    delegation: 'Delegação',
    chooseDelegation: 'Escolha um Estado ou organização',
    inviteDo: 'Preparar o convite',
    inviteDoing: 'Preparando o convite…',
    linkTitle: (name) => `Um link para ${name}`,
    linkSentence: (until) =>
      'Copie-o agora e entregue-o pessoalmente: ele só aparece desta vez. Funciona ' +
      `uma única vez, até ${until}.`,
    link: 'Link',
    hasAccount: (name) =>
      `${name} já tem conta e não precisa de link: o processo agora aparece nela.`,
  },
  account: {
    title: 'Minha conta',
    name: 'Nome',
    email: 'E-mail',
    language: 'Idioma das telas',
    zone: 'Fuso horário',
    zoneNote: 'Obtido deste dispositivo.',
    places: 'Minhas funções',
    devices: 'Onde tenho acesso aberto',
    devicesLead: 'Se não reconhecer algum, encerre-o e escolha uma nova senha.',
    thisOne: 'este',
    device: 'Navegador',
    address: 'Endereço',
    since: 'Desde',
    seen: 'Último uso',
    signOutThere: 'Encerrar esse acesso',
    signOutThereOf: (agent) => `Encerrar esse acesso: ${agent}`,
    signOutOthers: 'Encerrar todos os outros acessos',
    othersOut: (count) => n(count, '# outro acesso encerrado.', '# outros acessos encerrados.'),
    noOthers: 'Não há nenhum outro acesso aberto.',
    unknownAgent: 'Navegador desconhecido',
    agentOn: (browser, system) => `${browser} no ${system}`,
  },
  leave: {
    title: 'Sair e perder o que não foi enviado?',
    sentence: (count) =>
      n(
        count,
        'Há # mudança guardada neste dispositivo que não chegou ao servidor. Ao sair, ' +
          'ela é apagada daqui.',
        'Há # mudanças guardadas neste dispositivo que não chegaram ao servidor. Ao ' +
          'sair, elas são apagadas daqui.',
      ),
    stay: 'Não sair',
    go: 'Sair e apagar',
  },
}
