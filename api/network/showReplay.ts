import { setImmediate } from 'node:timers/promises';
import { replayUnder } from '@cobid/domain/matching/exposure/replayUnder.ts';
import type { LambdaReplay } from '@cobid/domain/matching/exposure/replayUnder.ts';
import type { ReplayView } from '@cobid/domain/network/reports.ts';
import { ordersOf } from '@cobid/platform/mongo/models/exposure.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { latestPublished } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';

/** What bounds the cost of a replay: so many tenders, and so many co-ops of each. */
const MOST_TENDERS = 200;
const MOST_OF_EACH = 200;
const MOST_SHOWN = 20;
const FIRST_PLACES = 10;
/** Told beside the λ asked for, so that one sees what a little more or less would do. */
const LAMBDAS = [0, 0.25, 0.5, 0.75, 1, 1.5, 2];

/**
 * Plays the last tenders under a λ, beside the network's own and some others: who would have stood where, and what
 * that does to quality and to how attention is shared. Changes nothing.
 */
export async function showReplay(asked: number | undefined): Promise<ReplayView> {
  const { lambda: current } = await mainNetwork();
  const lambda = asked ?? current;
  const published = await latestPublished(MOST_TENDERS);
  const orders = await ordersOf(
    published.map(({ id }) => id),
    MOST_OF_EACH,
  );
  const played = published.filter(({ id }) => orders.has(id)).toReversed();
  const lists = played.map(({ id }) => orders.get(id) ?? []);

  const replays = new Map<number, LambdaReplay>();
  for (const each of new Set([...LAMBDAS, current, lambda].toSorted((a, b) => a - b))) {
    replays.set(each, replayUnder(each, lists));
    await setImmediate(); // others are served between two of them
  }
  const [then, now] = [replays.get(lambda), replays.get(current)];
  const newest = played
    .map((tender, at) => ({
      tender,
      first: (then?.orders[at] ?? []).slice(0, FIRST_PLACES),
      placeNow: new Map((now?.orders[at] ?? []).map(({ coopId }, place) => [coopId, place + 1])),
    }))
    .slice(-MOST_SHOWN)
    .toReversed();
  const refOf = await organisationRefs(newest.flatMap(({ first }) => first.map(({ coopId }) => coopId)));
  return {
    lambda,
    current,
    tenders: lists.length,
    coops: new Set(lists.flatMap((list) => list.map(({ coopId }) => coopId))).size,
    isCut: lists.some((list) => list.length >= MOST_OF_EACH),
    mostOfEach: MOST_OF_EACH,
    curve: [...replays.values()].map(({ orders: _, ...measured }) => measured),
    newest: newest.map(({ tender, first, placeNow }) => ({
      tender: { id: tender.id, title: tender.content.title },
      newcomers: first.filter(({ coopId }) => (placeNow.get(coopId) ?? 0) > FIRST_PLACES).length,
      first: first.map(({ coopId, score }, at) => ({
        coop: refOf(coopId),
        fit: score,
        place: at + 1,
        placeNow: placeNow.get(coopId) ?? 0,
      })),
    })),
  };
}
