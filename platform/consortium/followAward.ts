import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import { bids, changeBid } from '../mongo/models/bid.ts';
import type { BidRecord } from '../mongo/models/bid.ts';
import { wantDeliveries } from '../mongo/models/delivery.ts';
import { markAwardFollowed } from '../mongo/models/tender.ts';
import type { Award, TenderRecord } from '../mongo/models/tender.ts';
import { awardMails, undecidedStates } from './awardMails.ts';
import { toDeliveries } from './binderMails.ts';

/**
 * Makes the bids follow an award, and wants the mails to all who offered and to the client. The award on the tender
 * is written first and is the truth; each step here may be repeated. Returns the ids of new deliveries.
 */
export async function followAward(tender: TenderRecord, now: Date): Promise<string[]> {
  const { award } = tender;
  if (award === null) return [];
  const offered = await bids.find({ tenderId: tender.id });
  const decided = (await Promise.all(offered.map((bid) => decide(bid, award)))).filter(
    (bid) => bid.state === 'awarded' || bid.state === 'not_awarded',
  );
  const winner = decided.find(({ state }) => state === 'awarded');
  const mails = awardMails(tender, decided, winner?.id ?? null);
  const wanted = await wantDeliveries(await toDeliveries(mails), now);
  // Where one bid was being written at the same moment, the sweep decides it.
  if (decided.length === offered.filter((bid) => isDecidable(bid)).length) await markAwardFollowed(tender.id);
  return wanted;
}

function isDecidable(bid: BidRecord): boolean {
  return undecidedStates.includes(bid.state) || bid.state === 'awarded' || bid.state === 'not_awarded';
}

async function decide(bid: BidRecord, award: Award): Promise<BidRecord> {
  if (!undecidedStates.includes(bid.state)) return bid;
  const isWinner = bid.id === award.bidId;
  const to: BidState = isWinner ? 'awarded' : 'not_awarded';
  const reason = isWinner ? award.reason : award.others.find((other) => other.bidId === bid.id)?.reason;
  const decided = await changeBid(
    { id: bid.id, version: bid.version, states: undecidedStates },
    {
      set: { state: to, outcome: { reason: reason ?? '', at: award.at } },
      push: { events: { at: award.at, actorId: award.by, from: bid.state, to, note: '' } },
    },
  );
  return decided ?? bid;
}
