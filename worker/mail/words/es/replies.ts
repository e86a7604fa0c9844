import type { replies as en } from '../en/replies.ts';
import { general } from './general.ts';

const { day } = general.formats;
const reasons = {
  skills: 'no son nuestras especialidades',
  capacity: 'falta de tiempo',
  budget: 'el presupuesto',
  values: 'nuestros valores',
  place: 'el lugar',
  dates: 'las fechas',
  other: 'otros motivos',
};

export const replies: typeof en = {
  replyTaken: {
    subject: (answer, title) => `Vuestra respuesta: ${answer} (${title})`,
    title: (answer) => `Vuestra respuesta: ${answer}`,
    short: {
      yes: 'sí',
      yes_if: 'sí, si …',
      not_now: 'ahora no',
      pass_to: (coop) => `pasada a ${coop}`,
      no: 'no',
      declined: 'no a la plaza',
    },
    yes: (coop) => `Hemos entendido tu correo así: sí, ${coop} quiere hacer este trabajo.`,
    othersKnow:
      'Buscáis con quién hacerlo: avisamos a las cooperativas que podrían ayudar. Lo que ofertáis sigue sellado.',
    yesIf: (coop) =>
      `Hemos entendido tu correo así: sí, ${coop} quiere hacer este trabajo, con esta condición:`,
    notNow: (until) => `Hemos entendido tu correo así: ahora no, no antes del ${day(until)}.`,
    notNowGuessed: (until) =>
      `Hemos entendido tu correo así: ahora no. Como no dices ningún día, vale hasta el ${day(until)}.`,
    passTo: (coop) => `Hemos entendido tu correo así: pasarla a ${coop}. Recibirán un correo.`,
    no: (coop, reason) => `Hemos entendido tu correo así: no, no encaja con ${coop} (${reasons[reason]}).`,
    declined: (coop, lead) =>
      `Hemos entendido tu correo así: no, ${coop} no acepta la plaza que ofrece ${lead}. Recibirán un correo.`,
    youWrote: 'Escribiste:',
    askLead: '¿Ha sido un error? Escribe a quien lidera la oferta: puede volver a ofrecer la plaza.',
    mistake: '¿Querías decir otra cosa? Hasta el cierre puedes retirar la respuesta o cambiarla.',
    undo: 'Retirar esta respuesta',
    readTender: 'Leer la licitación',
    why: 'Recibes este correo porque has respondido a un correo de Cobid y conviene que sepas qué ha hecho con tus palabras.',
  },
  replyUnclear: {
    subject: (about) =>
      about === null ? 'No hemos podido usar tu respuesta' : `No hemos podido usar tu respuesta: ${about}`,
    preview: 'No se ha hecho nada. Así puedes responder.',
    title: 'No hemos podido usar tu respuesta',
    reasons: {
      nothing_said: 'Tu respuesta ha llegado, pero sin ninguna palabra tuya, así que no se ha hecho nada.',
      not_understood:
        'Tu respuesta ha llegado, pero Cobid es un programa y no la ha entendido con seguridad. No se ha hecho nada.',
      not_read:
        'Tu respuesta ha llegado, pero a este tipo de correo no se puede responder por correo. Nadie la ha leído y no se ha hecho nada.',
      which_tender:
        'Tu respuesta ha llegado, pero el correo hablaba de varias cosas y no dice a cuál te refieres. No se ha hecho nada. Cada una tiene allí enlaces para responderla, también por correo.',
      needs_page:
        'Tu respuesta ha llegado. Aceptar una plaza o proponer otras condiciones compromete a vuestra cooperativa; hazlo, por favor, en la página que muestra las condiciones. Todavía no se ha hecho nada.',
      no_such_coop:
        'Tu respuesta ha llegado, pero aquí no hay ninguna cooperativa con el nombre que escribes a la que se pueda pasar. No se ha hecho nada.',
      later_answer:
        'Tu respuesta ha llegado después de otra más nueva de vuestra cooperativa. Vale la más nueva.',
      day_passed: 'Tu respuesta ha llegado, pero el día que dice ya ha pasado. No se ha hecho nada.',
      needs_bidder:
        'Tu respuesta ha llegado, pero una respuesta compromete a la cooperativa y tú no puedes hacerlo (o ya no). Pídeselo a alguien con permiso para ofertar. No se ha hecho nada.',
      deadline_passed: 'Tu respuesta ha llegado después del cierre; ya no se puede cambiar nada.',
      not_possible:
        'Tu respuesta ha llegado, pero aquello de lo que trata ha cambiado y ya no era posible. La página muestra cómo está.',
    },
    howTo:
      'Se entiende una respuesta que empieza por «sí», «sí, si …», «ahora no, …», «pásalo a …» o «no, …». O usa un enlace:',
    openPage: 'Abrir la página',
    why: 'Recibes este correo porque has respondido a un correo de Cobid y conviene que sepas que no ha tenido efecto.',
  },
  replyHeld: {
    subject: '¿Es tuya esta respuesta?',
    preview: 'Una respuesta en tu nombre espera, porque nada prueba que sea tuya.',
    waits:
      'Ha llegado una respuesta a un correo que Cobid te envió. Nada prueba que la hayas escrito tú: viene de otra dirección o su servidor de correo no la avala. Por eso espera, y no se ha hecho nada.',
    facts: { from: 'De', subject: 'Asunto' },
    nobody: 'una dirección que no se puede leer',
    noSubject: 'ninguno',
    look: 'Ver la respuesta',
    howTo: 'Si es tuya, déjala pasar ahí. Si no, descártala; no hace falta que hagas nada más.',
    why: 'Recibes este correo porque alguien ha respondido en tu nombre a un correo de Cobid.',
  },
};
