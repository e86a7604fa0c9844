import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import type { stopping as en } from '../en/stopping.ts';

/** Those that have a switch. */
const kinds: Partial<Record<MailKind, string>> = {
  opportunityPassedOn: 'un appel d’offres transmis par une autre coopérative',
  seatAnswered: 'les réponses aux places que vous proposez',
  bidWithdrawn: 'une de vos offres est retirée',
  bidLapsed: 'une de vos offres n’a pas été remise à temps',
  bidsOpened: 'les offres pour votre appel d’offres sont lisibles',
  bidNotAwarded: 'une de vos offres n’est pas retenue',
  tenderEnded: 'un appel d’offres se termine sans attribution',
  awardRecorded: 'votre choix est enregistré',
  tenderCompleted: 'un travail terminé',
};

export const stopping: typeof en = {
  mailsStopped: {
    subject: (what) => `Arrêté\u00a0: ${what}`,
    preview: 'C’est effectif tout de suite, et vous pouvez revenir dessus.',
    title: 'Ces messages sont arrêtés',
    scopes: {
      tenders: 'les messages sur les appels d’offres',
      all: 'tous les messages dont on peut se passer',
    },
    kinds,
    ofKind: (name) => `les messages de ce type (${name})`,
    stopped: (what) => `Un message à Cobid a demandé d’arrêter ${what}. C’est effectif tout de suite.`,
    stillCome:
      'Les messages dont d’autres attendent la réponse, comme la proposition d’une place, vous parviennent toujours.',
    mistake: 'Ce n’était pas vous, ou vous avez changé d’avis\u00a0? Vous pouvez les recevoir de nouveau.',
    look: 'Voir ce qui est arrêté, ou revenir dessus',
    why: 'Vous recevez ce message parce que des messages pour vous ont été arrêtés en réponse à l’un d’eux.',
  },
};
