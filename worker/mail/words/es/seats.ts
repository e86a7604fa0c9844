import type { seats as en } from '../en/seats.ts';
import { general } from './general.ts';

export const seats: typeof en = {
  terms: {
    heading: 'La plaza',
    facts: { work: 'Trabajo', share: 'Vuestra parte', answerBy: 'Responder antes de' },
    writes: (author) => `${author} escribe:`,
    readAndAnswer: 'Leer la propuesta y responder',
  },
  seatOffered: {
    subject: (lead, title) => `${lead} os propone presentar una oferta: ${title}`,
    preview: (coop, days) => `Una plaza para ${coop}, ${general.days(days)} de trabajo.`,
    title: (lead, coop) => `${lead} ofrece una plaza a ${coop}`,
    would: (lead, title, coop) => `${lead} lidera una oferta para «${title}» y quiere contar con ${coop}.`,
    tenderHeading: 'La licitación',
    whatYouCan:
      'Podéis aceptar, rechazar o proponer otras condiciones. Aceptar todavía no es firmar la oferta: antes la leeréis terminada. Nadie de fuera sabe que existe.',
  },
  seatAnswered: {
    noReason: 'No ha dado ningún motivo.',
    accepted: {
      headline: (coop) => `${coop} acepta la plaza`,
      sentence: (coop) => `${coop} ha aceptado la plaza que le ofrecisteis.`,
      next: 'Su parte ya está en la oferta.',
      action: 'Abrir la oferta',
    },
    declined: {
      headline: (coop) => `${coop} no acepta la plaza`,
      sentence: (coop) => `Esta vez ${coop} no va a ocupar la plaza.`,
      next: 'La plaza vuelve a estar libre. En la oferta veis quién más podría ocuparla.',
      action: 'Buscar otra cooperativa',
    },
    countered: {
      headline: (coop) => `${coop} propone otras condiciones`,
      sentence: (coop) => `${coop} quiere participar, pero en otras condiciones.`,
      next: 'Podéis aceptar estas condiciones, responder con otras o retirar la propuesta.',
      action: 'Responder a la propuesta',
    },
    expired: {
      headline: (coop) => `${coop} no ha respondido a tiempo`,
      sentence: (coop) => `Ha terminado el plazo para responder y ${coop} no ha dicho nada.`,
      next: 'La plaza vuelve a estar libre. Podéis invitar otra vez a la misma cooperativa o a otra.',
      action: 'Ocupar la plaza',
    },
    left: {
      headline: (coop) => `${coop} ha dejado la oferta`,
      sentence: (coop) => `${coop} ha dejado la oferta, así que su plaza vuelve a estar libre.`,
      next: 'En la oferta veis quién podría ocuparla. Las firmas de la última versión ya no cuentan.',
      action: 'Ocupar la plaza',
    },
  },
  counterAnswered: {
    headlines: {
      taken: (lead) => `${lead} acepta vuestras condiciones`,
      offered_again: (lead) => `${lead} os hace una nueva propuesta`,
      revoked: (lead) => `${lead} ha retirado su propuesta`,
      put_out: (lead) => `${lead} ha retirado vuestra plaza`,
    },
    sentences: {
      taken: (lead, coop) =>
        `${lead} está de acuerdo con lo que propusisteis. ${coop} ya tiene su plaza en la oferta.`,
      offered_again: (lead) => `${lead} ha leído lo que propusisteis y responde con otras condiciones.`,
      revoked: (lead) => `${lead} ya no ofrece la plaza. No tenéis que hacer nada.`,
      put_out: (lead, coop) =>
        `A partir de ahora ${lead} sigue sin ${coop}. Vuestra cooperativa no queda comprometida a nada.`,
    },
    signLater: 'Cuando la oferta esté terminada, os pediremos que la leáis y la firméis.',
  },
};
