import { attention } from './attention.ts';

/**
 * How good the first places of a list are beside the best order of the same fits, 0 to 1 (normalised discounted
 * cumulative gain); an empty list, or one in which nobody fits, is as good as it can be.
 */
export function ndcg(fitsInOrder: readonly number[], places: number): number {
  const best = gain(
    fitsInOrder.toSorted((a, b) => b - a),
    places,
  );
  return best === 0 ? 1 : gain(fitsInOrder, places) / best;
}

function gain(fits: readonly number[], places: number): number {
  return fits.slice(0, places).reduce((sum, fit, at) => sum + fit * attention(at + 1), 0);
}
