import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { general } from './general.ts';

const { list } = general.formats;
const answers: Record<Answer, string> = {
  yes: 'Yes, we want to do this',
  yes_if: 'Yes, if …',
  not_now: 'Not now, maybe later',
  pass_to: 'Pass it on to another co-op',
  no: 'No, this is not for us',
};
const workplaces: Record<TenderContent['workplace'], string> = {
  remote: 'Remote',
  hybrid: 'Partly remote',
  on_site: 'On site',
};

/** Mails that tell of a tender, and what all of them have in common. */
export const opportunities = {
  offer: {
    whyHeading: 'Why you match',
    missingHeading: 'What is missing',
    nothingMissing: 'Nothing. Your co-op covers every requirement itself.',
    niceToHave: (requirement: string) => `${requirement} (nice to have)`,
    skillButNot: (requirement: string, papers: string, areTwo: boolean) =>
      `${requirement}: you have the skill, but not ${areTwo ? 'both ' : ''}${papers}`,
    certificate: (name: string) => `the certificate ${name}`,
    language: (name: string) => `the language (${name})`,
    nobodyCovers: (requirement: string) => `${requirement}. Nobody in the network covers this yet.`,
    couldBeDoneBy: (requirement: string, coops: readonly string[]) =>
      `${requirement}. Could be done by ${list(coops)}.`,
    gapsLater: 'You do not have to fill the gaps first. If you say yes, Cobid shows who could join you.',
    workHeading: 'The work',
    facts: { work: 'Work', free: 'You have free', budget: 'Budget', place: 'Place', start: 'Start' },
    freeInThatTime: (days: number) => `${general.days(days)} in that time`,
    budgetBand: (least: string, most: string) => `${least} to ${most}`,
    budgetNotDisclosed: 'not disclosed',
    workplaces,
    answerHeading: 'Your answer',
    answerHow: 'Each of these opens a page where you confirm. Opening it does nothing yet.',
    answers,
    byMail: {
      how: 'Or reply to this mail with “yes”, “yes, if …”, “not now”, “pass it to …” or “no”. These begin such a mail:',
      answers: {
        yes: 'Yes, by mail',
        yes_with_partners: 'Yes, with partners, by mail',
        yes_if: 'Yes, if …, by mail',
        not_now: 'Not now, by mail',
        pass_to: 'Pass it on, by mail',
        no: 'No, by mail',
      },
      texts: {
        yes: 'Yes',
        yes_with_partners: 'Yes, and we look for partners',
        yes_if: 'Yes, if ',
        not_now: 'Not now',
        pass_to: 'Pass it to ',
        no: 'No',
      },
    },
    moreFirst: 'Want to know more first?',
    readTender: 'Read the whole tender',
    footer: {
      settings: 'Change which tenders you hear of',
      pause: 'Take a break from these mails',
      unsubscribe: 'Stop these mails for your address',
    },
  },
  opportunity: {
    subject: (coop: string, title: string) => `A fit for ${coop}: ${title}`,
    posted: (client: string, coop: string) => `${client} has posted work that fits ${coop}.`,
  },
  opportunityPassedOn: {
    subject: (by: string, coop: string, title: string) => `${by} thought of ${coop}: ${title}`,
    preview: (by: string) => `Passed on to you by ${by}.`,
    passedOn: (by: string, client: string, coop: string) =>
      `${by} has passed this tender of ${client} on to ${coop}.`,
    theyWrite: 'They write:',
    why: (coop: string, by: string) =>
      `You get this mail because you can answer for ${coop}, and ${by} passed a tender on to it.`,
  },
};
