import type { seats as en } from '../en/seats.ts';
import { general } from './general.ts';
import { de, que } from './elided.ts';

export const seats: typeof en = {
  terms: {
    heading: 'La place',
    facts: { work: 'Travail', share: 'Part', answerBy: 'Réponse avant le' },
    writes: (author) => `Message ${de(author)}\u00a0:`,
    readAndAnswer: 'Lire la proposition et répondre',
  },
  seatOffered: {
    subject: (lead, title) => `${lead} vous propose de répondre ensemble\u00a0: ${title}`,
    preview: (coop, days) => `Une place pour ${coop}, ${general.days(days)} de travail.`,
    title: (lead, coop) => `${lead} propose une place à ${coop}`,
    would: (lead, title, coop) =>
      `${lead} pilote une offre pour «\u00a0${title}\u00a0» et aimerait ${que(coop)} en fasse partie.`,
    tenderHeading: 'L’appel d’offres',
    whatYouCan:
      'Vous pouvez accepter, refuser ou proposer d’autres conditions. Accepter n’est pas encore signer\u00a0: vous lirez d’abord l’offre terminée. Personne d’autre ne sait qu’elle existe.',
  },
  seatAnswered: {
    noReason: 'Aucun motif n’a été donné.',
    accepted: {
      headline: (coop) => `${coop} accepte la place`,
      sentence: (coop) => `${coop} a accepté la place que vous proposiez.`,
      next: 'Sa part figure maintenant dans l’offre.',
      action: 'Ouvrir l’offre',
    },
    declined: {
      headline: (coop) => `${coop} refuse la place`,
      sentence: (coop) => `Cette fois, ${coop} ne prendra pas la place.`,
      next: 'La place est de nouveau libre. L’offre montre qui d’autre pourrait la prendre.',
      action: 'Chercher une autre coopérative',
    },
    countered: {
      headline: (coop) => `${coop} propose d’autres conditions`,
      sentence: (coop) => `${coop} aimerait participer, mais à d’autres conditions.`,
      next: 'Vous pouvez accepter ces conditions, en proposer d’autres ou retirer votre proposition.',
      action: 'Répondre à la proposition',
    },
    expired: {
      headline: (coop) => `${coop} n’a pas répondu à temps`,
      sentence: (coop) => `Le délai de réponse est passé sans nouvelles ${de(coop)}.`,
      next: 'La place est de nouveau libre. Vous pouvez inviter la même coopérative ou une autre.',
      action: 'Pourvoir la place',
    },
    left: {
      headline: (coop) => `${coop} a quitté l’offre`,
      sentence: (coop) => `${coop} a quitté l’offre\u00a0: sa place est de nouveau libre.`,
      next: 'L’offre montre qui pourrait la prendre. Les signatures de la dernière version ne comptent plus.',
      action: 'Pourvoir la place',
    },
  },
  counterAnswered: {
    headlines: {
      taken: (lead) => `${lead} accepte vos conditions`,
      offered_again: (lead) => `${lead} vous fait une nouvelle proposition`,
      revoked: (lead) => `${lead} a retiré sa proposition`,
      put_out: (lead) => `${lead} a repris votre place`,
    },
    sentences: {
      taken: (lead, coop) =>
        `${lead} est d’accord avec ce que vous proposiez. ${coop} a sa place dans l’offre.`,
      offered_again: (lead) => `${lead} a lu ce que vous proposiez et répond par d’autres conditions.`,
      revoked: (lead) => `${lead} ne propose plus la place. Vous n’avez rien à faire.`,
      put_out: (lead, coop) =>
        `${lead} continue désormais sans ${coop}. Votre coopérative n’est engagée à rien.`,
    },
    signLater: 'Quand l’offre sera terminée, vous serez invités à la lire et à la signer.',
  },
};
