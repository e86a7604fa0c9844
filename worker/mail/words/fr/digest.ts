import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import type { DigestSection } from '@cobid/domain/mail/digestItems.ts';
import type { Frequency, MailSettings } from '@cobid/domain/mail/settings.ts';
import { placeOf } from '@cobid/domain/mail/settingInWords.ts';
import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import type { digests as en } from '../en/digest.ts';
import { general } from './general.ts';

const { count } = general.formats;
const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const titles: Record<Frequency, string> = {
  instant: 'Ce qui a dû attendre cette semaine',
  daily: 'Les nouveautés du jour',
  weekly: 'Les nouveautés de la semaine',
  off: 'Les nouveautés',
};
const sections: Record<DigestSection, string> = {
  closing: 'À moins d’une semaine de la clôture',
  new: 'Nouveaux',
  changed: 'Modifiés depuis votre dernier message',
  partners: 'Elles cherchent des partenaires',
};
const answers: Record<Answer, string> = {
  yes: 'Oui',
  yes_if: 'Oui, si…',
  not_now: 'Pas maintenant',
  pass_to: 'Transmettre',
  no: 'Non',
};
const bidStates: Partial<Record<BidState, string>> = {
  forming: 'le groupement se constitue',
  drafting: 'en cours de rédaction, pas encore remise',
  signing: 'en attente de signatures',
  needs_reconfirm: 'à confirmer de nouveau, car l’appel d’offres a changé',
  submitted: 'remise',
};

function cadence({ frequency, weekday, hour, mostInstantAWeek }: MailSettings, zone: string): string {
  const time = `${hour}\u00a0h (${placeOf(zone)})`;
  const weekly = `le ${weekdays[weekday - 1] ?? ''} à ${time}`;
  switch (frequency) {
    case 'off':
      return 'aucun message';
    case 'daily':
      return `une fois par jour, à ${time}`;
    case 'weekly':
      return `une fois par semaine, ${weekly}`;
    case 'instant':
      return `tout de suite, ${mostInstantAWeek} fois par semaine au plus, et le reste ${weekly}`;
  }
}

export const digests: typeof en = {
  digest: {
    subject: (tenders, partners, seats, bids) => {
      const parts = [
        ...(tenders > 0 ? [`${count(tenders, 'appel d’offres', 'appels d’offres')} pour vous`] : []),
        ...(partners > 0
          ? [`${count(partners, 'coopérative cherche', 'coopératives cherchent')} des partenaires`]
          : []),
        ...(seats > 0 ? [count(seats, 'place en attente de réponse', 'places en attente de réponse')] : []),
        ...(bids > 0 && tenders + partners + seats === 0
          ? [count(bids, 'offre en cours', 'offres en cours')]
          : []),
      ];
      return general.formats.list(parts);
    },
    previewOwn: 'Ce que vous avez en cours.',
    title: (frequency) => titles[frequency],
    sections,
    posted: (client) => `Publié par ${client}.`,
    postedFor: (client, coop) => `Publié par ${client}\u00a0; correspond à ${coop}.`,
    missing: (requirement) => `Il manque\u00a0: ${requirement}`,
    answers,
    more: (number) =>
      number === 1
        ? 'Il y en a 1 autre dont nous ne vous avons pas encore parlé\u00a0; il viendra la prochaine fois.'
        : `Il y en a ${number} autres dont nous ne vous avons pas encore parlé\u00a0; ils viendront la prochaine fois.`,
    partnersIntro:
      'Ces coopératives veulent répondre à un appel d’offres avec d’autres et nous ont demandé de prévenir celles qui pourraient les aider. Cela ne dit rien des offres.',
    looksFor: (coop, parts) =>
      `${coop} cherche des partenaires. Vous pourriez faire\u00a0: ${parts.join('\u00a0; ')}.`,
    yesWithPartners: 'Oui, et nous cherchons aussi des partenaires',
    bringTogether: (coop) => `Former un groupement avec ${coop}`,
    seeAll: 'Les voir tous maintenant',
    seats: 'Places que l’on vous propose',
    seat: (lead, title, days, until) =>
      `${lead} vous propose ${general.days(days)} dans une offre commune pour «\u00a0${title}\u00a0». Merci de répondre avant le ${until}.`,
    answerSeat: (title) => `Voir la place dans «\u00a0${title}\u00a0»`,
    bids: 'Vos offres',
    bid: (title, state, deadline) =>
      `«\u00a0${title}\u00a0»\u00a0: ${state}. Date limite\u00a0: ${deadline}.`,
    bidStates,
    openBid: (title) => `Ouvrir l’offre pour «\u00a0${title}\u00a0»`,
    why: (coops, settings, zone) =>
      `Vous recevez ce message parce que vous pouvez répondre pour ${coops} et que votre réglage est\u00a0: ${cadence(settings, zone)}.`,
  },
  atOnce: {
    all_musts: (coop, settings, zone) =>
      `Vous recevez ce message parce que vous pouvez répondre pour ${coop}, que ${coop} couvre tout l’indispensable et que votre réglage est\u00a0: ${cadence(settings, zone)}.`,
    closes_soon: (coop, settings, zone) =>
      `Vous recevez ce message parce que vous pouvez répondre pour ${coop}, que l’appel d’offres se clôt dans moins de 72 heures et que votre réglage est\u00a0: ${cadence(settings, zone)}${settings.isUrgentWelcome ? ', les urgents à toute heure' : ''}.`,
  },
};
