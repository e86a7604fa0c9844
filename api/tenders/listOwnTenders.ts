import type { TenderCard } from '@cobid/domain/tender/schema.ts';
import type { Filter } from '@cobid/platform/mongo/filter.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { SignedInActor } from '../http/route.ts';
import { tenderCardsOf } from './tenderCards.ts';

/** The list is shown whole; nobody has more than this. */
const MOST = 200;

/** The tenders of the client that the actor acts for, and the actor's drafts without a client; newest first. */
export async function listOwnTenders({ personId, acting }: SignedInActor, now: Date): Promise<TenderCard[]> {
  const drafts: Filter<TenderRecord> = { clientId: null, createdBy: personId };
  const either = acting?.isClient === true ? [drafts, { clientId: acting.organisationId }] : [drafts];
  const found = await tenders.find(
    { either },
    { sort: { createdAt: -1, id: 1 }, limit: MOST, without: ['events', 'searchWords'] },
  );
  return tenderCardsOf(found, now);
}
