import type { MailKind } from '@cobid/domain/mail/kinds.ts';

/** Those that have a switch. */
const kinds: Partial<Record<MailKind, string>> = {
  opportunityPassedOn: 'a tender that another co-op passes on',
  seatAnswered: 'answers to seats that you offered',
  bidWithdrawn: 'a bid of yours was withdrawn',
  bidLapsed: 'a bid of yours was not submitted in time',
  bidsOpened: 'the bids for your tender can be read',
  bidNotAwarded: 'a bid of yours was not chosen',
  tenderEnded: 'a tender ended without an award',
  awardRecorded: 'your choice for your tender is recorded',
  tenderCompleted: 'work that is completed',
};

/** The mail that says what a mail has stopped. */
export const stopping = {
  mailsStopped: {
    subject: (what: string) => `Stopped: ${what}`,
    preview: 'It holds at once, and you can undo it.',
    title: 'These mails have stopped',
    scopes: { tenders: 'mails about tenders', all: 'all mails that you can be without' },
    kinds,
    ofKind: (name: string) => `mails of this kind (${name})`,
    stopped: (what: string) => `A mail to Cobid asked to stop ${what}. It holds at once.`,
    stillCome: 'Mails for which others wait, such as the offer of a seat in a bid, still reach you.',
    mistake: 'Was that not you, or did you change your mind? You can have them again.',
    look: 'See what has stopped, or undo it',
    why: 'You get this mail because mails to you were stopped by a reply to one of them.',
  },
};
