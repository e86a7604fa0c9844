import { byTerm, termKeys } from '../byTerm.ts';
import type { Weights } from '../weights.ts';

/** Weights are told in tenths of a percent; so many make a whole. */
const WHOLE = 1000;
const ROUNDING = 1e-9;

/**
 * The weights in whole tenths of a percent that are near these, sum exactly to 1 and stay between `least` and `most`;
 * null where there are none.
 */
export function toTenths(wanted: Weights, least: Weights, most: Weights): Weights | null {
  const low = byTerm((key) => Math.ceil(least[key] * WHOLE - ROUNDING));
  const high = byTerm((key) => Math.floor(most[key] * WHOLE + ROUNDING));
  const found = byTerm((key) => Math.min(high[key], Math.max(low[key], Math.round(wanted[key] * WHOLE))));
  const missing = (key: keyof Weights) => wanted[key] * WHOLE - found[key];
  for (let left = WHOLE - sumOf(found); left !== 0; left = WHOLE - sumOf(found)) {
    const step = Math.sign(left);
    const [key] = termKeys
      .filter((each) => (step > 0 ? found[each] < high[each] : found[each] > low[each]))
      .toSorted((a, b) => step * (missing(b) - missing(a)));
    if (key === undefined) return null;
    found[key] += step;
  }
  return byTerm((key) => found[key] / WHOLE);
}

function sumOf(amounts: Weights): number {
  return termKeys.reduce((sum, key) => sum + amounts[key], 0);
}
