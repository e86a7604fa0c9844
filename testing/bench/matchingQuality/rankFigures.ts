import { chanceOf } from '../../worlds/random.ts';

/** Where the winners of one tender stood, from 1. */
export type WinnerRanks = readonly number[];

export interface RankFigures {
  mrr: number;
  recallAt10: number;
  recallAt50: number;
  /** 95 % intervals over tenders. */
  intervals: Record<'mrr' | 'recallAt10' | 'recallAt50', [number, number]>;
}

const SAMPLES = 1000;
const SEED = 20_260_726;

/**
 * Mean reciprocal rank of the best winner, and the share of winners among the first 10 and 50, averaged over tenders;
 * intervals by drawing tenders again with replacement (percentiles 2.5 and 97.5 of 1,000 draws).
 */
export function rankFigures(tenders: readonly WinnerRanks[]): RankFigures {
  const chance = chanceOf(SEED);
  const columns = {
    mrr: tenders.map((ranks) => 1 / Math.min(...ranks)),
    recallAt10: tenders.map((ranks) => shareWithin(ranks, 10)),
    recallAt50: tenders.map((ranks) => shareWithin(ranks, 50)),
  };
  const draws = Array.from({ length: SAMPLES }, () => tenders.map(() => chance.whole(0, tenders.length - 1)));
  const interval = (values: readonly number[]): [number, number] => {
    const means = draws
      .map((draw) => draw.reduce((sum, at) => sum + (values[at] ?? 0), 0) / draw.length)
      .toSorted((a, b) => a - b);
    return [
      rounded(means[Math.floor(SAMPLES * 0.025)] ?? 0),
      rounded(means[Math.floor(SAMPLES * 0.975)] ?? 0),
    ];
  };
  return {
    mrr: mean(columns.mrr),
    recallAt10: mean(columns.recallAt10),
    recallAt50: mean(columns.recallAt50),
    intervals: {
      mrr: interval(columns.mrr),
      recallAt10: interval(columns.recallAt10),
      recallAt50: interval(columns.recallAt50),
    },
  };
}

function shareWithin(ranks: WinnerRanks, depth: number): number {
  return ranks.filter((rank) => rank <= depth).length / ranks.length;
}

function mean(values: readonly number[]): number {
  return rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
