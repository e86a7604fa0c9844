import { invitationSide } from '@cobid/domain/invitation/policy.ts';
import type { InvitationView } from '@cobid/domain/invitation/schema.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { found, refusal } from '../http/problem.ts';
import type { ActingActor } from '../http/route.ts';
import { invitationViewOf } from './invitationView.ts';

const MOST = 100;

/** The invitations that the acting co-op got or sent, newest first. */
export async function listInvitations(actor: ActingActor, now: Date): Promise<InvitationView[]> {
  const { organisationId } = actor.acting;
  const records = await seatInvitations.find(
    { either: [{ coopId: organisationId }, { leadId: organisationId }] },
    { sort: { createdAt: -1 }, limit: MOST },
  );
  const known = await tenders.findByIds(records.map((record) => record.tenderId));
  const tenderById = new Map(known.map((tender) => [tender.id, tender]));
  const views = records.map(async (record) => {
    const tender = tenderById.get(record.tenderId);
    const side = record.coopId === organisationId ? 'coop' : 'lead';
    return tender === undefined ? [] : [await invitationViewOf(record, tender, side, now)];
  });
  return (await Promise.all(views)).flat();
}

/** One invitation, for its two sides. Looking at it changes nothing. */
export async function showInvitation(id: string, actor: ActingActor, now: Date): Promise<InvitationView> {
  const invitation = found(await seatInvitations.findById(id));
  const side = invitationSide(actor, invitation);
  if (side === null) throw refusal('not_found');
  const tender = found(await tenders.findById(invitation.tenderId));
  return invitationViewOf(invitation, tender, side, now);
}
