import type { z } from 'zod';
import { emptyTender, tenderContent } from '@cobid/domain/tender/schema.ts';
import type { tenderStart } from '@cobid/domain/tender/schema.ts';
import { newDraft, tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { SignedInActor } from '../http/route.ts';
import { refuseUnknownSkills } from './refuseUnknownSkills.ts';

/** Starts a draft: for the client one acts for, or for one that is named later. */
export async function startTender(
  actor: SignedInActor,
  start: z.output<typeof tenderStart>,
  now: Date,
): Promise<TenderRecord> {
  const content = tenderContent.parse({ ...emptyTender, ...start });
  await refuseUnknownSkills(content, '');
  const clientId = actor.acting?.isClient === true ? actor.acting.organisationId : null;
  return tenders.insert(newDraft({ clientId, createdBy: actor.personId, content, now }));
}
