import type { MatchTerm } from '@cobid/domain/opportunity/schema.ts';

/** What each term of the fit says of a co-op, in the order of their weight. */
export const termDetail: Record<MatchTerm['key'], string> = {
  skill:
    'Whether it has the skills that are asked for, at their level, proven and in practice. Always more than all else together.',
  evidence: 'How much the past project that is most like the tender is like it.',
  capacity: 'How many of the days it has free in the time of the work.',
  sector: 'Whether it has worked in the client’s sector.',
  place: 'How near it is to the work; remote work is near to all who work remotely.',
  language: 'How many of the working languages it has.',
  values: 'How many of the values that the client names it shares.',
};

/** Nobody is moved by more than this at λ = 1, in points of a hundred; see domain/matching/exposure/exposureDebts.ts. */
const MOST_POINTS = 100 / 3;

/** What λ does to the order of mails, so that a number becomes a choice. */
export function lambdaDetail(lambda: number): string {
  if (lambda === 0) return 'At 0 the best fit always comes first, however often it was shown.';
  const most = Math.round(lambda * MOST_POINTS);
  const moves = `At ${lambda} a co-op that was shown less moves up by ${most} points of fit at the very most, and nearly all by less than ${Math.ceil(most / 2)}.`;
  return lambda >= 1 ? `${moves} That is strong: history often counts more than fit.` : moves;
}
