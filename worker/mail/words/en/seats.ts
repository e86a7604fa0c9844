import { general } from './general.ts';

/** Mails about seats in a bid, between its lead and a co-op. */
export const seats = {
  terms: {
    heading: 'The seat',
    facts: { work: 'Work', share: 'Share', answerBy: 'Answer by' },
    writes: (author: string) => `${author} writes:`,
    readAndAnswer: 'Read the offer and answer',
  },
  seatOffered: {
    subject: (lead: string, title: string) => `${lead} would like to bid with you: ${title}`,
    preview: (coop: string, days: number) => `A seat for ${coop}, ${general.days(days)} of work.`,
    title: (lead: string, coop: string) => `${lead} offers ${coop} a seat`,
    would: (lead: string, title: string, coop: string) =>
      `${lead} leads a bid for “${title}” and would like ${coop} to be part of it.`,
    tenderHeading: 'The tender',
    whatYouCan:
      'You can accept, decline, or propose other terms. Accepting does not sign the bid yet: you will read the finished offer first. Nobody outside this bid knows of it.',
  },
  seatAnswered: {
    noReason: 'No reason was given.',
    accepted: {
      headline: (coop: string) => `${coop} takes the seat`,
      sentence: (coop: string) => `${coop} has accepted the seat that you offered.`,
      next: 'Their part is in the bid now.',
      action: 'Open the bid',
    },
    declined: {
      headline: (coop: string) => `${coop} declines the seat`,
      sentence: (coop: string) => `${coop} will not take the seat this time.`,
      next: 'The seat is open again. The bid shows who else could fill it.',
      action: 'Find somebody else',
    },
    countered: {
      headline: (coop: string) => `${coop} proposes other terms`,
      sentence: (coop: string) => `${coop} would like to take part, on other terms than you offered.`,
      next: 'You can take these terms, answer with others, or take the offer back.',
      action: 'Answer the proposal',
    },
    expired: {
      headline: (coop: string) => `${coop} did not answer in time`,
      sentence: (coop: string) => `The time to answer has passed without a word from ${coop}.`,
      next: 'The seat is open again. You can invite them once more, or somebody else.',
      action: 'Fill the seat',
    },
    left: {
      headline: (coop: string) => `${coop} has left the bid`,
      sentence: (coop: string) => `${coop} has left the bid, so its seat is open again.`,
      next: 'The bid shows who could fill it. Signatures on the last revision no longer count.',
      action: 'Fill the seat',
    },
  },
  counterAnswered: {
    headlines: {
      taken: (lead: string) => `${lead} takes your terms`,
      offered_again: (lead: string) => `${lead} has a new offer for you`,
      revoked: (lead: string) => `${lead} has taken its offer back`,
      put_out: (lead: string) => `${lead} has taken your seat back`,
    },
    sentences: {
      taken: (lead: string, coop: string) =>
        `${lead} agrees with what you proposed. ${coop} has its seat in the bid.`,
      offered_again: (lead: string, _coop: string) =>
        `${lead} has read what you proposed and answers with other terms.`,
      revoked: (lead: string, _coop: string) =>
        `${lead} no longer offers the seat. You need not do anything.`,
      put_out: (lead: string, coop: string) =>
        `${lead} bids without ${coop} from now on. Your co-op is not bound to anything.`,
    },
    signLater: 'When the offer is finished, you will be asked to read and sign it.',
  },
};
