import type { account as en } from '../en/account.ts';
import { general } from './general.ts';

const minutes = (count: number) => general.formats.count(count, 'minute', 'minutes');

export const account: typeof en = {
  signIn: {
    subject: 'Votre accès à Cobid',
    preview: (valid) => `Un lien et un code à usage unique, valables ${minutes(valid)}.`,
    title: 'Se connecter à Cobid',
    hello: (valid) =>
      `Bonjour, ce lien vous connecte. Il sert une seule fois, pendant ${minutes(valid)} à partir de votre demande.`,
    action: 'Me connecter à Cobid',
    orCode: 'Ou saisissez ce code sur la page où vous l’avez demandé\u00a0:',
    notYou: 'Si la demande ne vient pas de vous, ne faites rien. Personne n’entre sans ce message.',
    why: 'Vous recevez ce message parce que quelqu’un a saisi votre adresse sur la page de connexion de Cobid.',
  },
  colleagueInvited: {
    somebodyAt: (organisation) => `Quelqu’un chez ${organisation}`,
    subject: (by, organisation) => `${by} vous invite à rejoindre ${organisation} sur Cobid`,
    preview: 'Sur Cobid, les coopératives du numérique trouvent et remportent des projets ensemble.',
    title: (organisation) => `Rejoignez ${organisation} sur Cobid`,
    hello: (by, organisation) =>
      `Bonjour, ${by} aimerait vous compter parmi les membres de l’équipe ${organisation} sur Cobid, où les coopératives du numérique trouvent les projets qui leur conviennent et y répondent ensemble.`,
    facts: { organisation: 'Organisation', role: 'Votre rôle', openUntil: 'Valable jusqu’au' },
    roles: {
      steward: 'Responsable\u00a0: prend soin de l’organisation, répond et signe pour elle',
      bidder: 'Signataire\u00a0: répond aux opportunités et signe les offres pour l’organisation',
      member: 'Membre\u00a0: lit et écrit avec l’équipe, sans engager l’organisation',
    },
    action: (organisation) => `Rejoindre ${organisation}`,
    yoursAlone:
      'Ce lien n’est que pour vous, ne le transmettez pas. Si vous ne savez pas de qui il s’agit, vous n’avez rien à faire.',
    why: (by) =>
      `Vous recevez cet unique message parce que ${by} a saisi votre adresse. Il n’y en aura pas d’autre, sauf si vous acceptez.`,
  },
};
