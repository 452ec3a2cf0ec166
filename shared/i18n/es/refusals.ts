// Spanish: one sentence for every refusal. In: the code and its facts. Out: what is wrong, then
// what to do. Keeps: every code of shared/refusal.ts has its sentence; the rule number is never
// part of it.

import type { Dict } from '../en.ts'
import type { Facts } from '../facts.ts'
import { fact, number } from '../facts.ts'
import { words } from './words.ts'

const count = (facts: Facts, name: string, or: number) => number('es', facts, name, or)

export const refused: Dict['refused'] = {
  'not-seated': () =>
    'Este texto no está abierto para usted. Consulte a la secretaría del proceso si ' +
    'debería leerlo.',
  'reads-only': () =>
    'Usted puede leer este texto, pero no escribir en él. La secretaría puede ' +
    'indicarle quién puede hacerlo.',
  'others-words': (f) =>
    fact(f, 'party', (name) => `Estas palabras fueron propuestas por otra delegación (${name}). `) +
    'Solo puede retirarlas la delegación que las propuso. Proponga, en cambio, suprimirlas.',
  'base-words': () =>
    'Este es el texto en negociación y se modifica mediante propuestas. Proponga una ' +
    'supresión o una adición.',
  'others-proposal': () =>
    'Esta propuesta es de otra delegación. Presente, en cambio, una propuesta propia.',
  'agreed-paragraph': () => 'Este párrafo está acordado. Pida a la Presidencia que lo reabra.',
  'attributes-fixed': () =>
    'La clase, el nivel y el lugar de un párrafo no se cambian de este modo. Proponga ' +
    'un párrafo nuevo.',
  'rulings-are-the-hubs': () =>
    'Las decisiones se consignan cuando las toma la Presidencia. No se modificó nada.',
  'forged-proposal': () =>
    'La propuesta no llegó bien formada y no se registró. Recargue la página y vuelva a hacerla.',
  'does-not-speak': () =>
    'Por ahora usted no escribe en nombre de su delegación. Su punto focal puede cambiarlo.',
  'not-plain-text': () =>
    'En este texto solo caben palabras. Péguelas sin imágenes, cuadros ni formato.',
  'unknown-block': () =>
    'Esta página no conoce esa clase de párrafo. Recárguela y vuelva a hacer el cambio.',
  'over-limit': (f) =>
    fact(f, 'max', () => `Un cambio puede contener ${count(f, 'max', 0)} caracteres. `) +
    'Este cambio es demasiado extenso para registrarlo de una vez. Divídalo en partes.',
  'not-whole': () =>
    'El cambio no llegó completo y no se registró. Sus palabras se conservan: insértelas de nuevo.',
  'standing-changed': () =>
    'Lo que usted puede hacer en este texto ha cambiado. Vuelva a abrir el texto y continúe.',
  'foreign-client': () =>
    'Esta página había perdido su lugar en el servidor. Recárguela; sus palabras se ' +
    'conservan en este dispositivo.',
  'text-closed': () =>
    'Este texto está cerrado a cambios. Consulte a la Presidencia si debería reabrirse.',
  'writing-suspended': () =>
    'Su escritura está en pausa tras varios cambios rechazados. La secretaría puede restablecerla.',
  'not-found': () =>
    'Aquí no hay nada, o no está abierto para usted. Compruebe la dirección o vaya a sus procesos.',
  'signed-out': () => 'Usted ha salido. Entre de nuevo para continuar.',
  'not-allowed': () =>
    'Esto no corresponde a sus funciones en el proceso. La secretaría puede indicarle ' +
    'a quién corresponde.',
  'bad-input': () => 'El servidor no entendió lo enviado. Revise los datos e inténtelo de nuevo.',
  'too-large': () => 'Es más extenso de lo que admite el servidor. Acórtelo o divídalo.',
  'too-many': () => 'Demasiado a la vez. Espere un poco e inténtelo de nuevo.',
  busy: () => 'El servidor está ocupado. Inténtelo de nuevo en unos segundos.',
  'cannot-write': () =>
    'El servidor no puede escribir en este momento y no se guardó nada. Deje abierta ' +
    'esta página e inténtelo de nuevo.',
  'wrong-sign-in': () =>
    'La dirección de correo y la contraseña no coinciden. Revise ambas, o pida a su ' +
    'secretaría un enlace para elegir una contraseña nueva.',
  'wait-to-sign-in': (f) =>
    `Demasiados intentos. Espere ${words.wait(Number(f['seconds'] ?? 60))} e inténtelo de nuevo.`,
  'link-used-or-expired': () =>
    'Este enlace ya se usó o ha caducado. Pida uno nuevo a su secretaría.',
  'password-too-short': (f) =>
    `La contraseña es demasiado corta. Use al menos ${count(f, 'min', 12)} ` +
    'caracteres; unas cuantas palabras sirven.',
  'password-too-long': (f) =>
    `La contraseña es demasiado larga. Use ${count(f, 'max', 256)} caracteres como máximo.`,
  'password-unsafe': () =>
    'La contraseña es demasiado fácil de adivinar. Elija una que no sea su dirección ' +
    'ni una muy conocida.',
  'address-taken': () =>
    'Esa dirección de correo ya participa en este proceso. Consulte la lista de personas.',
  'email-malformed': () =>
    'Escriba la dirección de correo completa, por ejemplo nombre@ministerio.example.',
  'name-missing': () => 'Falta el nombre. Escríbalo como deban leerlo los demás.',
  'party-unknown': () =>
    'Ese Estado u organización no forma parte del proceso. Elija uno de la lista.',
  'own-seat': () =>
    'Se trata de su propia participación. Puede cambiarla otra persona de la secretaría.',
  'last-secretariat': () =>
    'Es la última persona de la secretaría. Invite a otra antes de poner fin a su participación.',
  'title-missing': () => 'El documento no tiene título. Escriba uno.',
  'text-missing': () => 'Todavía no hay texto. Péguelo, importe un archivo o elija una plantilla.',
  'text-too-long': (f) =>
    'El texto, o uno de sus párrafos, es demasiado extenso. Caben ' +
    `${count(f, 'max', 1_000_000)} caracteres como máximo; divídalo.`,
  'too-many-paragraphs': (f) =>
    'El texto tiene demasiados párrafos. Un documento admite ' +
    `${count(f, 'max', 5_000)} como máximo; divídalo.`,
  'phase-passed': () =>
    'El texto ha avanzado desde que se abrió esta página. Recárguela para ver en qué estado está.',
}
