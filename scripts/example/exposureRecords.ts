import { attention } from '@cobid/domain/matching/exposure/attention.ts';
import { exposureDebts } from '@cobid/domain/matching/exposure/exposureDebts.ts';
import { orderByExposure } from '@cobid/domain/matching/exposure/orderByExposure.ts';
import { neverServed } from '@cobid/domain/matching/exposure/served.ts';
import type { Served } from '@cobid/domain/matching/exposure/served.ts';
import { DEFAULT_LAMBDA } from '@cobid/domain/network/schema.ts';
import type { ExposureRecord } from '@cobid/platform/mongo/models/exposure.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import { exampleId } from './exampleId.ts';

/** In which order the co-ops heard of the published tenders, one tender after the other, each told when it came out. */
export function exposureRecordsOf(matchesByTender: readonly (readonly MatchRecord[])[]): ExposureRecord[] {
  const servedBy = new Map<string, Served>();
  const published = matchesByTender
    .filter((matches) => matches.length > 0)
    .toSorted((a, b) => (a[0]?.createdAt.getTime() ?? 0) - (b[0]?.createdAt.getTime() ?? 0));
  return published.flatMap((matches) => {
    const coopIds = matches.map(({ coopId }) => coopId);
    const debts = exposureDebts(coopIds, servedBy);
    return orderByExposure(matches, servedBy, DEFAULT_LAMBDA).map((match, at) => {
      const { tenderId, tenderVersion, coopId, score: fit, createdAt } = match;
      const worth = attention(at + 1);
      const before = servedBy.get(coopId) ?? neverServed;
      servedBy.set(coopId, { shown: before.shown + worth, fit: before.fit + fit });
      return {
        id: exampleId('exposure', tenderId, coopId),
        tenderId,
        tenderVersion,
        coopId,
        fit,
        rank: at + 1,
        worth,
        lift: DEFAULT_LAMBDA * (debts.get(coopId) ?? 0),
        orderedAt: createdAt,
        shownAt: createdAt,
      };
    });
  });
}
