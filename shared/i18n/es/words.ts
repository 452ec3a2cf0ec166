// Spanish: the words every page shares. In: counts and names. Out: text. Keeps: UX §9, the register
// of United Nations documents; «sesión» is a sitting and never a login; names stand where no
// article is due.

import type { Dict } from '../en.ts'
import { plural } from '../plural.ts'

const n = (count: number, one: string, other: string) => plural('es', count, { one, other })

export const words: Omit<Dict, 'pages' | 'refused' | 'text'> = {
  tagline: 'Donde los Estados redactan juntos',
  skip: 'Ir al contenido',
  language: 'Idioma',
  menu: 'Menú principal',
  processNav: 'Páginas de este proceso',
  nav: {
    processes: 'Mis procesos',
    process: 'Proceso',
    documents: 'Documentos',
    people: 'Personas',
    account: 'Mi cuenta',
    signIn: 'Entrar',
    signOut: 'Salir',
  },
  act: {
    back: 'Volver',
    cancel: 'Cancelar',
    close: 'Cerrar',
    copy: 'Copiar',
    retry: 'Intentar de nuevo',
    save: 'Guardar',
    continue: 'Continuar',
    print: 'Imprimir',
  },
  loading: 'Cargando…',
  copied: 'Copiado',
  saved: 'Guardado',
  fictitious: 'Ficticio, solo como ejercicio',
  notFound: {
    title: 'Aquí no hay ninguna página',
    sentence: 'La dirección no es correcta, o lo que había aquí no está abierto para usted.',
    home: 'Ir a mis procesos',
  },
  broken: {
    title: 'No se pudo mostrar esta página',
    sentence:
      'El fallo es nuestro. Lo que ya estaba guardado sigue a salvo en el servidor; ' +
      'recargue la página para continuar.',
    reload: 'Recargar la página',
  },
  unreachable:
    'No hay comunicación con el servidor. Compruebe la conexión e inténtelo de nuevo; ' +
    'lo que escribió sigue aquí.',
  waitingForHub: 'No hay comunicación con el servidor. Puede que esta página ya haya cambiado.',
  law: (id) => `regla ${id}`,
  zoneNote: (zone) => `Las horas corresponden a su huso horario (${zone}).`,
  roles: {
    secretariat: 'Secretaría',
    chair: 'Presidencia',
    focalPoint: 'Punto focal',
    delegate: 'Delegado/a',
    adviser: 'Asesor/a',
    observer: 'Observador/a',
  },
  rights: {
    'see the process': 'ver este proceso, sus miembros y sus órganos',
    'read drafts': 'leer los proyectos de texto',
    'propose for its delegation': 'proponer redacción en nombre de su delegación',
    'hold the pen': 'llevar la redacción del texto',
    'create documents': 'crear documentos',
    'open the negotiation': 'abrir la negociación de un texto',
    'see the people': 'ver quién integra cada delegación',
    'see everyone by name': 'ver los nombres de todas las personas',
    'invite people': 'invitar a personas',
    'hand out password links': 'entregar enlaces para elegir una contraseña nueva',
    'end seats': 'poner fin a la participación de una persona',
    'restore writing': 'permitir que una persona vuelva a escribir',
    'say who speaks': 'decidir quién escribe en nombre de la delegación',
  },
  place: {
    secretariat: () => 'Usted forma parte de la secretaría de este proceso.',
    chair: () => 'Usted ejerce la Presidencia de este proceso y lleva la redacción del texto.',
    focalPoint: (name) => `Usted es punto focal. Su delegación: ${name}.`,
    delegate: (name) => `Usted participa como delegado/a. Su delegación: ${name}.`,
    adviser: (name) => `Usted presta asesoría. Su delegación: ${name}.`,
    observer: (name) => `Usted asiste en calidad de observador/a: ${name}.`,
  },
  placeNote: {
    writes: 'Escribe en nombre de su delegación.',
    waits: 'Lee los proyectos de texto; su punto focal decide quién escribe.',
    reads: 'Lee los proyectos de texto y no escribe en ellos.',
    observes: 'Los proyectos de texto no están abiertos a los observadores.',
    suspended: 'Su escritura está en pausa. La secretaría puede restablecerla.',
  },
  phases: {
    drafting: 'Borrador',
    negotiating: 'En negociación',
    final: 'Texto final',
    adopted: 'Aprobado',
    withdrawn: 'Retirado',
  },
  readings: {
    first: 'primera lectura',
    second: 'segunda lectura',
    third: 'tercera lectura',
    later: (count) => `lectura ${count}`,
  },
  works: {
    declaration: 'Declaración',
    agenda: 'Programa',
    'action plan': 'Plan de acción',
    recommendations: 'Recomendaciones',
    report: 'Informe',
  },
  levels: {
    ministerial: 'Ministros y ministras',
    'senior officials': 'Altos funcionarios',
    technical: 'Nivel técnico',
    secretariat: 'Secretaría',
  },
  standings: { member: 'Miembro', observer: 'Observador' },
  kinds: {
    title: 'Título',
    heading: 'Epígrafe',
    chapeau: 'Encabezamiento',
    recital: 'Párrafo del preámbulo',
    operative: 'Párrafo de la parte dispositiva',
    paragraph: 'Párrafo',
    item: 'Apartado',
    action: 'Acción acordada',
    field: 'Campo',
    note: 'Nota',
  },
  counts: {
    members: (count) => n(count, '# miembro', '# miembros'),
    observers: (count) => n(count, '# observador', '# observadores'),
    documents: (count) => n(count, '# documento', '# documentos'),
    people: (count) => n(count, '# persona', '# personas'),
    delegations: (count) => n(count, '# delegación', '# delegaciones'),
    paragraphs: (count) => n(count, '# párrafo', '# párrafos'),
    characters: (count) => n(count, '# carácter', '# caracteres'),
  },
  wait: (seconds) =>
    seconds < 90
      ? n(Math.max(1, Math.ceil(seconds)), '# segundo', '# segundos')
      : n(Math.ceil(seconds / 60), '# minuto', '# minutos'),
}
