/** Mails to the client, and about the end of a tender. */
export const tenders = {
  bidsOpened: {
    headline: (count: number) =>
      count === 0 ? 'No bids this time' : count === 1 ? 'One bid to read' : `${count} bids to read`,
    preview: 'The deadline has passed and the envelopes are open.',
    some: 'The deadline has passed and the envelopes are open. The bidders stand in random order; everyone who is not chosen will get the reason that you give.',
    none: 'The deadline has passed and nobody has bid. Often a later deadline, fewer musts or a budget band help. You can close the tender and post a copy of it.',
    seeWhatNow: 'See what you can do now',
    readOne: 'Read the bid',
    readAll: 'Read the bids',
  },
  awardRecorded: {
    subject: (title: string) => `Your choice is recorded: ${title}`,
    preview: (lead: string) => `You have chosen the bid led by ${lead}.`,
    title: 'Your choice is recorded',
    chosen: (lead: string, others: number) => {
      const told = others === 1 ? 'The other bid' : `The ${others} other bids`;
      return `You have chosen the bid led by ${lead}, and we have told them.${others === 0 ? '' : ` ${told} got the reason that you gave.`}`;
    },
    chosenAt: 'Chosen',
    yourReason: 'Your reason:',
    openTender: 'Open the tender',
    complete: 'When the work is done, mark the tender as completed there.',
  },
  tenderEnded: {
    headlines: {
      withdrawn: 'Tender withdrawn',
      cancelled: 'Tender cancelled',
      unsuccessful: 'Tender closed without an award',
    },
    sentences: {
      withdrawn: (client: string) =>
        `${client} has withdrawn this tender before its deadline. Bids that were in the making stay unread.`,
      cancelled: (client: string) => `${client} has cancelled this tender, so no bid will be chosen.`,
      unsuccessful: (client: string) => `${client} has closed this tender without choosing a bid.`,
    },
    thanks: (organisation: string) =>
      `You need not do anything. Thank you for the time that ${organisation} gave to it.`,
    look: 'Look at the tender',
  },
  tenderCompleted: {
    subject: (title: string) => `Completed: ${title}`,
    preview: 'The work is done. Thank you.',
    title: 'The work is done',
    completed: (client: string, title: string) =>
      `${client} has marked “${title}” as completed. Thank you, all of you.`,
    doneBy: 'Done by',
    openTender: 'Open the tender',
    whileFresh: 'While it is fresh: a few lines about it among your past projects help you to be found.',
    addToProfile: 'Add it to your profile',
  },
};
