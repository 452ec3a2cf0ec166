// The templates in English. In: nothing. Out: blocks per template. Keeps: the customs of UN
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
    name: 'Declaration',
    description: 'Chapeau, preamble, operative paragraphs with sub-paragraphs, closing line.',
    blocks: [
      title('DECLARATION OF …'),
      chapeau('The delegations of the States members of …, meeting in … on …,'),
      recital('Recalling the declarations adopted at earlier meetings,'),
      recital(
        'Recognizing the contribution of migrants to the societies of origin, transit' +
          ' and destination,',
      ),
      recital('Mindful of the need for regular consultation among States,'),
      operative('Agree to …;'),
      operative('Decide to prepare …, which shall contain:'),
      point('…;'),
      point('…;'),
      operative(
        'Request the Secretariat to report on the implementation of this Declaration at' +
          ' the next meeting;',
      ),
      operative('Express their gratitude to the host country for its hospitality.'),
      closing('Done in …, in …, the texts being equally authentic.'),
    ],
  },
  statement: {
    name: 'Ministerial statement',
    description: 'The ministers speak: “We, the Ministers …”, what they note, what they undertake.',
    blocks: [
      title('MINISTERIAL STATEMENT ON …'),
      chapeau('We, the Ministers responsible for migration, meeting in … on …,'),
      recital('Having considered the report of the senior officials,'),
      recital(
        'Noting with appreciation the support of the Secretariat and of partner' +
          ' organizations,',
      ),
      lead('Hereby:'),
      operative('Endorse …;'),
      operative('Undertake to designate a national focal point within … days;'),
      operative('Request the Secretariat to …;'),
      operative('Decide to review progress at our next meeting.'),
      closing('Done in …, in …, the texts being equally authentic.'),
    ],
  },
  recommendations: {
    name: 'Recommendations',
    description:
      'A report of a technical meeting: introduction and numbered recommendations by theme.',
    blocks: [
      title('RECOMMENDATIONS OF THE TECHNICAL MEETING ON …'),
      section('I. INTRODUCTION'),
      paragraph(
        'The technical meeting on … was held in … on …. Delegations of … States took part.',
      ),
      paragraph('The meeting adopted the following recommendations by consensus.'),
      section('II. RECOMMENDATIONS'),
      paragraph('That States exchange, at regular intervals, …'),
      paragraph('That the Secretariat prepare …'),
      section('III. FOLLOW-UP'),
      paragraph('The recommendations will be submitted to … for consideration.'),
    ],
  },
  blank: {
    name: 'Blank',
    description: 'A title and one paragraph, nothing else.',
    blocks: [title('…'), operative('…')],
  },
}
