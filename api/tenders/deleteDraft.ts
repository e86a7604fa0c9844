import type { Actor } from '@cobid/domain/actor.ts';
import { mayEditTender } from '@cobid/domain/tender/policy.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { ensure } from '../http/problem.ts';
import { readTender } from './readTender.ts';
import { ensureVersion, written } from './writtenTender.ts';

/** Deletes a draft; what has been published stays. */
export async function deleteDraft(actor: Actor, tenderId: string, version: number): Promise<void> {
  const tender = await readTender(actor, tenderId);
  ensure(mayEditTender(actor, tender), { state: tender.state });
  ensureVersion(tender, version);
  const removed = await tenders.remove({ id: tender.id, state: 'draft', version });
  if (removed === 0) await written(null, tender.id);
}
