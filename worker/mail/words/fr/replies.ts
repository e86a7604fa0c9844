import type { replies as en } from '../en/replies.ts';
import { general } from './general.ts';

const { day } = general.formats;
const reasons = {
  skills: 'ce ne sont pas nos compétences',
  capacity: 'manque de temps',
  budget: 'le budget',
  values: 'nos valeurs',
  place: 'le lieu',
  dates: 'les dates',
  other: 'autres raisons',
};

export const replies: typeof en = {
  replyTaken: {
    subject: (answer, title) => `Votre réponse : ${answer} (${title})`,
    title: (answer) => `Votre réponse : ${answer}`,
    short: {
      yes: 'oui',
      yes_if: 'oui, si …',
      not_now: 'pas maintenant',
      pass_to: (coop) => `transmis à ${coop}`,
      no: 'non',
      declined: 'non à la place',
    },
    yes: (coop) => `Nous avons compris votre réponse ainsi : oui, ${coop} veut faire ce travail.`,
    othersKnow:
      'Vous cherchez des partenaires\u00a0: les coopératives qui pourraient vous aider l’apprennent. Votre offre reste sous scellés.',
    yesIf: (coop) =>
      `Nous avons compris votre réponse ainsi : oui, ${coop} veut faire ce travail, à cette condition :`,
    notNow: (until) => `Nous avons compris votre réponse ainsi : pas maintenant, pas avant le ${day(until)}.`,
    notNowGuessed: (until) =>
      `Nous avons compris votre réponse ainsi : pas maintenant. Vous ne nommez aucun jour, elle vaut donc jusqu’au ${day(until)}.`,
    passTo: (coop) =>
      `Nous avons compris votre réponse ainsi : transmettre à ${coop}. Cette coopérative reçoit un e-mail.`,
    no: (coop, reason) =>
      `Nous avons compris votre réponse ainsi : non, ce n’est pas pour ${coop} (${reasons[reason]}).`,
    declined: (coop, lead) =>
      `Nous avons compris votre réponse ainsi : non, ${coop} ne prend pas la place que propose ${lead}. Cette coopérative reçoit un e-mail.`,
    youWrote: 'Vous avez écrit :',
    askLead:
      'Est-ce une erreur ? Écrivez à la coopérative qui mène l’offre : elle peut proposer la place à nouveau.',
    mistake:
      'Vouliez-vous dire autre chose ? Jusqu’à la clôture, vous pouvez retirer la réponse ou la changer.',
    undo: 'Retirer cette réponse',
    readTender: 'Lire l’appel d’offres',
    why: 'Vous recevez cet e-mail parce que vous avez répondu à un e-mail de Cobid et devez savoir ce qu’il a fait de vos mots.',
  },
  replyUnclear: {
    subject: (about) =>
      about === null
        ? 'Nous n’avons pas pu utiliser votre réponse'
        : `Nous n’avons pas pu utiliser votre réponse : ${about}`,
    preview: 'Rien n’a été fait. Voici comment répondre.',
    title: 'Nous n’avons pas pu utiliser votre réponse',
    reasons: {
      nothing_said: 'Votre réponse est arrivée, mais sans un mot de vous ; rien n’a donc été fait.',
      not_understood:
        'Votre réponse est arrivée, mais Cobid est un programme et ne l’a pas comprise avec certitude. Rien n’a été fait.',
      not_read:
        'Votre réponse est arrivée, mais on ne peut pas répondre par e-mail à ce type de message. Personne ne l’a lue et rien n’a été fait.',
      which_tender:
        'Votre réponse est arrivée, mais l’e-mail parlait de plusieurs choses et elle ne dit pas de laquelle il s’agit. Rien n’a été fait. Chacune y a ses liens pour y répondre, aussi par e-mail.',
      needs_page:
        'Votre réponse est arrivée. Prendre une place ou proposer d’autres conditions engage votre coopérative ; faites-le, s’il vous plaît, sur la page qui montre les conditions. Rien n’a encore été fait.',
      no_such_coop:
        'Votre réponse est arrivée, mais il n’y a ici aucune coopérative de ce nom à qui la transmettre. Rien n’a été fait.',
      later_answer:
        'Votre réponse est arrivée après une réponse plus récente de votre coopérative, qui reste valable.',
      day_passed: 'Votre réponse est arrivée, mais le jour qu’elle nomme est passé. Rien n’a été fait.',
      needs_bidder:
        'Votre réponse est arrivée, mais une réponse engage la coopérative et vous ne pouvez pas (ou plus) le faire. Demandez à une personne qui en a le droit. Rien n’a été fait.',
      deadline_passed: 'Votre réponse est arrivée après la clôture ; plus rien ne peut être changé.',
      not_possible:
        'Votre réponse est arrivée, mais ce dont elle parle a changé depuis et ce n’était plus possible. La page montre où en sont les choses.',
    },
    howTo:
      'Une réponse est comprise si elle commence par « oui », « oui, si … », « pas maintenant, … », « passer à … » ou « non, … ». Ou utilisez un lien :',
    openPage: 'Ouvrir la page',
    why: 'Vous recevez cet e-mail parce que vous avez répondu à un e-mail de Cobid et devez savoir que cela n’a rien changé.',
  },
  replyHeld: {
    subject: 'Cette réponse est-elle de vous ?',
    preview: 'Une réponse en votre nom attend, car rien ne prouve qu’elle est de vous.',
    waits:
      'Une réponse est arrivée à un e-mail que Cobid vous a envoyé. Rien ne prouve que vous l’avez écrite : elle vient d’une autre adresse, ou son serveur de messagerie ne s’en porte pas garant. Elle attend donc, et rien n’a été fait.',
    facts: { from: 'De', subject: 'Objet' },
    nobody: 'une adresse illisible',
    noSubject: 'aucun',
    look: 'Regarder la réponse',
    howTo: 'Si elle est de vous, laissez-la passer. Sinon, jetez-la ; vous n’avez rien d’autre à faire.',
    why: 'Vous recevez cet e-mail parce que quelqu’un a répondu en votre nom à un e-mail de Cobid.',
  },
};
