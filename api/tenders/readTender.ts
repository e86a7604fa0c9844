import type { Actor } from '@cobid/domain/actor.ts';
import { mayReadTender } from '@cobid/domain/tender/policy.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure, found } from '../http/problem.ts';

/** The tender, where the actor may know that it exists; 404 otherwise. */
export async function readTender(actor: Actor, tenderId: string): Promise<TenderRecord> {
  const tender = found(await tenders.findById(tenderId));
  ensure(mayReadTender(actor, tender));
  return tender;
}
