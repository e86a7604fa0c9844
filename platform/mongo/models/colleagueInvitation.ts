import type { Role } from '@cobid/domain/person/schema.ts';
import { collection } from '../collection.ts';
import { mark, moment, momentOrNull, text } from '../types.ts';

/** An invitation by mail to join an organisation. */
export interface ColleagueInvitationRecord {
  id: string;
  organisationId: string;
  email: string;
  role: Role;
  tokenHash: string;
  invitedBy: string;
  invitedAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  /** True while it can be accepted; absent afterwards, so that one mailbox has one open invitation. */
  isOpen?: true;
}

export const colleagueInvitations = collection<ColleagueInvitationRecord>(
  'colleagueInvitations',
  {
    organisationId: text,
    email: text,
    role: text,
    tokenHash: text,
    invitedBy: text,
    invitedAt: moment,
    expiresAt: moment,
    acceptedAt: momentOrNull,
    isOpen: mark,
  },
  [
    { keys: { tokenHash: 1 }, unique: true },
    { keys: { organisationId: 1, email: 1 }, unique: true, partial: { isOpen: true } },
  ],
);
