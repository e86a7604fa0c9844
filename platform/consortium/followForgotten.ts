import { bidsToFollow } from '../mongo/models/bid.ts';
import { invitationsToFollow } from '../mongo/models/seatInvitation.ts';
import { tendersToFollow } from '../mongo/models/tender.ts';
import { followBid } from './followBid.ts';
import { followInvitation } from './followInvitation.ts';
import { followTender } from './followTender.ts';

/**
 * Finishes what a process began and did not live to finish: for the sweep. What is under way in another process
 * at this moment is done twice, which changes nothing. Returns the ids of new deliveries.
 */
export async function followForgotten(now: Date, limit: number): Promise<string[]> {
  const deliveryIds: string[] = [];
  for (const invitation of await invitationsToFollow(limit))
    deliveryIds.push(...(await followInvitation(invitation, now)).deliveryIds);
  for (const bid of await bidsToFollow(limit)) deliveryIds.push(...(await followBid(bid, now)));
  for (const tender of await tendersToFollow(limit)) deliveryIds.push(...(await followTender(tender, now)));
  return deliveryIds;
}
