import { expire } from '@cobid/domain/invitation/moves.ts';
import { changeSeatInvitation, seatInvitations } from '../mongo/models/seatInvitation.ts';
import { followInvitation } from './followInvitation.ts';

/** Writes down that an invitation has expired, opens its seat again and wants the mail. Does nothing before its time. */
export async function expireInvitation(invitationId: string, now: Date): Promise<string[]> {
  const invitation = await seatInvitations.findById(invitationId);
  if (invitation === null) return [];
  const outcome = expire(invitation, now);
  if (!outcome.ok) return [];
  const expired = await changeSeatInvitation(
    { id: invitation.id, states: [invitation.state], termsVersion: invitation.terms.length },
    {
      set: { state: outcome.offer.state },
      push: {
        events: { at: now, actorId: null, from: invitation.state, to: outcome.offer.state, note: '' },
      },
    },
  );
  return expired === null ? [] : (await followInvitation(expired, now)).deliveryIds;
}
