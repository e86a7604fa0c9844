import { termOf } from './additiveModel.ts';
import type { Coefficient } from './additiveModel.ts';
import { candidatesIn, firstOrder } from './candidates.ts';
import { features, featuresOf } from './features.ts';
import type { WantedWork } from './pastWork.ts';
import type { PastWorkSignals } from './pastWorkSignals.ts';

/** What one feature adds to a score. */
export interface PastWorkTerm {
  feature: string;
  meaning: string;
  value: number;
}

/** A co-op and what past works say of how well it would do the wanted work; only the order has a meaning. */
export interface RankedCoop {
  coopId: string;
  /** The sum of the terms. */
  score: number;
  /** Empty for those that the model did not look at, since they come after all others. */
  terms: readonly PastWorkTerm[];
}

/**
 * Ranks everybody who has past works, best first. The model weighs the first 250; the others follow in the plain
 * first order. Equal scores keep that order.
 */
export function rankByPastWork(
  signals: PastWorkSignals,
  coefficients: readonly Coefficient[],
  wanted: WantedWork,
): RankedCoop[] {
  const answer = signals.ask(wanted);
  const order = firstOrder(answer);
  const candidates = candidatesIn(order);
  const rows = featuresOf(answer, candidates);
  const weighed = Array.from(candidates, (coop, row): RankedCoop => {
    const terms = features.map(({ name, meaning }, column): PastWorkTerm => {
      const coefficient = coefficients[column];
      const value =
        coefficient === undefined ? 0 : termOf(rows[row * features.length + column] ?? 0, coefficient);
      return { feature: name, meaning, value };
    });
    return {
      coopId: signals.coops[coop] ?? '',
      score: terms.reduce((sum, { value }) => sum + value, 0),
      terms,
    };
  });
  const least = weighed.reduce((low, { score }) => Math.min(low, score), 0);
  const others = Array.from(order.subarray(candidates.length), (coop, at): RankedCoop => ({
    coopId: signals.coops[coop] ?? '',
    score: least - 1 - at,
    terms: [],
  }));
  return [...weighed.toSorted((a, b) => b.score - a.score), ...others];
}
