import { isTendersOwner } from '@cobid/domain/tender/policy.ts';
import { newDraft, tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { refusal } from '../http/problem.ts';
import type { SignedInActor } from '../http/route.ts';
import { readTender } from './readTender.ts';

/** Starts a draft with the content of an own tender in whatever state, but without its dates. */
export async function copyTender(actor: SignedInActor, tenderId: string, now: Date): Promise<TenderRecord> {
  const tender = await readTender(actor, tenderId);
  if (!isTendersOwner(actor, tender)) throw refusal('not_yours');
  const noDates = { questionsUntil: null, deadline: null, decisionBy: null, start: null, end: null };
  return tenders.insert(
    newDraft({
      clientId: tender.clientId,
      createdBy: actor.personId,
      content: { ...tender.content, ...noDates },
      now,
    }),
  );
}
