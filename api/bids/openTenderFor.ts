import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { mayReadTender } from '@cobid/domain/tender/policy.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure, found, refusal } from '../http/problem.ts';
import type { ActingActor } from '../http/route.ts';

/** An open tender that the acting co-op has said yes to: only then does it see who else could take part. */
export async function openTenderFor(tenderId: string, actor: ActingActor, now: Date): Promise<TenderRecord> {
  const coopId = actor.acting.organisationId;
  const tender = found(await tenders.findById(tenderId));
  ensure(mayReadTender(actor, tender));
  if (tender.clientId === coopId) throw refusal('own_tender');
  if (tenderStateAt(tender, now) !== 'open') throw refusal('deadline_passed', { state: tender.state });
  const response = await responses.findOne({ tenderId, coopId });
  if (response?.answer !== 'yes' && response?.answer !== 'yes_if') throw refusal('answer_first');
  return tender;
}
