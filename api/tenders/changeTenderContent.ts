import type { z } from 'zod';
import type { Actor } from '@cobid/domain/actor.ts';
import { mayEditTender } from '@cobid/domain/tender/policy.ts';
import { tenderContent } from '@cobid/domain/tender/schema.ts';
import type { tenderChange } from '@cobid/domain/tender/schema.ts';
import { changeTender, derivedFrom } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure } from '../http/problem.ts';
import { readTender } from './readTender.ts';
import { refuseUnknownSkills } from './refuseUnknownSkills.ts';
import { ensureVersion, written } from './writtenTender.ts';

/** Changes some fields of a draft, on the version that the writer saw. */
export async function changeTenderContent(
  actor: Actor,
  tenderId: string,
  { version, content: change }: z.output<typeof tenderChange>,
): Promise<TenderRecord> {
  const tender = await readTender(actor, tenderId);
  ensure(mayEditTender(actor, tender), { state: tender.state });
  ensureVersion(tender, version);
  const content = tenderContent.parse({ ...tender.content, ...change });
  await refuseUnknownSkills(content, '/content');
  const changed = await changeTender(
    { id: tender.id, states: ['draft'], version },
    { set: { content, ...derivedFrom(content) } },
  );
  return written(changed, tender.id);
}
