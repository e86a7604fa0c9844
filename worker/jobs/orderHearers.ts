import { exposureDebts } from '@cobid/domain/matching/exposure/exposureDebts.ts';
import { orderByExposure } from '@cobid/domain/matching/exposure/orderByExposure.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { recordOrder, servedSince } from '@cobid/platform/mongo/models/exposure.ts';
import type { Hearer } from '@cobid/platform/telling/whoHears.ts';

/** Who was shown what longer ago than this is forgotten. */
const REMEMBERED_MS = days(365);

/**
 * The same hearers in the order in which they are told: by their co-op's fit, and by which was shown less (see
 * orderByExposure). It has to be all that hear of a version of a tender: a co-op's place is one among all of them. The
 * order is recorded, so that it counts from then on. Nobody is ever left out.
 */
export async function orderHearers(
  hearers: readonly Hearer[],
  tender: { id: string; version: number },
  { lambda, now }: { lambda: number; now: Date },
): Promise<Hearer[]> {
  const scores = new Map(
    hearers.filter(({ telling }) => telling.when !== 'never').map(({ coopId, score }) => [coopId, score]),
  );
  const coopIds = [...scores.keys()];
  const told = [...scores].map(([coopId, score]) => ({ coopId, score }));
  const served = await servedSince(after(now, -REMEMBERED_MS), coopIds);
  const ordered = orderByExposure(told, served, lambda);
  const debts = exposureDebts(coopIds, served);
  const lifted = ordered.map((each) => ({ ...each, lift: lambda * (debts.get(each.coopId) ?? 0) }));
  await recordOrder(lifted, tender, now);
  const placeOf = new Map(ordered.map(({ coopId }, place) => [coopId, place]));
  const place = ({ coopId }: Hearer) => placeOf.get(coopId) ?? ordered.length;
  return hearers.toSorted((a, b) => place(a) - place(b));
}
