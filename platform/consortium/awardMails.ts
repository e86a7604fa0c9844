import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import type { BidRecord } from '../mongo/models/bid.ts';
import type { TenderRecord } from '../mongo/models/tender.ts';
import type { BinderMail } from './binderMails.ts';

/** States in which a bid waits for the client's decision; `submitted` where the envelopes are not opened yet. */
export const undecidedStates: readonly BidState[] = ['submitted', 'opened', 'shortlisted'];

/** What an award tells: each bid's members whether it was chosen, and the client that its choice is recorded. */
export function awardMails(
  { id: tenderId, clientId }: Pick<TenderRecord, 'id' | 'clientId'>,
  bids: readonly Pick<BidRecord, 'id' | 'memberIds'>[],
  winnerId: string | null,
): BinderMail[] {
  const mails = bids.flatMap(({ id, memberIds }) =>
    memberIds.map((coopId): BinderMail => ({
      kind: id === winnerId ? 'bidAwarded' : 'bidNotAwarded',
      to: coopId,
      key: id,
      refs: { bidId: id, tenderId, coopId },
    })),
  );
  if (clientId === null) return mails;
  const refs = { tenderId, organisationId: clientId };
  return [...mails, { kind: 'awardRecorded', to: clientId, key: tenderId, refs }];
}
