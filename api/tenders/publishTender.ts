import type { Actor } from '@cobid/domain/actor.ts';
import { mayPublish } from '@cobid/domain/tender/policy.ts';
import { tenderProblems } from '@cobid/domain/tender/problems.ts';
import { changeTender } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure, invalid } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { readTender } from './readTender.ts';
import { ensureVersion, written } from './writtenTender.ts';

/**
 * Publishes a complete draft. The same write records that it has to be matched, and opened after its deadline; the
 * queue is told afterwards and may be away.
 */
export async function publishTender(
  actor: Actor,
  tenderId: string,
  version: number,
  { now, services }: { now: Date; services: Pick<Services, 'queues'> },
): Promise<TenderRecord> {
  const tender = await readTender(actor, tenderId);
  ensure(mayPublish(actor, tender, now), { state: tender.state });
  ensureVersion(tender, version);
  const problems = tenderProblems(tender.content, now);
  const { deadline } = tender;
  if (problems.length > 0 || deadline === null) throw invalid(problems, '/content');
  const changed = await changeTender(
    { id: tender.id, states: ['draft'], version },
    {
      set: {
        state: 'open',
        publishedAt: now,
        matching: { wantedAt: now, doneAt: null, version: version + 1 },
        needsMatching: true,
        closing: { wantedAt: deadline, doneAt: null },
        needsClosing: true,
      },
      push: { events: { at: now, actorId: actor.personId, from: 'draft', to: 'open', note: '' } },
    },
  );
  const published = await written(changed, tender.id);
  await Promise.all([
    services.queues.nudge('matchTender', { tenderId }),
    services.queues.nudge('closeTender', { tenderId }, { at: deadline }),
  ]);
  return published;
}
