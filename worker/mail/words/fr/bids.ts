import type { bids as en } from '../en/bids.ts';
import { general } from './general.ts';

const { list } = general.formats;

export const bids: typeof en = {
  signatureWanted: {
    subject: (revision, title) => `À lire et à signer, version ${revision}\u00a0: ${title}`,
    preview: (lead, coop) => `L’offre pilotée par ${lead} attend la signature de ${coop}.`,
    title: (revision) => `La version ${revision} attend votre signature`,
    frozen: (lead, revision) =>
      `L’offre pilotée par ${lead} est figée en version ${revision}. Elle pourra être remise quand toutes les coopératives auront signé le même texte.`,
    action: 'Lire l’offre et signer',
    signedBy: 'Ont signé',
    nobodyYet: 'personne encore',
    fingerprint: 'L’empreinte (SHA-256) est la même pour tous ceux qui lisent le même texte.',
  },
  bidSubmitted: {
    subject: (title) => `Offre remise\u00a0: ${title}`,
    preview: 'Votre accusé de réception, avec l’empreinte de ce qui a été remis.',
    title: 'Votre offre est remise',
    wellDone: (lead) =>
      `Bravo\u00a0! ${lead} a remis votre offre commune. Elle reste scellée jusqu’à la date limite\u00a0: d’ici là, personne d’extérieur ne peut la lire ni savoir qu’elle existe.`,
    facts: { submitted: 'Remise', revision: 'Version' },
    keep: 'Gardez ce message. L’empreinte (SHA-256 de l’offre) prouvera que pas un mot n’a changé.',
    stillYours: 'Jusqu’à la date limite, vous pouvez encore l’améliorer ou la retirer.',
  },
  bidWithdrawn: {
    subject: (title) => `Offre retirée\u00a0: ${title}`,
    preview: (lead) => `${lead} a retiré l’offre. Vous n’avez rien à faire.`,
    title: 'L’offre est retirée',
    withdrawn: (lead, coop) =>
      `${lead} a retiré l’offre à laquelle participe ${coop}. Personne d’extérieur ne le saura.`,
    free: 'Vous n’avez rien à faire. Votre coopérative peut rejoindre une autre offre pour cet appel d’offres, ou en lancer une.',
  },
  bidLapsed: {
    subject: (title) => `Offre non remise à temps\u00a0: ${title}`,
    preview: 'La date limite est passée avant que l’offre soit complète.',
    title: 'L’offre n’a pas été remise à temps',
    passed: (lead) =>
      `La date limite est passée et l’offre pilotée par ${lead} n’était pas complète. Elle reste fermée\u00a0: le client ne l’a pas vue et ne la verra pas.`,
    missing: 'Voici ce qui manquait\u00a0:',
    gaps: {
      seats: 'Toutes les places n’étaient pas pourvues.',
      coverage: 'Tous les besoins indispensables n’étaient pas couverts.',
      totalMinor: 'La somme des parts n’était pas égale au total.',
      sections: 'L’offre n’avait pas de texte.',
      disputePath: 'Vous n’aviez pas convenu de la façon de régler un désaccord.',
      joiningReasons: 'Vous n’aviez pas dit pourquoi vous vous regroupez.',
      other: 'Elle n’était pas complète.',
      neverFrozen: 'Le texte n’a jamais été figé, donc personne ne pouvait le signer.',
    },
    notSigned: (revision, coops) => `Il manquait à la version ${revision} la signature de ${list(coops)}.`,
    notSubmitted: (revision) =>
      `Toutes les coopératives avaient signé la version ${revision}, mais personne ne l’a remise.`,
    kept: 'Votre texte est conservé, il pourra servir à la prochaine.',
  },
  bidAwarded: {
    subject: (title) => `Vous avez gagné\u00a0: ${title}`,
    headline: (client) => `${client} a choisi votre offre`,
    preview: (client) => `${client} a choisi votre offre.`,
    congratulations: (client) =>
      `Félicitations\u00a0! ${client} souhaite travailler avec vous. Voici pourquoi\u00a0:`,
    speaks: (lead) => `${lead} parle au nom de l’offre et prendra contact avec le client.`,
  },
  bidNotAwarded: {
    subject: (title) => `Pas retenue cette fois\u00a0: ${title}`,
    preview: (client) => `${client} a décidé et dit pourquoi.`,
    title: 'Votre offre n’a pas été retenue cette fois',
    decided: (client) =>
      `${client} a retenu une autre offre. Merci pour le travail que vous avez mis dans la vôtre. Voici ce qui en est dit\u00a0:`,
  },
};
