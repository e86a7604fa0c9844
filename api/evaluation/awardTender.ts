import type { z } from 'zod';
import type { Actor } from '@cobid/domain/actor.ts';
import { liveRevision } from '@cobid/domain/bid/frozen.ts';
import { bidMoves } from '@cobid/domain/bid/lifecycle.ts';
import { bidStateAt } from '@cobid/domain/bid/stateAt.ts';
import { move } from '@cobid/domain/lifecycle.ts';
import type { Problem } from '@cobid/domain/problem.ts';
import { mayAward, mayReadTender } from '@cobid/domain/tender/policy.ts';
import type { awardInput } from '@cobid/domain/tender/schema.ts';
import { followAward } from '@cobid/platform/consortium/followAward.ts';
import { toBid } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import { changeTender, tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { Award, TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure, found, refusal } from '../http/problem.ts';
import type { SignedInActor } from '../http/route.ts';
import type { Services } from '../http/services.ts';
import { offeredBids } from './openedBids.ts';

export type AwardInput = z.infer<typeof awardInput>;

/**
 * The client chooses one bid, with a reason for each. The award is written on the tender in one guarded write, so
 * that of two at once one is refused; the bids and the mails follow it.
 */
export async function awardTender(
  tenderId: string,
  input: AwardInput,
  { actor, now, services }: { actor: SignedInActor; now: Date; services: Services },
): Promise<{ state: TenderRecord['state'] }> {
  const tender = found(await tenders.findById(tenderId));
  ensure(mayReadTender(actor, tender));
  ensure(mayAward(actor, tender, now), { state: tender.state });
  if (tender.version !== input.version) throw refusal('stale_version', { version: tender.version });
  const award = await awardOf(tender, input, actor, now);
  const awarded = await changeTender(
    { id: tender.id, states: [tender.state], version: tender.version },
    {
      set: { state: 'awarded', award, needsFollowing: true },
      push: { events: { at: now, actorId: actor.personId, from: tender.state, to: 'awarded', note: '' } },
    },
  );
  if (awarded === null) throw refusal('stale_version');
  try {
    const deliveryIds = await followAward(awarded, now);
    await services.queues.nudgeAll(
      'sendDelivery',
      deliveryIds.map((deliveryId) => ({ deliveryId })),
    );
  } catch (err) {
    services.log.warn({ err, tenderId }, 'could not follow an award; the sweep will');
  }
  return { state: awarded.state };
}

async function awardOf(
  tender: TenderRecord,
  { bidId, reason, others }: AwardInput,
  actor: SignedInActor,
  now: Date,
): Promise<Award> {
  const candidates = await candidatesOf(tender, actor, now);
  const winner = candidates.find((candidate) => candidate.id === bidId);
  const revision = winner === undefined ? null : liveRevision(toBid(winner));
  if (winner === undefined || revision === null) throw refusal('bid_not_candidate');
  const problems = otherProblems(others, candidates, bidId);
  if (problems.length > 0) throw refusal('reasons_missing', { issues: problems });
  const { leadId, seats, totalMinor } = revision.content;
  const memberIds = seats.map((seat) => seat.coopId).filter((coopId) => coopId !== leadId);
  return { bidId, at: now, by: actor.personId, reason, others, coopIds: [leadId, ...memberIds], totalMinor };
}

async function candidatesOf(tender: TenderRecord, actor: Actor, now: Date): Promise<BidRecord[]> {
  const offered = await offeredBids(tender, actor, now);
  return offered.filter((bid) => move(bidMoves, bidStateAt(bid.state, tender, now), 'award').ok);
}

/** Each bid that is not chosen gets one reason, and nothing else does. */
function otherProblems(others: AwardInput['others'], candidates: BidRecord[], chosen: string): Problem[] {
  const rest = candidates.filter((candidate) => candidate.id !== chosen);
  const wrong = others.flatMap(({ bidId }, index) => {
    const isFirst = others.findIndex((other) => other.bidId === bidId) === index;
    if (isFirst && rest.some((candidate) => candidate.id === bidId)) return [];
    return [{ pointer: `/others/${index}/bidId`, message: 'is not one of the bids that are not chosen.' }];
  });
  const missing = rest.filter((candidate) => !others.some((other) => other.bidId === candidate.id));
  if (missing.length === 0) return wrong;
  const message = `Give a reason for ${missing.length === 1 ? 'one more bid' : `${missing.length} more bids`}.`;
  return [...wrong, { pointer: '/others', message }];
}
