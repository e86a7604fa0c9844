import { choices, facts, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

type TenderEnd = 'withdrawn' | 'cancelled' | 'unsuccessful';

export interface TenderEndedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  tender: TenderInMail;
  end: TenderEnd;
  /** What the client wrote; '' if nothing. */
  reason: string;
}

const headlines: Record<TenderEnd, string> = {
  withdrawn: 'Tender withdrawn',
  cancelled: 'Tender cancelled',
  unsuccessful: 'Tender closed without an award',
};

const sentences: Record<TenderEnd, (client: string) => string> = {
  withdrawn: (client) =>
    `${client} has withdrawn this tender before its deadline. Bids that were in the making stay unread.`,
  cancelled: (client) => `${client} has cancelled this tender, so no bid will be chosen.`,
  unsuccessful: (client) => `${client} has closed this tender without choosing a bid.`,
};

/** The tender is over without a winner. */
export function tenderEnded({ reader, organisation, tender, end, reason }: TenderEndedFacts): MailContent {
  return {
    lang: 'en',
    subject: `${headlines[end]}: ${tender.title}`,
    preview: sentences[end](tender.clientName),
    title: headlines[end],
    blocks: [
      paragraph(greeting(reader)),
      paragraph(sentences[end](tender.clientName)),
      ...(reason === '' ? [] : [paragraph('Their reason:'), quote(reason)]),
      facts(fact('Tender', tender.title), fact('Client', tender.clientName)),
      paragraph(`You need not do anything. Thank you for the time that ${organisation.name} gave to it.`),
      choices([{ text: 'Look at the tender', href: tender.url }]),
    ],
    footer: roleFooter(organisation),
  };
}
