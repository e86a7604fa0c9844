import { bids } from '../mongo/models/bid.ts';
import type { TenderRecord } from '../mongo/models/tender.ts';
import type { BinderMail } from './binderMails.ts';

/** What a completion tells, to those who did the work and to the client. */
export async function completionMails({ id, clientId, award }: TenderRecord): Promise<BinderMail[]> {
  const winner = award === null ? null : await bids.findById(award.bidId);
  const toMembers: BinderMail[] = (winner?.memberIds ?? []).map((coopId) => ({
    kind: 'tenderCompleted',
    to: coopId,
    key: id,
    refs: { tenderId: id, coopId },
  }));
  if (clientId === null) return toMembers;
  return [
    ...toMembers,
    { kind: 'tenderCompleted', to: clientId, key: id, refs: { tenderId: id, organisationId: clientId } },
  ];
}
