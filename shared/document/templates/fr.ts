// The templates in French. In: nothing. Out: blocks per template. Keeps: the customs of UN drafting
// (DOMAIN R2): recitals open with a participle, operative paragraphs with a verb.

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
    name: 'Déclaration',
    description: 'Chapeau, préambule, dispositif avec alinéas et formule finale.',
    blocks: [
      title('DÉCLARATION DE …'),
      chapeau('Les délégations des États membres de …, réunies à … les …,'),
      recital('Rappelant les déclarations adoptées lors des réunions précédentes,'),
      recital(
        "Reconnaissant la contribution des migrants aux sociétés d'origine, de transit" +
          ' et de destination,',
      ),
      recital('Conscientes de la nécessité de consultations régulières entre les États,'),
      operative('Conviennent de … ;'),
      operative("Décident d'élaborer …, qui contiendra :"),
      point('… ;'),
      point('… ;'),
      operative(
        'Prient le Secrétariat de rendre compte, à la prochaine réunion, de' +
          " l'application de la présente Déclaration ;",
      ),
      operative('Remercient le pays hôte de son hospitalité.'),
      closing('Fait à …, en …, les textes faisant également foi.'),
    ],
  },
  statement: {
    name: 'Déclaration ministérielle',
    description:
      "Les ministres parlent : « Nous, Ministres … », ce qu'ils constatent," +
      " ce à quoi ils s'engagent.",
    blocks: [
      title('DÉCLARATION MINISTÉRIELLE SUR …'),
      chapeau('Nous, Ministres chargés des migrations, réunis à … les …,'),
      recital('Ayant examiné le rapport des hauts fonctionnaires,'),
      recital("Notant avec satisfaction l'appui du Secrétariat et des organisations partenaires,"),
      lead('Par la présente :'),
      operative('Approuvons … ;'),
      operative('Nous engageons à désigner un point focal national dans un délai de … jours ;'),
      operative('Prions le Secrétariat de … ;'),
      operative('Décidons de faire le point sur les progrès accomplis à notre prochaine réunion.'),
      closing('Fait à …, en …, les textes faisant également foi.'),
    ],
  },
  recommendations: {
    name: 'Recommandations',
    description:
      "Rapport d'une réunion technique : introduction et recommandations numérotées par thème.",
    blocks: [
      title('RECOMMANDATIONS DE LA RÉUNION TECHNIQUE SUR …'),
      section('I. INTRODUCTION'),
      paragraph(
        "La réunion technique sur … s'est tenue à … les …. Des délégations de … États y" +
          ' ont participé.',
      ),
      paragraph('La réunion a adopté par consensus les recommandations suivantes.'),
      section('II. RECOMMANDATIONS'),
      paragraph('Que les États échangent à intervalles réguliers …'),
      paragraph('Que le Secrétariat élabore …'),
      section('III. SUITES À DONNER'),
      paragraph('Les recommandations seront soumises à … pour examen.'),
    ],
  },
  blank: {
    name: 'Document vierge',
    description: 'Un titre et un paragraphe, rien de plus.',
    blocks: [title('…'), operative('…')],
  },
}
