import type { opportunities as en } from '../en/opportunities.ts';
import { general } from './general.ts';
import { de } from './elided.ts';

const { list } = general.formats;

export const opportunities: typeof en = {
  offer: {
    whyHeading: 'Pourquoi cela vous correspond',
    missingHeading: 'Ce qui vous manque',
    nothingMissing: 'Rien. Votre coopérative couvre tous les besoins.',
    niceToHave: (requirement) => `${requirement} (souhaité)`,
    skillButNot: (requirement, papers, areTwo) =>
      `${requirement}\u00a0: vous avez la compétence, mais pas ${areTwo ? 'à la fois ' : ''}${papers}`,
    certificate: (name) => `le certificat ${name}`,
    language: (name) => `la langue (${name})`,
    nobodyCovers: (requirement) => `${requirement}. Personne dans le réseau ne le couvre encore.`,
    couldBeDoneBy: (requirement, coops) => `${requirement}. Possible avec ${list(coops)}.`,
    gapsLater:
      'Vous n’avez pas à combler ces manques d’abord. Si vous dites oui, Cobid vous montre qui pourrait vous rejoindre.',
    workHeading: 'Le travail',
    facts: {
      work: 'Travail',
      free: 'Vous avez',
      budget: 'Budget',
      place: 'Lieu',
      start: 'Début',
    },
    freeInThatTime: (days) => `${general.days(days)} de libre à cette période`,
    budgetBand: (least, most) => `de ${least} à ${most}`,
    budgetNotDisclosed: 'non communiqué',
    workplaces: { remote: 'À distance', hybrid: 'En partie à distance', on_site: 'Sur place' },
    answerHeading: 'Votre réponse',
    answerHow: 'Chaque lien ouvre une page où vous confirmez. L’ouvrir ne change encore rien.',
    answers: {
      yes: 'Oui, nous voulons le faire',
      yes_if: 'Oui, si…',
      not_now: 'Pas maintenant, peut-être plus tard',
      pass_to: 'Le transmettre à une autre coopérative',
      no: 'Non, ce n’est pas pour nous',
    },
    byMail: {
      how: 'Ou répondez à ce message par «\u00a0oui\u00a0», «\u00a0oui, si…\u00a0», «\u00a0pas maintenant\u00a0», «\u00a0transmettez à…\u00a0» ou «\u00a0non\u00a0». Ces liens commencent une telle réponse\u00a0:',
      answers: {
        yes: 'Oui, par courriel',
        yes_with_partners: 'Oui, avec des partenaires, par courriel',
        yes_if: 'Oui, si…, par courriel',
        not_now: 'Pas maintenant, par courriel',
        pass_to: 'Transmettre, par courriel',
        no: 'Non, par courriel',
      },
      texts: {
        yes: 'Oui',
        yes_with_partners: 'Oui, et nous cherchons des partenaires',
        yes_if: 'Oui, si ',
        not_now: 'Pas maintenant',
        pass_to: 'Transmettez à ',
        no: 'Non',
      },
    },
    moreFirst: 'Vous voulez d’abord en savoir plus\u00a0?',
    readTender: 'Lire l’appel d’offres en entier',
    footer: {
      settings: 'Choisir les appels d’offres qui vous sont envoyés',
      pause: 'Faire une pause de ces messages',
      unsubscribe: 'Ne plus recevoir ces messages',
    },
  },
  opportunity: {
    subject: (coop, title) => `Pour ${coop}\u00a0: ${title}`,
    posted: (client, coop) => `${client} a publié un projet qui correspond à ${coop}.`,
  },
  opportunityPassedOn: {
    subject: (by, coop, title) => `${by} a pensé à ${coop}\u00a0: ${title}`,
    preview: (by) => `Transmis par ${by}.`,
    passedOn: (by, client, coop) => `${by} a transmis à ${coop} cet appel d’offres ${de(client)}.`,
    theyWrite: 'Leur message\u00a0:',
    why: (coop, by) =>
      `Vous recevez ce message parce que vous pouvez répondre pour ${coop} et que ${by} lui a transmis un appel d’offres.`,
  },
};
