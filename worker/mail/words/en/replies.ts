import type { noReasons } from '@cobid/domain/opportunity/schema.ts';
import { general } from './general.ts';

const { day } = general.formats;
const reasons: Record<(typeof noReasons)[number], string> = {
  skills: 'the skills are not ours',
  capacity: 'no time for it',
  budget: 'the budget',
  values: 'our values',
  place: 'the place',
  dates: 'the dates',
  other: 'other reasons',
};

/** Mails that answer a reply. */
export const replies = {
  replyTaken: {
    subject: (answer: string, title: string) => `Your answer: ${answer} (${title})`,
    title: (answer: string) => `Your answer: ${answer}`,
    short: {
      yes: 'yes',
      yes_if: 'yes, if …',
      not_now: 'not now',
      pass_to: (coop: string) => `passed on to ${coop}`,
      no: 'no',
      declined: 'no to the seat',
    },
    yes: (coop: string) => `We took your reply as: yes, ${coop} wants to do this work.`,
    othersKnow: 'You look for partners: co-ops that could help hear it. What you bid stays sealed.',
    yesIf: (coop: string) => `We took your reply as: yes, ${coop} wants to do this work, if:`,
    notNow: (until: string) => `We took your reply as: not now, not until ${day(until)}.`,
    notNowGuessed: (until: string) =>
      `We took your reply as: not now. You named no day, so it holds until ${day(until)}.`,
    passTo: (coop: string) => `We took your reply as: pass this on to ${coop}. They get a mail about it.`,
    no: (coop: string, reason: (typeof noReasons)[number]) =>
      `We took your reply as: no, this is not for ${coop} (${reasons[reason]}).`,
    declined: (coop: string, lead: string) =>
      `We took your reply as: no, ${coop} does not take the seat that ${lead} offers. They get a mail about it.`,
    youWrote: 'You wrote:',
    askLead: 'Was this a mistake? Write to the lead: they can offer the seat again.',
    mistake: 'Did you mean something else? Until the deadline you can take it back or change it.',
    undo: 'Take this answer back',
    readTender: 'Read the tender',
    why: 'You get this mail because you replied to a mail of Cobid, and should know what it did with your words.',
  },
  replyUnclear: {
    subject: (about: string | null) =>
      about === null ? 'We could not act on your reply' : `We could not act on your reply: ${about}`,
    preview: 'Nothing was done. Here is how to answer.',
    title: 'We could not act on your reply',
    reasons: {
      nothing_said: 'Your reply came, but without a word of your own in it, so nothing was done.',
      not_understood:
        'Your reply came, but Cobid is a program and did not understand it for sure. Nothing was done.',
      not_read:
        'Your reply came, but this kind of mail cannot be answered by mail. Nobody has read it, and nothing was done.',
      which_tender:
        'Your reply came, but the mail told of several things, and it does not say which one you mean. Nothing was done. Each of them has links there that answer it, also by mail.',
      needs_page:
        'Your reply came. To take a seat or to propose other terms binds your co-op, so please do it on the page that shows the terms. Nothing was done yet.',
      no_such_coop:
        'Your reply came, but there is no co-op here that it can be passed on to under the name that you wrote. Nothing was done.',
      later_answer: 'Your reply came after a newer answer of your co-op. The newer one stands.',
      day_passed: 'Your reply came, but the day that it names is over. Nothing was done.',
      needs_bidder:
        'Your reply came, but an answer binds your co-op, and you may not do that (any more). Please ask a colleague who is a bidder or a steward. Nothing was done.',
      deadline_passed: 'Your reply came after the deadline, so nothing can be changed any more.',
      not_possible:
        'Your reply came, but what it is about has changed since, and it could not be done any more. The page shows how things stand.',
    },
    howTo:
      'A reply is understood if it begins with “yes”, “yes, if …”, “not now, …”, “pass to …” or “no, …”. Or use a link:',
    openPage: 'Open the page',
    why: 'You get this mail because you replied to a mail of Cobid, and should know that it did nothing.',
  },
  replyHeld: {
    subject: 'Is this reply yours?',
    preview: 'A reply in your name waits, as nothing proves that it is yours.',
    waits:
      'A reply came to a mail that Cobid sent to you. Nothing proves that you wrote it: it is from another address, or its mail server did not vouch for it. So it waits, and nothing was done.',
    facts: { from: 'From', subject: 'Subject' },
    nobody: 'an address that cannot be read',
    noSubject: 'none',
    look: 'Look at the reply',
    howTo: 'If it is yours, let it through there. If not, throw it away; you need not do anything else.',
    why: 'You get this mail because somebody replied to a mail of Cobid in your name.',
  },
};
