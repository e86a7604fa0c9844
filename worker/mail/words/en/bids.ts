import { general } from './general.ts';

const { list } = general.formats;

/** Mails to the members of a bid. */
export const bids = {
  signatureWanted: {
    subject: (revision: number, title: string) => `Please read and sign revision ${revision}: ${title}`,
    preview: (lead: string, coop: string) => `The bid led by ${lead} is ready for the signature of ${coop}.`,
    title: (revision: number) => `Revision ${revision} is ready for your signature`,
    frozen: (lead: string, revision: number) =>
      `The bid led by ${lead} is frozen as revision ${revision}. It can be submitted once every co-op has signed the same text.`,
    action: 'Read the offer and sign',
    signedBy: 'Signed by',
    nobodyYet: 'nobody yet',
    fingerprint: 'The fingerprint (SHA-256) is the same for everybody who reads the same text.',
  },
  bidSubmitted: {
    subject: (title: string) => `Submitted: ${title}`,
    preview: 'Your receipt, with the fingerprint of what was submitted.',
    title: 'Your bid is submitted',
    wellDone: (lead: string) =>
      `Well done. ${lead} has submitted your joint bid. It stays sealed until the deadline: until then nobody outside the bid can read it or learn that it exists.`,
    facts: { submitted: 'Submitted', revision: 'Revision' },
    keep: 'Please keep this mail. The fingerprint (SHA-256 of the offer) shows later that not a word has changed.',
    stillYours: 'Until the deadline you can still improve or withdraw it.',
  },
  bidWithdrawn: {
    subject: (title: string) => `Bid withdrawn: ${title}`,
    preview: (lead: string) => `${lead} has withdrawn the bid. You need not do anything.`,
    title: 'The bid is withdrawn',
    withdrawn: (lead: string, coop: string) =>
      `${lead} has withdrawn the bid that ${coop} is part of. Nobody outside it will learn of it.`,
    free: 'You need not do anything. Your co-op is free to join another bid for this tender, or to start one.',
  },
  bidLapsed: {
    subject: (title: string) => `Not submitted in time: ${title}`,
    preview: 'The deadline has passed before the bid was complete.',
    title: 'The bid was not submitted in time',
    passed: (lead: string) =>
      `The deadline has passed, and the bid led by ${lead} was not complete. It stays closed: the client has not seen it and will not.`,
    missing: 'What was missing:',
    gaps: {
      seats: 'Not every seat was filled.',
      coverage: 'Not every must of the tender was covered.',
      totalMinor: 'The shares did not sum to the total.',
      sections: 'The offer had no text.',
      disputePath: 'No dispute path was agreed on.',
      joiningReasons: 'No reason for joining up was given.',
      other: 'It was not complete.',
      neverFrozen: 'The text was never frozen, so nobody could sign it.',
    },
    notSigned: (revision: number, coops: readonly string[]) =>
      `Revision ${revision} was not signed by ${list(coops)}.`,
    notSubmitted: (revision: number) => `Everybody had signed revision ${revision}, but nobody submitted it.`,
    kept: 'Your text is kept, in case it helps with the next one.',
  },
  bidAwarded: {
    subject: (title: string) => `You won it: ${title}`,
    headline: (client: string) => `${client} has chosen your bid`,
    preview: (client: string) => `${client} has chosen your bid.`,
    congratulations: (client: string) =>
      `Congratulations: ${client} would like to work with you. They say why:`,
    speaks: (lead: string) => `${lead} speaks for the bid and is the one to get in touch with the client.`,
  },
  bidNotAwarded: {
    subject: (title: string) => `Not chosen this time: ${title}`,
    preview: (client: string) => `${client} has decided, and says why.`,
    title: 'Your bid was not chosen this time',
    decided: (client: string) =>
      `${client} has decided for another bid. Thank you for the work that you put into yours. This is what they say about it:`,
  },
};
