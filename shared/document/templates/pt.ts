// The templates in Portuguese. In: nothing. Out: blocks per template. Keeps: the customs of UN
// drafting (DOMAIN R2): recitals open with a participle, operative paragraphs with a verb.

import {
  chapeau,
  closing,
  lead,
  operative,
  paragraph,
  point,
  recital,
  section,
  title,
} from './template.ts'
import type { Templates } from './template.ts'

export const templates: Templates = {
  declaration: {
    name: 'Declaração',
    description: 'Chapeau, preâmbulo, parte operativa com alíneas e linha final.',
    blocks: [
      title('DECLARAÇÃO DE …'),
      chapeau('As delegações dos Estados membros de …, reunidas em … nos dias …,'),
      recital('Recordando as declarações adotadas em reuniões anteriores,'),
      recital(
        'Reconhecendo a contribuição das pessoas migrantes às sociedades de origem,' +
          ' trânsito e destino,',
      ),
      recital('Conscientes da necessidade de consultas periódicas entre os Estados,'),
      operative('Acordam …;'),
      operative('Decidem elaborar …, que conterá:'),
      point('…;'),
      point('…;'),
      operative(
        'Solicitam à Secretaria que informe, na próxima reunião, sobre a aplicação da' +
          ' presente Declaração;',
      ),
      operative('Agradecem ao país anfitrião sua hospitalidade.'),
      closing('Feita em …, em …, sendo os textos igualmente autênticos.'),
    ],
  },
  statement: {
    name: 'Declaração ministerial',
    description:
      'Falam os ministros: «Nós, os Ministros …», o que observam e aquilo a que se comprometem.',
    blocks: [
      title('DECLARAÇÃO MINISTERIAL SOBRE …'),
      chapeau('Nós, os Ministros responsáveis pelas migrações, reunidos em … nos dias …,'),
      recital('Tendo examinado o relatório dos altos funcionários,'),
      recital('Observando com reconhecimento o apoio da Secretaria e das organizações parceiras,'),
      lead('Pela presente:'),
      operative('Endossamos …;'),
      operative('Comprometemo-nos a designar um ponto focal nacional no prazo de … dias;'),
      operative('Solicitamos à Secretaria que …;'),
      operative('Decidimos examinar os progressos em nossa próxima reunião.'),
      closing('Feita em …, em …, sendo os textos igualmente autênticos.'),
    ],
  },
  recommendations: {
    name: 'Recomendações',
    description: 'Relatório de uma reunião técnica: introdução e recomendações numeradas por tema.',
    blocks: [
      title('RECOMENDAÇÕES DA REUNIÃO TÉCNICA SOBRE …'),
      section('I. INTRODUÇÃO'),
      paragraph(
        'A reunião técnica sobre … realizou-se em … nos dias …. Participaram delegações' +
          ' de … Estados.',
      ),
      paragraph('A reunião adotou por consenso as seguintes recomendações.'),
      section('II. RECOMENDAÇÕES'),
      paragraph('Que os Estados intercambiem periodicamente …'),
      paragraph('Que a Secretaria elabore …'),
      section('III. SEGUIMENTO'),
      paragraph('As recomendações serão submetidas a … para exame.'),
    ],
  },
  blank: {
    name: 'Em branco',
    description: 'Um título e um parágrafo, nada mais.',
    blocks: [title('…'), operative('…')],
  },
}
