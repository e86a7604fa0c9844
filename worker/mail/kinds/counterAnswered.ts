import { action, facts, paragraph } from '../content.ts';
import type { Block, MailContent } from '../content.ts';
import { fact, greeting, moment, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { termsBlocks } from './seatTerms.ts';
import type { TermsInMail } from './seatTerms.ts';

export type CounterAnswer =
  | { outcome: 'taken'; bidUrl: string }
  | { outcome: 'offered_again'; terms: TermsInMail; replyBy: Date; link: string }
  | { outcome: 'revoked' }
  | { outcome: 'put_out' };

export interface CounterAnsweredFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  lead: string;
  tender: TenderInMail;
  answer: CounterAnswer;
}

/** The lead's word on a co-op's terms, or that it takes its offer back. */
export function counterAnswered(counter: CounterAnsweredFacts): MailContent {
  const { reader, organisation, lead, tender, answer } = counter;
  const headline = headlines[answer.outcome](lead);
  return {
    lang: 'en',
    subject: `${headline}: ${tender.title}`,
    preview: sentences[answer.outcome](lead, organisation.name),
    title: headline,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(sentences[answer.outcome](lead, organisation.name)),
      ...next(counter),
      facts(...tenderFacts(tender, reader)),
    ],
    footer: roleFooter(organisation),
  };
}

const headlines: Record<CounterAnswer['outcome'], (lead: string) => string> = {
  taken: (lead) => `${lead} takes your terms`,
  offered_again: (lead) => `${lead} has a new offer for you`,
  revoked: (lead) => `${lead} has taken its offer back`,
  put_out: (lead) => `${lead} has taken your seat back`,
};

const sentences: Record<CounterAnswer['outcome'], (lead: string, coop: string) => string> = {
  taken: (lead, coop) => `${lead} agrees with what you proposed. ${coop} has its seat in the bid.`,
  offered_again: (lead) => `${lead} has read what you proposed and answers with other terms.`,
  revoked: (lead) => `${lead} no longer offers the seat. You need not do anything.`,
  put_out: (lead, coop) => `${lead} bids without ${coop} from now on. Your co-op is not bound to anything.`,
};

function next({ reader, lead, tender, answer }: CounterAnsweredFacts): Block[] {
  switch (answer.outcome) {
    case 'taken':
      return [
        paragraph('When the offer is finished, you will be asked to read and sign it.'),
        action('Open the bid', answer.bidUrl),
      ];
    case 'offered_again':
      return [
        ...termsBlocks(answer.terms, lead),
        facts(fact('Answer by', moment(answer.replyBy, tender.zone, reader))),
        action('Read the offer and answer', answer.link),
      ];
    case 'revoked':
    case 'put_out':
      return [];
  }
}
