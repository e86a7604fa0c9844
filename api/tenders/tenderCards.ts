import { tenderCardOf } from '@cobid/domain/tender/tenderCard.ts';
import type { TenderCard } from '@cobid/domain/tender/schema.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';

/** Cards of tenders in the same order; their clients are read in one query. */
export async function tenderCardsOf(found: readonly TenderRecord[], now: Date): Promise<TenderCard[]> {
  const refOf = await organisationRefs(found.map((tender) => tender.clientId));
  return found.map((tender) =>
    tenderCardOf(tender, tender.clientId === null ? null : refOf(tender.clientId), now),
  );
}
