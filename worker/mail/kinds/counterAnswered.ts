import { action, facts, paragraph } from '../content.ts';
import type { Block, MailContent } from '../content.ts';
import { fact, greeting, moment, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';
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
  const { counterAnswered: say, general } = wordsIn(reader.language);
  const headline = say.headlines[answer.outcome](lead);
  const sentence = say.sentences[answer.outcome](lead, organisation.name);
  return {
    lang: reader.language,
    subject: general.about(headline, tender.title),
    preview: sentence,
    title: headline,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(sentence),
      ...next(counter),
      facts(...tenderFacts(tender, reader)),
    ],
    footer: roleFooter(organisation, reader),
  };
}

function next({ reader, lead, tender, answer }: CounterAnsweredFacts): Block[] {
  const { counterAnswered: say, terms, general } = wordsIn(reader.language);
  switch (answer.outcome) {
    case 'taken':
      return [paragraph(say.signLater), action(general.openBid, answer.bidUrl)];
    case 'offered_again':
      return [
        ...termsBlocks(answer.terms, lead, reader),
        facts(fact(terms.facts.answerBy, moment(answer.replyBy, tender.zone, reader))),
        action(terms.readAndAnswer, answer.link),
      ];
    case 'revoked':
    case 'put_out':
      return [];
  }
}
