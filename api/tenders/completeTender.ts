import type { Actor } from '@cobid/domain/actor.ts';
import { mayComplete } from '@cobid/domain/tender/policy.ts';
import { changeTender } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { readTender } from './readTender.ts';
import { tellAll } from './tellAll.ts';
import { ensureVersion, written } from './writtenTender.ts';

/** Records that the work of an awarded tender is done; its consortium and the client get a mail. */
export async function completeTender(
  actor: Actor,
  tenderId: string,
  version: number,
  { now, services }: { now: Date; services: Pick<Services, 'queues'> },
): Promise<TenderRecord> {
  const tender = await readTender(actor, tenderId);
  ensure(mayComplete(actor, tender, now), { state: tender.state });
  ensureVersion(tender, version);
  const changed = await changeTender(
    { id: tender.id, states: ['awarded'], version },
    {
      set: { state: 'completed', needsFollowing: true },
      push: {
        events: { at: now, actorId: actor.personId, from: 'awarded', to: 'completed', note: '' },
      },
    },
  );
  const completed = await written(changed, tender.id);
  await tellAll(completed, { now, services });
  return completed;
}
