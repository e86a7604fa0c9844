import type { MatchableTender } from '../matchable.ts';
import { ELSEWHERE_IN_COUNTRY, REMOTE_FROM_ABROAD } from '../terms.ts';
import type { Weights } from '../weights.ts';
import { factsReader } from './coopFacts.ts';
import type { CoopFacts } from './coopFacts.ts';
import { evidenceReader } from './projectLikeness.ts';
import type { Scratch } from './scratch.ts';
import { IN_CITY, IN_COUNTRY, IN_SECTOR } from './tenderQuery.ts';
import type { TenderQuery } from './tenderQuery.ts';

/** More than anything that rounding could do to a bound. */
export const SLACK = 1e-9;
/** Instead of a score: not eligible, or below the score that matters. */
export const NOT_AMONG = -1;

/**
 * Scores co-ops from their numbers, to the bit as `fit` does from their profiles: the same terms, added in the same
 * order. Past projects, which take longest to read, are read only where they can still make a difference.
 */
export function scorerFor(
  { content }: MatchableTender,
  query: TenderQuery,
  weights: Weights,
  scratch: Scratch,
): (data: Uint32Array, start: number, skillSum: number, least: number) => number {
  const readFacts = factsReader(query, scratch, content.languages.length > 0);
  const readEvidence = evidenceReader(query, scratch);
  const place = placeShare(content);
  const { wantedDays } = query;
  const { languages, values } = content;

  return (data, start, skillSum, least) => {
    const facts = readFacts(data, start);
    if (!facts.isEligible) return NOT_AMONG;
    const capacity = weights.capacity * (wantedDays === 0 ? 1 : Math.min(1, facts.freeDays / wantedDays));
    const sector = weights.sector * (content.sector === null || (facts.role & IN_SECTOR) !== 0 ? 1 : 0);
    const near = weights.place * place(facts);
    const language = weights.language * share(facts.languages, languages.length);
    const value = weights.values * share(facts.values, values.length);
    const most = skillSum + weights.evidence + capacity + sector + near + language + value;
    if (most + SLACK < least) return NOT_AMONG;
    const evidence = weights.evidence * readEvidence(data, facts.projectsAt);
    return skillSum + evidence + capacity + sector + near + language + value;
  };
}

function share(has: number, wanted: number): number {
  return wanted === 0 ? 1 : has / wanted;
}

function placeShare(
  content: MatchableTender['content'],
): (facts: Pick<CoopFacts, 'role' | 'isRemote'>) => number {
  const { workplace, country, city } = content;
  if (workplace === 'remote') return ({ isRemote }) => (isRemote ? 1 : 0);
  if (country === null) return () => 1;
  return ({ role, isRemote }) => {
    if ((role & IN_COUNTRY) !== 0) return city === '' || (role & IN_CITY) !== 0 ? 1 : ELSEWHERE_IN_COUNTRY;
    return workplace === 'hybrid' && isRemote ? REMOTE_FROM_ABROAD : 0;
  };
}
