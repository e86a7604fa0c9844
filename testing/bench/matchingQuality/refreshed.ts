import type { Coefficient } from '@cobid/domain/matching/pastWork/additiveModel.ts';
import { rankByPastWork } from '@cobid/domain/matching/pastWork/pastWorkRanking.ts';
import { createPastWorkSignals } from '@cobid/domain/matching/pastWork/pastWorkSignals.ts';
import { rankAll } from './measure.ts';
import type { Rankings } from './measure.ts';
import { nameOf } from './nameOf.ts';
import type { Award } from './readAwards.ts';
import { toWork } from './toWork.ts';

/**
 * Ranks by evidence that grows: for each tender, all that was awarded before the first day of its month. What was
 * learnt of the features stays as it is. The tenders and the winners that are looked for are those of the frozen
 * figure, so that the two can be compared; new suppliers stand among the ranked.
 *
 * @param tenders some of the later awards, oldest first
 * @param coops suppliers whose place counts
 */
export function refreshed(
  { known, later, tenders }: Record<'known' | 'later' | 'tenders', readonly Award[]>,
  coops: ReadonlySet<string>,
  coefficients: readonly Coefficient[],
  tell: (line: string) => void,
): Rankings {
  const all: Rankings = { ranks: [], times: [] };
  for (const month of new Set(tenders.map(monthOf))) {
    const before = later.filter(({ date }) => date < month);
    const signals = createPastWorkSignals([...known, ...before].map(toWork), nameOf);
    const ofMonth = tenders.filter((tender) => monthOf(tender) === month);
    tell(`${month}: ${ofMonth.length} tenders by ${known.length + before.length} past works`);
    const { ranks, times } = rankAll(ofMonth, coops, (wanted) =>
      rankByPastWork(signals, coefficients, wanted).map(({ coopId }) => coopId),
    );
    all.ranks.push(...ranks);
    all.times.push(...times);
  }
  return all;
}

/** The first day of its month. */
function monthOf({ date }: Award): string {
  return `${date.slice(0, 7)}-01`;
}
