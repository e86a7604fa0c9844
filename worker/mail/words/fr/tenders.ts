import type { tenders as en } from '../en/tenders.ts';

export const tenders: typeof en = {
  bidsOpened: {
    headline: (count) =>
      count === 0 ? 'Pas d’offre cette fois' : count === 1 ? 'Une offre à lire' : `${count} offres à lire`,
    preview: 'La date limite est passée, les enveloppes sont ouvertes.',
    some: 'La date limite est passée, les enveloppes sont ouvertes. Les offres sont dans un ordre tiré au sort\u00a0; celles que vous ne retiendrez pas recevront le motif que vous écrirez.',
    none: 'La date limite est passée et personne n’a remis d’offre. Une date plus lointaine, moins de besoins indispensables ou une fourchette de budget aident souvent. Vous pouvez clore l’appel d’offres et en publier une copie.',
    seeWhatNow: 'Voir ce que vous pouvez faire',
    readOne: 'Lire l’offre',
    readAll: 'Lire les offres',
  },
  awardRecorded: {
    subject: (title) => `Votre choix est enregistré\u00a0: ${title}`,
    preview: (lead) => `Vous avez choisi l’offre pilotée par ${lead}.`,
    title: 'Votre choix est enregistré',
    chosen: (lead, others) => {
      const told =
        others === 1
          ? ' L’autre offre a reçu le motif que vous avez écrit.'
          : ` Les ${others} autres offres ont reçu le motif que vous avez écrit.`;
      return `Vous avez choisi l’offre pilotée par ${lead}, et nous avons prévenu son équipe.${others === 0 ? '' : told}`;
    },
    chosenAt: 'Choisie',
    yourReason: 'Votre motif\u00a0:',
    openTender: 'Ouvrir l’appel d’offres',
    complete: 'Quand le travail sera fait, marquez-y l’appel d’offres comme terminé.',
  },
  tenderEnded: {
    headlines: {
      withdrawn: 'Appel d’offres retiré',
      cancelled: 'Appel d’offres annulé',
      unsuccessful: 'Appel d’offres clos sans suite',
    },
    sentences: {
      withdrawn: (client) =>
        `${client} a retiré cet appel d’offres avant la date limite. Personne ne lira les offres en préparation.`,
      cancelled: (client) => `${client} a annulé cet appel d’offres\u00a0: aucune offre ne sera retenue.`,
      unsuccessful: (client) => `${client} a clos cet appel d’offres sans retenir d’offre.`,
    },
    thanks: (organisation) =>
      `Vous n’avez rien à faire. Merci pour le temps que ${organisation} y a consacré.`,
    look: 'Voir l’appel d’offres',
  },
  tenderCompleted: {
    subject: (title) => `Travail terminé\u00a0: ${title}`,
    preview: 'Le travail est fait. Merci.',
    title: 'Le travail est fait',
    completed: (client, title) =>
      `${client} a marqué «\u00a0${title}\u00a0» comme terminé. Merci à toute l’équipe.`,
    doneBy: 'Réalisé par',
    openTender: 'Ouvrir l’appel d’offres',
    whileFresh: 'Tant que c’est frais\u00a0: quelques lignes parmi vos projets passés aident à vous trouver.',
    addToProfile: 'L’ajouter à votre profil',
  },
};
