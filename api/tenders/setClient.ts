import { isAtLeast } from '@cobid/domain/actor.ts';
import { mayEditTender } from '@cobid/domain/tender/policy.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { changeTender } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure, refusal } from '../http/problem.ts';
import type { SignedInActor } from '../http/route.ts';
import { readTender } from './readTender.ts';
import { ensureVersion, written } from './writtenTender.ts';

/** Gives a draft that was begun without a client to one whose bidder the person is. */
export async function setClient(
  actor: SignedInActor,
  tenderId: string,
  { version, organisationId }: { version: number; organisationId: string },
): Promise<TenderRecord> {
  const tender = await readTender(actor, tenderId);
  ensure(mayEditTender(actor, tender), { state: tender.state });
  if (tender.clientId !== null) {
    throw refusal('wrong_state', { state: tender.state, detail: 'This tender has a client already.' });
  }
  await ensureBinds(actor.personId, organisationId);
  ensureVersion(tender, version);
  const changed = await changeTender(
    { id: tender.id, states: ['draft'], version },
    { set: { clientId: organisationId } },
  );
  return written(changed, tender.id);
}

async function ensureBinds(personId: string, organisationId: string): Promise<void> {
  const [membership, organisation] = await Promise.all([
    memberships.findOne({ personId, organisationId }),
    organisations.findById(organisationId),
  ]);
  if (membership === null || organisation === null) throw refusal('needs_member');
  if (!organisation.isClient) throw refusal('needs_client');
  if (!isAtLeast(membership.role, 'bidder')) throw refusal('needs_bidder');
}
