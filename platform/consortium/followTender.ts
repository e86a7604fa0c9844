import { bids } from '../mongo/models/bid.ts';
import { wantDeliveries } from '../mongo/models/delivery.ts';
import { responses } from '../mongo/models/response.ts';
import { seatInvitations } from '../mongo/models/seatInvitation.ts';
import { markTenderFollowed } from '../mongo/models/tender.ts';
import type { TenderRecord } from '../mongo/models/tender.ts';
import { toDeliveries } from './binderMails.ts';
import type { BinderMail } from './binderMails.ts';
import { completionMails } from './completionMails.ts';
import { followAward } from './followAward.ts';
import { verifyReferences } from './verifyReferences.ts';

/**
 * Makes bids and mails follow what became of a tender: an award, an end without one, its completion. What happened
 * is written on the tender first; this may be repeated. Returns the ids of new deliveries.
 */
export async function followTender(tender: TenderRecord, now: Date): Promise<string[]> {
  switch (tender.state) {
    case 'awarded':
      return followAward(tender, now);
    case 'completed':
      await verifyReferences(tender, now);
      return [
        ...(await followAward(tender, now)),
        ...(await tell(tender, await completionMails(tender), now)),
      ];
    case 'withdrawn':
    case 'cancelled':
    case 'unsuccessful':
      return tell(tender, await endMails(tender), now);
    default:
      return [];
  }
}

async function tell(tender: TenderRecord, mails: BinderMail[], now: Date): Promise<string[]> {
  const wanted = await wantDeliveries(await toDeliveries(mails), now);
  await markTenderFollowed(tender);
  return wanted;
}

/** To everyone who answered it, was invited to a seat or took part in a bid. */
async function endMails({ id }: TenderRecord): Promise<BinderMail[]> {
  const [answered, invited, offered] = await Promise.all([
    responses.find({ tenderId: id }, { without: ['history'] }),
    seatInvitations.find({ tenderId: id }, { without: ['terms', 'events'] }),
    bids.find({ tenderId: id }, { without: ['sealed', 'events'] }),
  ]);
  const coopIds = new Set([
    ...answered.map(({ coopId }) => coopId),
    ...invited.map(({ coopId }) => coopId),
    ...offered.flatMap(({ leadId, memberIds }) => [leadId, ...memberIds]),
  ]);
  return [...coopIds].map((coopId) => ({
    kind: 'tenderEnded',
    to: coopId,
    key: id,
    refs: { tenderId: id, coopId },
  }));
}
