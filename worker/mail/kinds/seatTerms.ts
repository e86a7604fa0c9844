import { facts, heading, list, paragraph, quote } from '../content.ts';
import type { Block } from '../content.ts';
import { dayCount, fact } from '../wording.ts';

/** What a seat asks and gives, at one version of the terms. */
export interface TermsInMail {
  /** "Accessibility audit, level 3, 10 days". */
  parts: string[];
  days: number;
  /** "€12,300". */
  share: string;
  /** '' if none. */
  message: string;
}

/** The terms, and what their author wrote along. */
export function termsBlocks(terms: TermsInMail, author: string): Block[] {
  return [
    heading('The seat'),
    list(terms.parts),
    facts(fact('Work', dayCount(terms.days)), fact('Share', terms.share)),
    ...(terms.message === '' ? [] : [paragraph(`${author} writes:`), quote(terms.message)]),
  ];
}
