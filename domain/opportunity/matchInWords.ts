import type { Grounds } from '../matching/grounds.ts';
import { groundsInWords } from '../matching/groundsInWords.ts';
import type { TenderContent } from '../tender/schema.ts';
import { skillLabel } from '../vocabulary/vocabulary.ts';
import type { FitTerm } from './schema.ts';

/** How many reasons a card or a mail gives (domain rules, section 5). */
const MOST_REASONS = 2;

/** No reason for a match: what the co-op lacks, and what everybody has, since the tender does not ask for it. */
const noReasons = [
  'noRequirement',
  'skillMissing',
  'noProject',
  'noSector',
  'sectorNew',
  'notRemote',
  'noPlace',
  'notInCountry',
  'noLanguage',
  'noValues',
  'noSharedValues',
] as const;

/** What speaks for a co-op. */
export type Reason = Exclude<Grounds, { is: (typeof noReasons)[number] }>;

function isReason(grounds: Grounds): grounds is Reason {
  return !noReasons.some((is) => is === grounds.is);
}

/** Why a co-op matches: what the strongest terms rest on. */
export function reasonsOf(terms: readonly FitTerm[]): Reason[] {
  return terms
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value)
    .map(({ grounds }) => grounds)
    .filter(isReason)
    .slice(0, MOST_REASONS);
}

/** The same as the pages say it. */
export function reasonsInWords(terms: readonly FitTerm[]): string[] {
  return reasonsOf(terms).map(groundsInWords);
}

/** Labels of the requirements that a co-op does not cover, musts first. */
export function missingInWords(missing: readonly string[], { requirements }: TenderContent): string[] {
  return requirements
    .filter(({ id }) => missing.includes(id))
    .toSorted((a, b) => Number(b.priority === 'must') - Number(a.priority === 'must'))
    .map(({ skill }) => skillLabel(skill));
}
