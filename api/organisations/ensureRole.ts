import { isAtLeast } from '@cobid/domain/actor.ts';
import type { Role } from '@cobid/domain/person/schema.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import type { MembershipRecord } from '@cobid/platform/mongo/models/membership.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { found, refusal } from '../http/problem.ts';

/**
 * The organisation and the person's place in it, whichever organisation they act for just now; refused where the
 * role is not strong enough.
 */
export async function ensureRole(
  key: { organisationId: string; personId: string },
  atLeast: Role,
): Promise<{ organisation: OrganisationRecord; membership: MembershipRecord }> {
  const [stored, membership] = await Promise.all([
    organisations.findById(key.organisationId),
    memberships.findOne(key),
  ]);
  const organisation = found(stored);
  if (membership === null) throw refusal('needs_member');
  if (!isAtLeast(membership.role, atLeast)) throw refusal('needs_steward');
  return { organisation, membership };
}
