// Spanish: the pages around the text. In: names and counts. Out: text. Keeps: the sentence says
// what a person sees or can do; commands stand in the infinitive; «sesión» is a sitting and never a
// login.

import type { Dict } from '../en.ts'
import { plural } from '../plural.ts'

const n = (count: number, one: string, other: string) => plural('es', count, { one, other })

export const pages: Dict['pages'] = {
  signIn: {
    title: 'Entrar',
    lead:
      'El lugar donde las delegaciones escriben un mismo texto a la vez, sin que nada ' +
      'se pierda.',
    email: 'Correo electrónico',
    password: 'Contraseña',
    showPassword: 'Mostrar la contraseña',
    do: 'Entrar',
    doing: 'Entrando…',
    forgotten:
      '¿Olvidó la contraseña o no tiene cuenta? Su secretaría le entrega un enlace ' +
      'para elegir una.',
    next: 'Entre para continuar a la página que pidió.',
    signedOut: 'Usted ha salido.',
    notSetUp:
      'Aún no hay ninguna cuenta. Abra el enlace de un solo uso que se mostró al ' +
      'poner en marcha el servidor.',
  },
  demo: {
    title: 'Demostración',
    lead:
      'Aquí todo es ficticio: personas, reuniones, textos y posiciones. Elija a ' +
      'alguien de la lista y se rellenará el formulario.',
    choose: (name, email) => `Rellenar el formulario con ${name}, ${email}`,
    filled: (name) => `Formulario rellenado: ${name}. Ahora elija «Entrar».`,
    person: 'Nombre y delegación',
    role: 'Función',
    reads: 'no escribe',
    aliveTitle: 'Ver cómo se negocia un texto',
    aliveLead: (short) =>
      'Delegaciones simuladas y la Presidencia entran y escriben durante unos ' +
      'minutos, por la misma vía que cualquiera. Entre como alguien del mismo proceso ' +
      `(${short}) y abra el texto: verá aparecer sus palabras letra a letra, cada una ` +
      'con su delegación, y podrá escribir entre ellas.',
    alive: 'Hacer entrar delegaciones simuladas',
    aliveDoing: 'Están entrando…',
    aliveRunning: (time) => `Las delegaciones simuladas escriben hasta las ${time}.`,
    aliveAlready: 'Las delegaciones simuladas ya están escribiendo. Entre y abra el texto.',
    openText: 'Abrir el texto',
  },
  link: {
    invitation: 'Le damos la bienvenida',
    invitationLead: (name) => `${name}: elija una contraseña y podrá entrar.`,
    password: 'Elegir una contraseña nueva',
    passwordLead: 'Después se cerrará su acceso en todos los demás dispositivos.',
    setup: 'Poner en marcha el servidor',
    setupLead:
      'Así se crea la primera cuenta de la secretaría. Desde ella se invita a las demás personas.',
    yourName: 'Su nombre',
    yourNameHint: 'Como deban leerlo los demás.',
    passwordHint: (min) => `Al menos ${min} caracteres. Unas cuantas palabras seguidas sirven.`,
    do: 'Guardar y entrar',
    doing: 'Guardando…',
    unusable: 'Este enlace no se puede usar',
  },
  home: {
    title: 'Mis procesos',
    empty: 'Usted aún no participa en ningún proceso',
    emptyNote:
      'Cuando una secretaría le dé acceso, el proceso aparecerá aquí. Si lo esperaba, ' +
      'consulte a la suya.',
    open: (name) => `Abrir ${name}`,
  },
  process: {
    place: 'Sus funciones',
    mayDo: 'Qué puede hacer',
    documents: 'Textos',
    documentsEmpty: 'Aún no hay ningún texto abierto para usted.',
    allDocuments: 'Todos los documentos',
    members: 'Miembros',
    observers: 'Observadores',
    membersNote: (date) => `Composición a ${date}, por nombre oficial.`,
    since: (year) => `desde ${year}`,
    until: (year) => `hasta ${year}`,
    organs: 'Órganos',
    languages: 'Idiomas de trabajo',
    source: 'Fuente',
    sources: 'Fuentes de esta lista',
  },
  documents: {
    title: 'Documentos',
    new: 'Nuevo documento',
    text: 'Texto',
    state: 'Estado',
    language: 'Idioma',
    changed: 'Último cambio',
    empty: 'Todavía no hay ningún documento',
    emptyMayCreate: 'Pegue o importe un texto, o empiece con una plantilla.',
    emptyWait: 'La Presidencia o la secretaría abre el primero; aparecerá aquí por sí solo.',
    notShared: 'las delegaciones aún no lo ven',
    versions: 'Versiones en otros idiomas',
    observersIn: 'abierto a los observadores',
  },
  create: {
    title: 'Nuevo documento',
    lead:
      'Se reconocen y conservan los números, los niveles y las marcas; abajo se ve ' +
      'cómo quedará el texto.',
    from: 'Cómo empezar',
    template: 'Con una plantilla',
    paste: 'Pegar un texto',
    file: 'Importar un archivo',
    fileHint:
      'Un archivo de texto sin formato (.txt). En Word: Guardar como, Texto sin formato, UTF-8.',
    fileChoose: 'Elegir un archivo',
    fileRead: (name, size) => `${name}, ${size}`,
    fileUnreadable:
      'El archivo no es texto sin formato. Guárdelo como texto sin formato (UTF-8) y ' +
      'elíjalo de nuevo.',
    chooseTemplate: 'Plantilla',
    pasteLabel: 'El texto',
    pasteHint: 'Péguelo entero, con título, epígrafes, números y notas.',
    documentTitle: 'Título',
    titleHint: 'En el idioma del texto.',
    kind: 'Clase de documento',
    language: 'Idioma del texto',
    phase: 'Comienza como',
    drafting:
      'Escriben la Presidencia y la secretaría; las delegaciones lo ven ' +
      'cuando usted lo decida.',
    negotiating: 'Las delegaciones proponen desde el primer momento.',
    shared: 'Las delegaciones pueden leer el borrador',
    preview: 'Cómo quedará',
    previewEmpty: 'Aún no hay nada que mostrar.',
    recognised: (list) => `Se reconoció: ${list}.`,
    more: (count) => n(count, 'y # párrafo más', 'y # párrafos más'),
    kindCounts: {
      title: (count) => n(count, '# título', '# títulos'),
      heading: (count) => n(count, '# epígrafe', '# epígrafes'),
      chapeau: (count) => n(count, '# encabezamiento', '# encabezamientos'),
      recital: (count) => n(count, '# párrafo del preámbulo', '# párrafos del preámbulo'),
      operative: (count) => n(count, '# párrafo dispositivo', '# párrafos dispositivos'),
      paragraph: (count) => n(count, '# párrafo', '# párrafos'),
      item: (count) => n(count, '# apartado', '# apartados'),
      action: (count) => n(count, '# acción acordada', '# acciones acordadas'),
      field: (count) => n(count, '# campo', '# campos'),
      note: (count) => n(count, '# nota', '# notas'),
    },
    do: 'Crear el documento',
    doing: 'Creando…',
  },
  people: {
    title: 'Personas',
    lead: 'Por delegación. Los nombres solo se muestran dentro de su propia delegación.',
    leadSecretariat: 'Por delegación. Los nombres y las direcciones solo los ve la secretaría.',
    chairPeople: 'Presidencia y secretaría',
    person: 'Persona',
    role: 'Función',
    writes: 'Escribe',
    writesYes: 'escribe',
    writesNo: 'lee',
    you: 'usted',
    unnamed: 'Nombre no mostrado',
    pending: 'invitación aún sin usar',
    paused: 'escritura en pausa',
    empty: 'Aún no participa nadie',
    letWrite: 'Permitir que escriba',
    stopWriting: 'Solo lectura',
    nowWrites: (name) => `${name} escribe ahora en nombre de la delegación.`,
    nowReads: (name) => `${name} ahora solo lee.`,
    actions: (name) => `Acciones para ${name}`,
    more: 'Acciones',
    newPassword: 'Enlace para una contraseña nueva',
    endSeat: 'Poner fin a la participación…',
    restore: 'Restablecer la escritura',
    restored: (name) => `${name} puede volver a escribir.`,
    endTitle: (name) => `¿Poner fin a la participación de ${name}?`,
    endSentence:
      'Perderá el acceso de inmediato, en todos sus dispositivos. Lo que escribió ' +
      'permanece, a nombre de su delegación. Se le puede invitar de nuevo.',
    endDo: 'Poner fin',
    ended: (name) => `Ha terminado la participación de ${name}.`,
    invite: 'Invitar',
    inviteTitle: 'Invitar a una persona',
    name: 'Nombre',
    email: 'Correo electrónico',
    delegation: 'Delegación',
    chooseDelegation: 'Elija un Estado u organización',
    inviteDo: 'Preparar la invitación',
    inviteDoing: 'Preparando la invitación…',
    linkTitle: (name) => `Un enlace para ${name}`,
    linkSentence: (until) =>
      'Cópielo ahora y entréguelo usted: solo se muestra esta vez. Sirve una sola ' +
      `vez, hasta ${until}.`,
    link: 'Enlace',
    hasAccount: (name) =>
      `${name} ya tiene cuenta y no necesita enlace: el proceso aparece ahora en ella.`,
  },
  account: {
    title: 'Mi cuenta',
    name: 'Nombre',
    email: 'Correo electrónico',
    language: 'Idioma de las pantallas',
    zone: 'Huso horario',
    zoneNote: 'Tomado de este dispositivo.',
    places: 'Mis funciones',
    devices: 'Dónde tengo acceso abierto',
    devicesLead: 'Si no reconoce alguno, ciérrelo y elija una contraseña nueva.',
    thisOne: 'este',
    device: 'Navegador',
    address: 'Dirección',
    since: 'Desde',
    seen: 'Último uso',
    signOutThere: 'Cerrar ese acceso',
    signOutThereOf: (agent) => `Cerrar ese acceso: ${agent}`,
    signOutOthers: 'Cerrar todos los demás accesos',
    othersOut: (count) => n(count, 'Se cerró # acceso más.', 'Se cerraron # accesos más.'),
    noOthers: 'No tiene ningún otro acceso abierto.',
    unknownAgent: 'Navegador desconocido',
    agentOn: (browser, system) => `${browser} en ${system}`,
  },
  leave: {
    title: '¿Salir y perder lo que no se ha enviado?',
    sentence: (count) =>
      n(
        count,
        'En este dispositivo se conserva # cambio que no ha llegado al servidor. Al ' +
          'salir se borra de aquí.',
        'En este dispositivo se conservan # cambios que no han llegado al servidor. ' +
          'Al salir se borran de aquí.',
      ),
    stay: 'No salir',
    go: 'Salir y borrar',
  },
}
