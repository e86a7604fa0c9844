import type { TenderContent } from '../tender/schema.ts';
import { skillLabel } from '../vocabulary/vocabulary.ts';
import type { MatchTerm } from './schema.ts';

/** How many reasons a card or a mail gives (domain rules, section 5). */
const MOST_REASONS = 2;

/** Why a co-op matches: the strongest terms that say something of it. Where a tender names no sector, everybody knows it. */
export function reasonsInWords(terms: readonly MatchTerm[], content: TenderContent): string[] {
  const saysSomething = ({ key }: MatchTerm) =>
    (key !== 'sector' || content.sector !== null) &&
    (key !== 'language' || content.languages.length > 0) &&
    (key !== 'values' || content.values.length > 0);
  return terms
    .filter((term) => term.value > 0 && saysSomething(term))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MOST_REASONS)
    .map(({ evidence }) => evidence);
}

/** Labels of the requirements that a co-op does not cover, musts first. */
export function missingInWords(missing: readonly string[], { requirements }: TenderContent): string[] {
  return requirements
    .filter(({ id }) => missing.includes(id))
    .toSorted((a, b) => Number(b.priority === 'must') - Number(a.priority === 'must'))
    .map(({ skill }) => skillLabel(skill));
}
