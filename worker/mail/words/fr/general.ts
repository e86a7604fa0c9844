import type { general as en } from '../en/general.ts';
import { formatsIn } from '../formats.ts';
import { de } from './elided.ts';

const formats = formatsIn('fr');
const days = (count: number) => formats.count(count, 'jour', 'jours');

export const general: typeof en = {
  formats,
  days,
  greeting: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
  colon: '\u00a0:',
  about: (headline, title) => `${headline}\u00a0: ${title}`,
  alsoForReader: (meant, readers) => `${meant}, soit ${readers} chez vous`,
  requirement: (skill, level, count) => `${skill}, niveau ${level}, ${days(count)}`,
  goneOrganisation: 'une organisation qui n’est plus là',
  untitledTender: 'Un appel d’offres sans titre',
  facts: {
    tender: 'Appel d’offres',
    client: 'Client',
    deadline: 'Date limite',
    lead: 'Chef de file',
    bidders: 'Coopératives',
    fingerprint: 'Empreinte',
  },
  theirReason: 'Leur motif\u00a0:',
  openBid: 'Ouvrir l’offre',
  lookAtBid: 'Voir l’offre',
  whyByRole: (organisation) =>
    `Vous recevez ce message parce que vous pouvez répondre et signer pour ${organisation} sur Cobid.`,
  peopleAndRoles: (organisation) => `Membres et rôles ${de(organisation)}`,
  stopKind: 'Ne plus recevoir de messages de ce type',
  whatCobidIs: 'Ce qu’est Cobid',
};
