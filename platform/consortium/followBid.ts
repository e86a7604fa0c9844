import { currentRevision, liveRevision, waitingFor } from '@cobid/domain/bid/frozen.ts';
import type { Bid } from '@cobid/domain/bid/schema.ts';
import { liveInvitationStates } from '@cobid/domain/invitation/lifecycle.ts';
import { markBidFollowed, toBid } from '../mongo/models/bid.ts';
import type { BidRecord } from '../mongo/models/bid.ts';
import { wantDeliveries } from '../mongo/models/delivery.ts';
import { changeSeatInvitation, liveInvitationsOf } from '../mongo/models/seatInvitation.ts';
import { toDeliveries } from './binderMails.ts';
import type { BinderMail } from './binderMails.ts';
import { followInvitation } from './followInvitation.ts';

/**
 * Makes mails and invitations follow what happened to a bid: signatures that are wanted, the receipt of a
 * submission, members that left, a withdrawal. May be repeated. Returns the ids of new deliveries.
 */
export async function followBid(record: BidRecord, now: Date): Promise<string[]> {
  const bid = toBid(record);
  const mails = [
    ...signatureMails(record, bid),
    ...submissionMails(record, bid),
    ...departureMails(record),
    ...(record.state === 'withdrawn' ? withdrawalMails(record) : []),
  ];
  const wanted = await wantDeliveries(await toDeliveries(mails), now);
  const revoked = record.state === 'withdrawn' ? await revokeInvitations(record, now) : [];
  await markBidFollowed(record);
  return [...wanted, ...revoked];
}

function signatureMails({ id, tenderId, state }: BidRecord, bid: Bid): BinderMail[] {
  const revision = currentRevision(bid);
  if (revision === null || (state !== 'signing' && state !== 'submitted')) return [];
  const data = { revision: String(revision.number) };
  return waitingFor(revision).map((coopId) => ({
    kind: 'signatureWanted',
    to: coopId,
    key: `${id}:${revision.number}`,
    refs: { bidId: id, tenderId, coopId },
    data,
  }));
}

function submissionMails({ id, tenderId }: BidRecord, bid: Bid): BinderMail[] {
  const revision = liveRevision(bid);
  if (revision === null) return [];
  return revision.content.seats.map(({ coopId }) => ({
    kind: 'bidSubmitted',
    to: coopId,
    key: `${id}:${revision.number}`,
    refs: { bidId: id, tenderId, coopId },
    data: { revision: String(revision.number) },
  }));
}

function departureMails({ id, tenderId, leadId, departures }: BidRecord): BinderMail[] {
  return departures.map(({ coopId, invitationId, isPutOut, at }) => ({
    kind: isPutOut ? 'counterAnswered' : 'seatAnswered',
    to: isPutOut ? coopId : leadId,
    key: `${id}:left:${coopId}:${at.getTime()}`,
    refs: { bidId: id, tenderId, coopId, ...(invitationId === null ? {} : { invitationId }) },
    data: { outcome: isPutOut ? 'revoked' : 'left' },
  }));
}

function withdrawalMails({ id, tenderId, memberIds }: BidRecord): BinderMail[] {
  return memberIds.map((coopId) => ({
    kind: 'bidWithdrawn',
    to: coopId,
    key: id,
    refs: { bidId: id, tenderId, coopId },
  }));
}

/** Nobody can take a seat in a bid that is over. */
async function revokeInvitations({ id }: BidRecord, now: Date): Promise<string[]> {
  const open = await liveInvitationsOf(id);
  const followed = open.map(async ({ id: invitationId, state }) => {
    const revoked = await changeSeatInvitation(
      { id: invitationId, states: liveInvitationStates },
      {
        set: { state: 'revoked' },
        push: { events: { at: now, actorId: null, from: state, to: 'revoked', note: 'bid withdrawn' } },
      },
    );
    return revoked === null ? [] : (await followInvitation(revoked, now)).deliveryIds;
  });
  return (await Promise.all(followed)).flat();
}
