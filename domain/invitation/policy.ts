import { actsFor } from '../actor.ts';
import type { Actor } from '../actor.ts';
import type { Role } from '../person/schema.ts';
import { allowed, refused } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';

/** Which side of an invitation the actor is on; null for everybody else, for whom it does not exist. */
export function invitationSide(
  actor: Actor,
  invitation: { leadId: string; coopId: string },
): 'lead' | 'coop' | null {
  if (actsFor(actor, invitation.coopId)) return 'coop';
  return actsFor(actor, invitation.leadId) ? 'lead' : null;
}

/** Answering binds a co-op, so it takes a bidder of the side whose turn it is. */
export function mayActOnInvitation(
  actor: Actor,
  invitation: { leadId: string; coopId: string },
  side: 'lead' | 'coop',
  atLeast: Role = 'bidder',
): Verdict {
  const actual = invitationSide(actor, invitation);
  if (actual === null) return refused('not_found');
  if (actual !== side) return refused(side === 'lead' ? 'only_lead' : 'not_yours');
  return actsFor(actor, side === 'lead' ? invitation.leadId : invitation.coopId, atLeast)
    ? allowed
    : refused('needs_bidder');
}
