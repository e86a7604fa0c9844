import type { Actor } from '@cobid/domain/actor.ts';
import type { InvitationView, SeatOfferView } from '@cobid/domain/invitation/schema.ts';
import { findMailToken, useMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { hashToken } from '@cobid/platform/tokens.ts';
import { found, refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import type { InvitationCall } from './answerInvitation.ts';
import { invitationViewOf } from './invitationView.ts';

/** Whom the link of a mail speaks for: the person that it was sent to, as long as that person is in the co-op. */
interface Holder {
  actor: Actor;
  invitationId: string;
  personName: string;
  isUsed: boolean;
}

/** The page behind the link of a seat's offer. Mail scanners open links, so this changes nothing. */
export async function showSeatOffer(token: string, now: Date): Promise<SeatOfferView> {
  const { invitationId, personName, isUsed } = await holderOf(token, now);
  const invitation = found(await seatInvitations.findById(invitationId));
  const tender = found(await tenders.findById(invitation.tenderId));
  return { invitation: await invitationViewOf(invitation, tender, 'coop', now), personName, isUsed };
}

/**
 * Answers by the link, without being signed in. The answer itself happens once, because the invitation moves once;
 * the token is used up after it, so that a refused answer can be put right.
 */
export async function answerSeatOffer<Input>(
  token: string,
  input: Input,
  call: { now: Date; services: Services },
  answer: (invitationId: string, input: Input, call: InvitationCall) => Promise<InvitationView>,
): Promise<InvitationView> {
  const { actor, invitationId, isUsed } = await holderOf(token, call.now);
  if (isUsed) throw refusal('link_used');
  const view = await answer(invitationId, input, { actor, now: call.now, services: call.services });
  await useMailToken(hashToken(token), 'invitation', call.now);
  return view;
}

async function holderOf(token: string, now: Date): Promise<Holder> {
  const known = await findMailToken(hashToken(token), 'invitation', now);
  if (known === null || known.invitationId === null || known.coopId === null) throw refusal('link_used');
  const { personId, coopId, invitationId, usedAt } = known;
  const [person, membership, organisation] = await Promise.all([
    people.findById(personId),
    memberships.findOne({ personId, organisationId: coopId }),
    organisations.findById(coopId),
  ]);
  if (person === null || membership === null || organisation === null) throw refusal('link_used');
  const { isCoop, isClient } = organisation;
  const acting = { organisationId: coopId, isCoop, isClient, role: membership.role };
  return {
    actor: { personId, isOperator: false, isCoordinator: false, acting },
    invitationId,
    personName: person.name,
    isUsed: usedAt !== null,
  };
}
