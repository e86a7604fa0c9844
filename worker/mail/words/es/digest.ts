import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import type { DigestSection } from '@cobid/domain/mail/digestItems.ts';
import type { Frequency, MailSettings } from '@cobid/domain/mail/settings.ts';
import { placeOf } from '@cobid/domain/mail/settingInWords.ts';
import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import type { digests as en } from '../en/digest.ts';
import { general } from './general.ts';

const { count } = general.formats;
const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábados', 'domingos'];
const titles: Record<Frequency, string> = {
  instant: 'Lo que tuvo que esperar esta semana',
  daily: 'Novedades de hoy',
  weekly: 'Novedades de esta semana',
  off: 'Novedades',
};
const sections: Record<DigestSection, string> = {
  closing: 'Cierran en menos de una semana',
  new: 'Nuevas',
  changed: 'Han cambiado desde que te avisamos',
  partners: 'Buscan con quién hacerlo',
};
const answers: Record<Answer, string> = {
  yes: 'Sí',
  yes_if: 'Sí, si…',
  not_now: 'Ahora no',
  pass_to: 'Pasarla a otra cooperativa',
  no: 'No, gracias',
};
const bidStates: Partial<Record<BidState, string>> = {
  forming: 'el consorcio se está formando',
  drafting: 'se está escribiendo, aún no se ha presentado',
  signing: 'espera firmas',
  needs_reconfirm: 'hay que confirmarla de nuevo, porque la licitación ha cambiado',
  submitted: 'presentada',
};

function cadence({ frequency, weekday, hour, mostInstantAWeek }: MailSettings, zone: string): string {
  const time = `las ${hour}:00 (${placeOf(zone)})`;
  const weekly = `los ${weekdays[weekday - 1] ?? ''} a ${time}`;
  switch (frequency) {
    case 'off':
      return 'ningún correo';
    case 'daily':
      return `una vez al día, a ${time}`;
    case 'weekly':
      return `una vez a la semana, ${weekly}`;
    case 'instant':
      return `al momento, como mucho ${mostInstantAWeek} veces por semana, y el resto ${weekly}`;
  }
}

export const digests: typeof en = {
  digest: {
    subject: (tenders, partners, seats, bids) => {
      const parts = [
        ...(tenders > 0 ? [count(tenders, 'licitación que os encaja', 'licitaciones que os encajan')] : []),
        ...(partners > 0
          ? [`${count(partners, 'cooperativa busca', 'cooperativas buscan')} con quién hacerlo`]
          : []),
        ...(seats > 0 ? [`${count(seats, 'plaza', 'plazas')} por responder`] : []),
        ...(bids > 0 && tenders + partners + seats === 0
          ? [count(bids, 'oferta vuestra en marcha', 'ofertas vuestras en marcha')]
          : []),
      ];
      return general.formats.list(parts);
    },
    previewOwn: 'Lo que tenéis en marcha.',
    title: (frequency) => titles[frequency],
    sections,
    posted: (client) => `Publicada por ${client}.`,
    postedFor: (client, coop) => `Publicada por ${client}; encaja con ${coop}.`,
    missing: (requirement) => `Falta: ${requirement}`,
    answers,
    more: (number) =>
      number === 1
        ? 'Hay 1 más de la que aún no te hemos hablado; llegará la próxima vez.'
        : `Hay ${number} más de las que aún no te hemos hablado; llegarán la próxima vez.`,
    partnersIntro:
      'Estas cooperativas quieren hacer una licitación con otras y nos han pedido que avisemos a quien podría ayudar. No dice nada de las ofertas.',
    looksFor: (coop, parts) => `${coop} busca con quién hacerlo. Podríais hacer: ${parts.join('; ')}.`,
    yesWithPartners: 'Sí, y también buscamos con quién hacerlo',
    bringTogether: (coop) => `Formar un consorcio con ${coop}`,
    seeAll: 'Verlas todas ahora',
    seats: 'Plazas que os ofrecen',
    seat: (lead, title, days, until) =>
      `${lead} os ofrece ${general.days(days)} en una oferta conjunta para «${title}». Para responder: hasta el ${until}.`,
    answerSeat: (title) => `Ver la plaza en «${title}»`,
    bids: 'Vuestras ofertas',
    bid: (title, state, deadline) => `«${title}»: ${state}. Plazo: ${deadline}.`,
    bidStates,
    openBid: (title) => `Abrir la oferta para «${title}»`,
    why: (coops, settings, zone) =>
      `Recibes este correo porque puedes responder por ${coops} y tu ajuste es: ${cadence(settings, zone)}.`,
  },
  atOnce: {
    all_musts: (coop, settings, zone) =>
      `Recibes este correo porque puedes responder por ${coop}, ${coop} cubre todo lo imprescindible y tu ajuste es: ${cadence(settings, zone)}.`,
    closes_soon: (coop, settings, zone) =>
      `Recibes este correo porque puedes responder por ${coop}, la licitación cierra en menos de 72 horas y tu ajuste es: ${cadence(settings, zone)}${settings.isUrgentWelcome ? ', con las urgentes a cualquier hora' : ''}.`,
  },
};
