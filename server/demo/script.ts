// What simulated delegates want of the declaration of Villa Modelo: sensible amendments, prepared.
// In: nothing. Out: per delegation, what to do, in order. Keeps: block ids are those of the seed
// (b11 is OP1); the States are used only to show the house and hold no such views; second
// delegates write, so that a newcomer may be anyone's first.

import type { Kind } from '#shared/document/blocks.ts'

export type Amendment =
  /** Insert `words` right of `behind`; `slip` is typed first and corrected. */
  | {
      readonly do: 'insert'
      readonly block: string
      readonly behind: string
      readonly words: string
      readonly slip?: string
    }
  /** Propose to delete `words`, and to put others in their place. */
  | {
      readonly do: 'replace'
      readonly block: string
      readonly words: string
      readonly by: string
    }
  | { readonly do: 'strike'; readonly block: string; readonly words: string }
  | {
      readonly do: 'propose'
      readonly after: string
      readonly kind: Kind
      readonly level: number
      readonly words: string
      readonly isAlternative?: true
    }

export interface Part {
  readonly email: string
  readonly party: string
  readonly amendments: readonly Amendment[]
}

export const script: readonly Part[] = [
  {
    email: 'ar2@csm.demo',
    party: 'AR',
    amendments: [
      { do: 'replace', block: 'b11', words: 'seis', by: ' cuatro' },
      {
        do: 'insert',
        block: 'b17',
        behind: 'competencias laborales',
        words: ', incluidos los aprendizajes no formales',
        slip: ', incluidos los aprendisajes',
      },
      {
        do: 'propose',
        after: 'b18',
        kind: 'operative',
        level: 1,
        words:
          'Invitan a las organizaciones internacionales a apoyar, cuando los Estados lo ' +
          'soliciten, la aplicación de esta Declaración.',
      },
      { do: 'insert', block: 'b6', behind: 'derechos humanos', words: ' y la dignidad' },
    ],
  },
  {
    email: 'co2@csm.demo',
    party: 'CO',
    amendments: [
      {
        do: 'insert',
        block: 'b7',
        behind: 'contribución',
        words: ' económica, social y cultural',
        slip: ' economica y',
      },
      {
        do: 'insert',
        block: 'b13',
        behind: 'no acompañados',
        words: ' o separados de sus familias',
      },
      { do: 'replace', block: 'b16', words: 'Encomiendan', by: ' Solicitan' },
      { do: 'insert', block: 'b16', behind: 'planes anuales', words: ' y sus indicadores' },
    ],
  },
  {
    email: 'ec2@csm.demo',
    party: 'EC',
    amendments: [
      { do: 'replace', block: 'b8', words: 'creciente', by: ' cada vez más frecuente' },
      {
        do: 'propose',
        after: 'b10',
        kind: 'recital',
        level: 1,
        words: 'Tomando nota del Pacto Mundial para una Migración Segura, Ordenada y Regular,',
      },
      {
        do: 'insert',
        block: 'b15',
        behind: 'derivación',
        words: ' y seguimiento de casos',
        slip: ' y seguimento',
      },
      { do: 'strike', block: 'b19', words: 'su hospitalidad y ' },
    ],
  },
  {
    email: 'uy2@csm.demo',
    party: 'UY',
    amendments: [
      {
        do: 'insert',
        block: 'b11',
        behind: 'residencia y tránsito',
        words: ', respetando la protección de los datos personales',
        slip: ', respetando la proteción',
      },
      {
        do: 'propose',
        after: 'b15',
        kind: 'operative',
        level: 2,
        words: 'un protocolo común para la protección de los datos personales.',
      },
      { do: 'replace', block: 'b17', words: 'facilitar', by: ' agilizar' },
      { do: 'insert', block: 'b18', behind: 'informe de avance', words: ' anual' },
    ],
  },
  {
    email: 'pe2@csm.demo',
    party: 'PE',
    amendments: [
      { do: 'insert', block: 'b9', behind: 'redes', words: ' transnacionales' },
      {
        do: 'insert',
        block: 'b18',
        behind: 'esta Declaración',
        words: ', con sujeción a los recursos disponibles',
        slip: ', con sujecion',
      },
      {
        do: 'propose',
        after: 'b19',
        kind: 'operative',
        level: 1,
        isAlternative: true,
        words:
          'Agradecen al país anfitrión su hospitalidad y acuerdan celebrar la próxima ' +
          'Conferencia dentro de los doce meses siguientes.',
      },
      { do: 'strike', block: 'b11', words: ', al menos' },
    ],
  },
]
