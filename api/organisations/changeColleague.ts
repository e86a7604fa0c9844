import type { Role } from '@cobid/domain/person/schema.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { found, refusal } from '../http/problem.ts';

/** Gives a colleague another role. */
export async function changeRole(
  key: { organisationId: string; personId: string },
  role: Role,
): Promise<void> {
  const before = found(await memberships.findOne(key));
  if (before.role === role) return;
  found(await memberships.change(key, { set: { role } }));
  if (await hasSteward(key.organisationId)) return;
  await memberships.change(key, { set: { role: before.role } });
  throw refusal('last_steward');
}

/** Takes a colleague out of an organisation. */
export async function removeColleague(key: { organisationId: string; personId: string }): Promise<void> {
  const before = found(await memberships.findOne(key));
  await memberships.remove(key);
  if (await hasSteward(key.organisationId)) return;
  await memberships.insertIfNew(before);
  throw refusal('last_steward');
}

/**
 * Looked at after the write and taken back if need be: of two stewards who step down at the same moment a check
 * before the write would let both go.
 */
async function hasSteward(organisationId: string): Promise<boolean> {
  return (await memberships.count({ organisationId, role: 'steward' })) > 0;
}
