import { performance } from 'node:perf_hooks';
import type { WantedWork } from '@cobid/domain/matching/pastWork/pastWork.ts';
import type { Award } from './readAwards.ts';
import { rankFigures } from './rankFigures.ts';
import type { RankFigures, WinnerRanks } from './rankFigures.ts';

export interface Measured extends RankFigures {
  /** Time to rank everybody for one tender. */
  milliseconds: { median: number; p95: number };
}

/** Where the winners of some tenders stood, and how long each ranking took, in milliseconds. */
export interface Rankings {
  ranks: WinnerRanks[];
  times: number[];
}

/** Ranks everybody for each tender, and tells where those of its winners stood that are `known`. */
export function rankAll(
  tenders: readonly Award[],
  known: ReadonlySet<string>,
  rank: (wanted: WantedWork) => readonly string[],
  onTender: () => void = () => undefined,
): Rankings {
  const times: number[] = [];
  const ranks = tenders.map(({ title, buyer, suppliers }): WinnerRanks => {
    const start = performance.now();
    const ranked = rank({ text: title, client: buyer });
    times.push(performance.now() - start);
    onTender();
    const winners = new Set(suppliers.filter((supplier) => known.has(supplier)));
    return ranked.flatMap((coop, at) => (winners.has(coop) ? [at + 1] : []));
  });
  return { ranks, times };
}

export function measured({ ranks, times }: Rankings): Measured {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));
  return { ...rankFigures(ranks), milliseconds: { median: at(0.5), p95: at(0.95) } };
}
