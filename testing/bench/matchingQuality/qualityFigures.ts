import { performance } from 'node:perf_hooks';
import { features } from '@cobid/domain/matching/pastWork/features.ts';
import { fitPastWork } from '@cobid/domain/matching/pastWork/fitPastWork.ts';
import { rankByPastWork } from '@cobid/domain/matching/pastWork/pastWorkRanking.ts';
import { createPastWorkSignals } from '@cobid/domain/matching/pastWork/pastWorkSignals.ts';
import { byBm25, byPopularity } from './baselines.ts';
import { measured, rankAll } from './measure.ts';
import type { Measured } from './measure.ts';
import { nameOf } from './nameOf.ts';
import { refreshed } from './refreshed.ts';
import type { Setting } from './setting.ts';
import { toWork } from './toWork.ts';

interface QualityFigures extends Measured {
  /** Tenders that somebody known won; the others cannot be found and are not counted. */
  n: number;
  /** Suppliers that are ranked for each of them. */
  candidates: number;
  secondsToLearn: number;
  /** Weight of each feature, for values in spreads from their mean. */
  model: Record<string, number>;
  baselines: { popularity: Measured; bm25: Measured };
  /** Only where asked for: the same tenders by evidence up to the month of each. */
  refreshed?: Measured;
}

const TELL_EVERY = 250;

/**
 * How well past work finds who will win: each award is a past project of its winners, the model learns from their past
 * alone, and all of them are ranked for each later tender from its title and its buyer.
 */
export function qualityFigures(
  { known, later, refresh }: Setting,
  tell: (line: string) => void,
): QualityFigures {
  const works = known.map(toWork);
  const coops = new Set(works.flatMap((work) => work.coops));
  const tenders = later.filter(({ suppliers }) => suppliers.some((supplier) => coops.has(supplier)));
  tell(`${works.length} past works of ${coops.size} suppliers; ${tenders.length} tenders to rank`);

  const started = performance.now();
  const coefficients = fitPastWork(works, nameOf, (lessons) => tell(`read ${lessons} lessons from the past`));
  const signals = createPastWorkSignals(works, nameOf);
  const secondsToLearn = Math.round((performance.now() - started) / 1000);
  tell(`learned in ${secondsToLearn} s`);

  let done = 0;
  const own = rankAll(
    tenders,
    coops,
    (wanted) => rankByPastWork(signals, coefficients, wanted).map(({ coopId }) => coopId),
    () => {
      done += 1;
      if (done % TELL_EVERY === 0) tell(`ranked ${done} of ${tenders.length} tenders`);
    },
  );
  return {
    n: tenders.length,
    candidates: coops.size,
    ...measured(own),
    secondsToLearn,
    model: Object.fromEntries(
      features.map(({ name }, at) => [name, Number((coefficients[at]?.weight ?? 0).toFixed(3))]),
    ),
    baselines: {
      popularity: measured(rankAll(tenders, coops, byPopularity(works))),
      bm25: measured(rankAll(tenders, coops, byBm25(works))),
    },
    ...(refresh && {
      refreshed: measured(refreshed({ known, later, tenders }, coops, coefficients, tell)),
    }),
  };
}
