// Portuguese: one sentence for every refusal. In: the code and its facts. Out: what is wrong, then
// what to do. Keeps: every code of shared/refusal.ts has its sentence; the rule number is never
// part of it.

import type { Dict } from '../en.ts'
import type { Facts } from '../facts.ts'
import { fact, number } from '../facts.ts'
import { words } from './words.ts'

const count = (facts: Facts, name: string, or: number) => number('pt', facts, name, or)

export const refused: Dict['refused'] = {
  'not-seated': () =>
    'Este texto não está aberto para você. Consulte a secretaria do processo se deveria lê-lo.',
  'reads-only': () =>
    'Você pode ler este texto, mas não escrever nele. A secretaria pode informar quem pode.',
  'others-words': (f) =>
    fact(f, 'party', (name) => `Estas palavras foram propostas por outra delegação (${name}). `) +
    'Só a delegação que as propôs pode retirá-las. Proponha, em vez disso, suprimi-las.',
  'base-words': () =>
    'Este é o texto em negociação e muda por meio de propostas. Proponha uma ' +
    'supressão ou um acréscimo.',
  'others-proposal': () =>
    'Esta proposta é de outra delegação. Apresente, em vez disso, uma proposta própria.',
  'agreed-paragraph': () => 'Este parágrafo está acordado. Peça à Presidência que o reabra.',
  'attributes-fixed': () =>
    'O tipo, o nível e o lugar de um parágrafo não mudam desta forma. Proponha um parágrafo novo.',
  'rulings-are-the-hubs': () =>
    'As decisões são registradas quando a Presidência as toma. Nada foi alterado.',
  'forged-proposal': () =>
    'A proposta não chegou bem formada e não foi registrada. Recarregue a página e faça-a de novo.',
  'does-not-speak': () =>
    'No momento, você não escreve em nome da sua delegação. O ponto focal pode mudar isso.',
  'not-plain-text': () =>
    'Neste texto só cabem palavras. Cole-as sem imagens, tabelas nem formatação.',
  'unknown-block': () =>
    'Esta página não conhece esse tipo de parágrafo. Recarregue-a e faça a mudança de novo.',
  'over-limit': (f) =>
    fact(f, 'max', () => `Uma mudança pode conter ${count(f, 'max', 0)} caracteres. `) +
    'Esta mudança é extensa demais para ser registrada de uma vez. Divida-a em partes.',
  'not-whole': () =>
    'A mudança não chegou inteira e não foi registrada. Suas palavras estão ' +
    'guardadas: insira-as de novo.',
  'standing-changed': () =>
    'O que você pode fazer neste texto mudou. Abra o texto de novo e continue.',
  'foreign-client': () =>
    'Esta página havia perdido seu lugar no servidor. Recarregue-a; suas palavras ' +
    'estão guardadas neste dispositivo.',
  'text-closed': () =>
    'Este texto está fechado a mudanças. Consulte a Presidência se deveria ser reaberto.',
  'writing-suspended': () =>
    'Sua escrita está em pausa depois de várias mudanças recusadas. A secretaria pode ' +
    'restabelecê-la.',
  'not-found': () =>
    'Não há nada aqui, ou não está aberto para você. Verifique o endereço ou vá para ' +
    'seus processos.',
  'signed-out': () => 'Você saiu. Entre de novo para continuar.',
  'not-allowed': () =>
    'Isto não cabe às suas funções no processo. A secretaria pode informar a quem cabe.',
  'bad-input': () =>
    'O servidor não entendeu o que foi enviado. Verifique o preenchimento e tente de novo.',
  'too-large': () => 'É maior do que o servidor aceita. Encurte ou divida.',
  'too-many': () => 'Foi demais de uma só vez. Espere um pouco e tente de novo.',
  busy: () => 'O servidor está ocupado. Tente de novo em alguns segundos.',
  'cannot-write': () =>
    'O servidor não pode gravar neste momento e nada foi salvo. Deixe esta página ' +
    'aberta e tente de novo.',
  'wrong-sign-in': () =>
    'O e-mail e a senha não coincidem. Verifique ambos, ou peça à sua secretaria um ' +
    'link para escolher uma nova senha.',
  'wait-to-sign-in': (f) =>
    `Tentativas demais. Espere ${words.wait(Number(f['seconds'] ?? 60))} e tente de novo.`,
  'link-used-or-expired': () => 'Este link já foi usado ou expirou. Peça outro à sua secretaria.',
  'password-too-short': (f) =>
    `A senha é curta demais. Use pelo menos ${count(f, 'min', 12)} caracteres; ` +
    'algumas palavras bastam.',
  'password-too-long': (f) =>
    `A senha é longa demais. Use no máximo ${count(f, 'max', 256)} caracteres.`,
  'password-unsafe': () =>
    'A senha é fácil demais de adivinhar. Escolha uma que não seja seu endereço nem ' +
    'uma muito conhecida.',
  'address-taken': () => 'Esse e-mail já participa deste processo. Consulte a lista de pessoas.',
  'email-malformed': () => 'Escreva o e-mail completo, por exemplo nome@ministerio.example.',
  'name-missing': () => 'Falta o nome. Escreva-o como os outros devem lê-lo.',
  'party-unknown': () =>
    'Esse Estado ou organização não faz parte do processo. Escolha um da lista.',
  'own-seat': () => 'Esta é a sua própria participação. Outra pessoa da secretaria pode alterá-la.',
  'last-secretariat': () =>
    'Esta é a última pessoa da secretaria. Convide outra antes de encerrar a participação.',
  'title-missing': () => 'O documento não tem título. Escreva um.',
  'text-missing': () => 'Ainda não há texto. Cole-o, importe um arquivo ou escolha um modelo.',
  'text-too-long': (f) =>
    'O texto, ou um de seus parágrafos, é longo demais. Cabem no máximo ' +
    `${count(f, 'max', 1_000_000)} caracteres; divida-o.`,
  'too-many-paragraphs': (f) =>
    'O texto tem parágrafos demais. Um documento aceita no máximo ' +
    `${count(f, 'max', 5_000)}; divida-o.`,
  'phase-passed': () =>
    'O texto avançou desde que esta página foi aberta. Recarregue-a para ver em que estado está.',
}
