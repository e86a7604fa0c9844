import type { FitTerm, MatchView } from '../opportunity/schema.ts';
import { eligibility } from './eligibility.ts';
import { changes } from './explanation.ts';
import { fit } from './fit.ts';
import type { MatchableCoop, MatchableTender } from './matchable.ts';
import { algorithm, publishedWeights } from './weights.ts';
import type { Weights } from './weights.ts';

/** A match as it is worked out for one co-op; who could complete it needs the others, too (see completers). */
export interface CoopMatch extends Omit<MatchView, 'completers' | 'terms'> {
  terms: FitTerm[];
}

/** Everything that matching says about one co-op and one tender: eligibility, fit, and what would change it. */
export function matchCoop(
  coop: MatchableCoop,
  tender: MatchableTender,
  now: Date,
  weights: Weights = publishedWeights,
): CoopMatch {
  const match = matchWithoutChanges(coop, tender, now, weights);
  return { ...match, changes: changes(coop, tender, weights, now, match) };
}

/**
 * The same without what would change it, which takes ten times as long to find out: whoever shows a match asks for
 * that then.
 */
export function matchWithoutChanges(
  coop: MatchableCoop,
  tender: MatchableTender,
  now: Date,
  weights: Weights = publishedWeights,
): CoopMatch {
  const ineligibilities = eligibility(coop, tender, now);
  return {
    isEligible: ineligibilities.length === 0,
    ineligibilities,
    ...fit(coop, tender, weights, now),
    changes: [],
    algorithm,
  };
}
