import type { FitTerm } from '../../opportunity/schema.ts';
import { byTerm, termKeys } from '../byTerm.ts';
import type { Weights } from '../weights.ts';

/** How much of each term of the fit a co-op reached, 0 to 1, whatever the weights were. */
export type TermShares = Weights;

/** The shares that stored terms were made of; a term that could add nothing counts as not reached. */
export function termShares(terms: readonly Pick<FitTerm, 'key' | 'value' | 'most'>[]): TermShares {
  return byTerm((key) => {
    const own = terms.filter((term) => term.key === key);
    const most = own.reduce((sum, term) => sum + term.most, 0);
    return most === 0 ? 0 : own.reduce((sum, term) => sum + term.value, 0) / most;
  });
}

/** The fit that these shares have under some weights. */
export function fitUnder(weights: Weights, shares: TermShares): number {
  return termKeys.reduce((sum, key) => sum + weights[key] * shares[key], 0);
}
