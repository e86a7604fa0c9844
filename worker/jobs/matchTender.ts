import { matchNetwork } from '@cobid/domain/matching/matchNetwork.ts';
import type { NetworkMatch } from '@cobid/domain/matching/matchNetwork.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { coopsForMatching } from '@cobid/platform/mongo/models/organisation.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { markMatched, tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { Handler } from '../context.ts';
import { opportunityMails } from './opportunityMails.ts';
import { wantMails } from './wantMails.ts';

/** A network has up to 500 co-ops, so one read is the rule; an installation may hold many more. */
const BATCH = 1000;

/**
 * Matches a published tender to every co-op, stores the matches with their explanation, and wants a mail for each
 * person who should hear of it. Each step can be repeated: whoever dies on the way leaves the need behind, and the
 * next one does it all again without doubling anything.
 */
export const matchTender: Handler<'matchTender'> = async ({ tenderId }, context) => {
  const tender = await tenders.findById(tenderId);
  const need = tender?.needsMatching === true ? tender.matching : null;
  if (tender === null || need === null) return;
  const now = context.clock();
  if (tenderStateAt(tender, now) === 'open') {
    const coops = await allCoops();
    const found = matchNetwork(coops, tender, now);
    await storeMatches(found.map((match) => toRecord(match, tender, need.version, now)));
    await wantMails(await opportunityMails(tender, need.version, coops, found), context);
  }
  await markMatched(tender.id, need.version, now);
};

async function allCoops(): Promise<CoopRecord[]> {
  const coops: CoopRecord[] = [];
  for (;;) {
    const last = coops.at(-1);
    const batch = await coopsForMatching({
      limit: BATCH,
      ...(last === undefined ? {} : { afterId: last.id }),
    });
    coops.push(...batch);
    if (batch.length < BATCH) return coops;
  }
}

function toRecord(match: NetworkMatch, { id }: TenderRecord, tenderVersion: number, createdAt: Date) {
  return { tenderId: id, tenderVersion, createdAt, ...match };
}
