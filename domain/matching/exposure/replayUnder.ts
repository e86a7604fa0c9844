import { orderByExposure } from './orderByExposure.ts';
import { replay } from './replay.ts';
import type { Listed, Replay } from './replay.ts';

/** What past tenders would have looked like under one λ, everybody beginning with an empty history. */
export interface LambdaReplay extends Omit<Replay, 'servedBy'> {
  lambda: number;
  /** The whole order of each tender, in the order of the tenders. */
  orders: Listed[][];
}

/** Plays past tenders, oldest first, under a λ. */
export function replayUnder(lambda: number, tenders: readonly (readonly Listed[])[]): LambdaReplay {
  const orders: Listed[][] = [];
  const { servedBy: _, ...measures } = replay(tenders, (listed, servedBy) => {
    const ordered = orderByExposure(listed, servedBy, lambda);
    orders.push(ordered);
    return ordered;
  });
  return { lambda, ...measures, orders };
}
