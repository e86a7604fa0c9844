import { choices, facts, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

export interface TenderEndedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  tender: TenderInMail;
  end: 'withdrawn' | 'cancelled' | 'unsuccessful';
  /** What the client wrote; '' if nothing. */
  reason: string;
}

/** The tender is over without a winner. */
export function tenderEnded({ reader, organisation, tender, end, reason }: TenderEndedFacts): MailContent {
  const { tenderEnded: say, general } = wordsIn(reader.language);
  const headline = say.headlines[end];
  const sentence = say.sentences[end](tender.clientName);
  return {
    lang: reader.language,
    subject: general.about(headline, tender.title),
    preview: sentence,
    title: headline,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(sentence),
      ...(reason === '' ? [] : [paragraph(general.theirReason), quote(reason)]),
      facts(fact(general.facts.tender, tender.title), fact(general.facts.client, tender.clientName)),
      paragraph(say.thanks(organisation.name)),
      choices([{ text: say.look, href: tender.url }]),
    ],
    footer: roleFooter(organisation, reader),
  };
}
