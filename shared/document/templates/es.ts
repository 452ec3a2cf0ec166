// The templates in Spanish. In: nothing. Out: blocks per template. Keeps: the customs of UN
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
    name: 'Declaración',
    description: 'Encabezamiento, preámbulo, parte dispositiva con apartados y línea final.',
    blocks: [
      title('DECLARACIÓN DE …'),
      chapeau('Las delegaciones de los Estados miembros de …, reunidas en … los días …,'),
      recital('Recordando las declaraciones aprobadas en reuniones anteriores,'),
      recital(
        'Reconociendo la contribución de las personas migrantes a las sociedades de' +
          ' origen, tránsito y destino,',
      ),
      recital('Conscientes de la necesidad de consultas periódicas entre los Estados,'),
      operative('Acuerdan …;'),
      operative('Deciden elaborar …, que contendrá:'),
      point('…;'),
      point('…;'),
      operative(
        'Solicitan a la Secretaría que informe, en la próxima reunión, sobre la' +
          ' aplicación de la presente Declaración;',
      ),
      operative('Agradecen al país anfitrión su hospitalidad.'),
      closing('Hecha en …, en …, siendo los textos igualmente auténticos.'),
    ],
  },
  statement: {
    name: 'Declaración ministerial',
    description:
      'Hablan los ministros: «Nosotros, los Ministros …», lo que observan y' +
      ' a lo que se comprometen.',
    blocks: [
      title('DECLARACIÓN MINISTERIAL SOBRE …'),
      chapeau('Nosotros, los Ministros encargados de las migraciones, reunidos en … los días …,'),
      recital('Habiendo examinado el informe de los altos funcionarios,'),
      recital(
        'Observando con reconocimiento el apoyo de la Secretaría y de las organizaciones' +
          ' asociadas,',
      ),
      lead('Por la presente:'),
      operative('Hacemos nuestro …;'),
      operative('Nos comprometemos a designar un punto focal nacional en un plazo de … días;'),
      operative('Pedimos a la Secretaría que …;'),
      operative('Decidimos examinar los progresos en nuestra próxima reunión.'),
      closing('Hecha en …, en …, siendo los textos igualmente auténticos.'),
    ],
  },
  recommendations: {
    name: 'Recomendaciones',
    description:
      'Informe de una reunión técnica: introducción y recomendaciones numeradas por tema.',
    blocks: [
      title('RECOMENDACIONES DE LA REUNIÓN TÉCNICA SOBRE …'),
      section('I. INTRODUCCIÓN'),
      paragraph(
        'La reunión técnica sobre … se celebró en … los días …. Participaron' +
          ' delegaciones de … Estados.',
      ),
      paragraph('La reunión aprobó por consenso las recomendaciones siguientes.'),
      section('II. RECOMENDACIONES'),
      paragraph('Que los Estados intercambien periódicamente …'),
      paragraph('Que la Secretaría elabore …'),
      section('III. SEGUIMIENTO'),
      paragraph('Las recomendaciones se presentarán a … para su examen.'),
    ],
  },
  blank: {
    name: 'En blanco',
    description: 'Un título y un párrafo, nada más.',
    blocks: [title('…'), operative('…')],
  },
}
