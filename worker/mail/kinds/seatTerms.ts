import type { Currency } from '@cobid/domain/money.ts';
import { facts, heading, list, paragraph, quote } from '../content.ts';
import type { Block } from '../content.ts';
import { fact } from '../wording.ts';
import type { Reader } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { requirementInWords } from './requirementInWords.ts';
import type { RequirementInMail } from './requirementInWords.ts';

/** What a seat asks and gives, at one version of the terms. */
export interface TermsInMail {
  parts: RequirementInMail[];
  days: number;
  share: { minor: number; currency: Currency };
  /** '' if none. */
  message: string;
}

/** The terms, and what their author wrote along. */
export function termsBlocks(terms: TermsInMail, author: string, { language }: Reader): Block[] {
  const { terms: say, general } = wordsIn(language);
  const { minor, currency } = terms.share;
  return [
    heading(say.heading),
    list(terms.parts.map((part) => requirementInWords(part, language))),
    facts(
      fact(say.facts.work, general.days(terms.days)),
      fact(say.facts.share, general.formats.money(minor, currency)),
    ),
    ...(terms.message === '' ? [] : [paragraph(say.writes(author)), quote(terms.message)]),
  ];
}
