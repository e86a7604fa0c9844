import { orderByExposure } from '@cobid/domain/matching/exposure/orderByExposure.ts';
import { replay } from '@cobid/domain/matching/exposure/replay.ts';
import type { Listed, ListOrder } from '@cobid/domain/matching/exposure/replay.ts';
import { neverServed, servedShare } from '@cobid/domain/matching/exposure/served.ts';
import type { Served } from '@cobid/domain/matching/exposure/served.ts';
import { printFigures } from '../figures.ts';
import type { Figure } from '../figures.ts';
import { shownWorld } from '../worlds/shownWorld.ts';

/**
 * Quality beside fairness of orders in which co-ops are shown: 50 co-ops, 200 tenders, the first 8 of each list get
 * attention, mean of 20 networks. The product's own order stands beside the plain rule that it grew from
 * (fit − λ · attention for each unit of fit), bands, and taking turns.
 */
const RUNS = 20;
const TENDERS = 200;
const PLACES = 8;
const LAMBDAS = [0, 0.25, 0.5, 1, 2];
const BAND = 0.1;
const LEAST_QUALITY = 0.98;
const MOST_GINI = 0.3;

type ServedBy = ReadonlyMap<string, Served>;
const shareOf = (servedBy: ServedBy, coopId: string) => servedShare(servedBy.get(coopId) ?? neverServed);
const by = (listed: readonly Listed[], key: (item: Listed) => number) =>
  listed.toSorted((a, b) => key(b) - key(a) || (a.coopId < b.coopId ? -1 : 1));

const product =
  (lambda: number): ListOrder =>
  (listed, servedBy) =>
    orderByExposure(listed, servedBy, lambda);
const plain =
  (lambda: number): ListOrder =>
  (listed, servedBy) =>
    by(listed, ({ coopId, score }) => score - lambda * shareOf(servedBy, coopId));
const bands: ListOrder = (listed, servedBy) =>
  by(listed, ({ coopId, score }) => 1000 * Math.floor(score / BAND) - shareOf(servedBy, coopId));
const turns: ListOrder = (listed, servedBy) =>
  by(listed, ({ coopId }) => -(servedBy.get(coopId)?.shown ?? 0));

const worlds = Array.from({ length: RUNS }, (_, run) => shownWorld(run + 1, TENDERS));

interface Measured {
  quality: number;
  giniShown: number;
  giniServed: number;
  neverShown: number;
}

function measure(order: ListOrder): Measured {
  const runs = worlds.map((tenders) => replay(tenders, order, PLACES));
  const mean = (of: (run: (typeof runs)[number]) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  return {
    quality: mean(({ ndcg }) => ndcg),
    giniShown: mean(({ giniShown }) => giniShown),
    giniServed: mean(({ giniServed }) => giniServed),
    neverShown: mean(({ neverShown }) => neverShown),
  };
}

const rounded = (value: number) => Number(value.toFixed(4));

function figures(name: string, order: ListOrder, hasGoal = false): Figure[] {
  const { quality, giniShown, giniServed, neverShown } = measure(order);
  return [
    {
      name: `${name}: nDCG@10 lost`,
      value: rounded(1 - quality),
      unit: '',
      ...(hasGoal ? { goal: rounded(1 - LEAST_QUALITY) } : {}),
      note: `nDCG@10 ${quality.toFixed(3)}`,
    },
    {
      name: `${name}: Gini of exposure/fit`,
      value: rounded(giniServed),
      unit: '',
      ...(hasGoal ? { goal: MOST_GINI } : {}),
      note: `Gini of exposure ${giniShown.toFixed(3)}, never shown ${(neverShown * 100).toFixed(1)} %`,
    },
  ];
}

printFigures([
  ...figures('best first', (listed) => by(listed, ({ score }) => score)),
  ...LAMBDAS.flatMap((lambda) => figures(`Cobid, λ = ${lambda}`, product(lambda), lambda === 0.5)),
  ...LAMBDAS.slice(1).flatMap((lambda) => figures(`plain rule, λ = ${lambda}`, plain(lambda))),
  ...figures(`bands of ${BAND}`, bands),
  ...figures('taking turns', turns),
]);
