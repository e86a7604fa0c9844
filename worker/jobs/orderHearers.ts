import { orderByExposure } from '@cobid/domain/matching/exposure/orderByExposure.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { recordOrder, servedSince } from '@cobid/platform/mongo/models/exposure.ts';
import type { Hearer } from '@cobid/platform/telling/whoHears.ts';

/** Who was shown what longer ago than this is forgotten. */
const REMEMBERED_MS = days(365);

/** What the order is for: a version of a tender, after so many co-ops that have been put in order already. */
export interface OrderedTender {
  id: string;
  version: number;
  after: number;
}

/**
 * The same hearers in the order in which they are told: by their co-op's fit, and by which was shown less (see
 * orderByExposure). The order is recorded, so that it counts from then on. Nobody is ever left out.
 */
export async function orderHearers(
  hearers: readonly Hearer[],
  found: readonly { coopId: string; score: number }[],
  tender: OrderedTender,
  { lambda, now }: { lambda: number; now: Date },
): Promise<Hearer[]> {
  const heard = new Set(
    hearers.filter(({ telling }) => telling.when !== 'never').map(({ coopId }) => coopId),
  );
  const told = found.filter(({ coopId }) => heard.has(coopId));
  const served = await servedSince(after(now, -REMEMBERED_MS), [...heard]);
  const ordered = orderByExposure(told, served, lambda);
  await recordOrder(ordered, tender, now);
  const placeOf = new Map(ordered.map(({ coopId }, place) => [coopId, place]));
  const place = ({ coopId }: Hearer) => placeOf.get(coopId) ?? ordered.length;
  return hearers.toSorted((a, b) => place(a) - place(b));
}
