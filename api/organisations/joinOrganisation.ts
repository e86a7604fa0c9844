import type { Language } from '@cobid/domain/language.ts';
import type { OrganisationRef } from '@cobid/domain/organisation/schema.ts';
import type { MeView, Role } from '@cobid/domain/person/schema.ts';
import { colleagueInvitations } from '@cobid/platform/mongo/models/colleagueInvitation.ts';
import type { ColleagueInvitationRecord } from '@cobid/platform/mongo/models/colleagueInvitation.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { findOrCreatePerson } from '@cobid/platform/mongo/models/person.ts';
import type { SessionRecord } from '@cobid/platform/mongo/models/session.ts';
import { hashToken } from '@cobid/platform/tokens.ts';
import { meOfPerson } from '../http/meView.ts';
import { found, refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { startSession } from '../http/startSession.ts';
import { organisationRefOf } from './organisationView.ts';

/** What the page behind an invitation's link shows; looking changes nothing. */
export async function showColleagueInvitation(
  token: string,
  now: Date,
): Promise<{ organisation: OrganisationRef; role: Role; email: string; isUsed: boolean }> {
  const invitation = await findInvitation(token);
  const organisation = found(await organisations.findById(invitation.organisationId));
  const { role, email } = invitation;
  return { organisation: organisationRefOf(organisation), role, email, isUsed: !isOpen(invitation, now) };
}

/** Joins the organisation. The link came by mail, so it proves the mailbox and signs its person in too. */
export async function joinOrganisation(
  token: string,
  call: {
    now: Date;
    services: Services;
    session: SessionRecord | null;
    device: string;
    language: Language;
    setHeader(name: string, value: string): void;
  },
): Promise<{ me: MeView }> {
  const { now } = call;
  const invitation = await findInvitation(token);
  if (!isOpen(invitation, now)) throw refusal('link_used');
  const { id, email, organisationId, role } = invitation;
  const person = await findOrCreatePerson(email, call.language, now);
  await memberships.insertIfNew({ personId: person.id, organisationId, role, joinedAt: now });
  // Closed only now: if anything before failed, the same link still works.
  const closed = await colleagueInvitations.change(
    { id, isOpen: true },
    { set: { acceptedAt: now }, unset: ['isOpen'] },
  );
  if (closed === null) throw refusal('link_used');
  await startSession(person, call, organisationId);
  return { me: await meOfPerson(person.id, organisationId, call.services.config) };
}

async function findInvitation(token: string): Promise<ColleagueInvitationRecord> {
  const invitation = await colleagueInvitations.findOne({ tokenHash: hashToken(token) });
  if (invitation === null) throw refusal('link_used', { status: 404 });
  return invitation;
}

function isOpen(invitation: ColleagueInvitationRecord, now: Date): boolean {
  return invitation.isOpen === true && now < invitation.expiresAt;
}
