import { completersIn } from '@cobid/domain/matching/completers.ts';
import type { Coverer } from '@cobid/domain/matching/index/coverersOf.ts';
import { byScore } from '@cobid/domain/matching/index/topList.ts';
import { matchWithoutChanges } from '@cobid/domain/matching/matchCoop.ts';
import { mustHear } from '@cobid/domain/matching/mustHear.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { removeOutdatedMatches, storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { coopsByIds } from '@cobid/platform/mongo/models/organisation.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { markMatched, tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { Context, Handler } from '../context.ts';
import { opportunityMails } from './opportunityMails.ts';
import { wantMails } from './wantMails.ts';

/** Co-ops whose matches are in memory at once. */
const BATCH = 500;

/**
 * Matches a published tender to every co-op, stores the matches of those that have to hear of it with their
 * explanation, and wants a mail for each person who should. Each step can be repeated: whoever dies on the way leaves
 * the need behind, and the next one does it all again without doubling anything.
 */
export const matchTender: Handler<'matchTender'> = async ({ tenderId }, context) => {
  const tender = await tenders.findById(tenderId);
  const need = tender?.needsMatching === true ? tender.matching : null;
  if (tender === null || need === null) return;
  const now = context.clock();
  if (tenderStateAt(tender, now) === 'open') await matchAll(tender, need.version, now, context);
  await markMatched(tender.id, need.version, now);
};

/** The index finds who may have to hear of it; the formula, on the profiles as they are stored, has the last word. */
async function matchAll(tender: TenderRecord, version: number, now: Date, context: Context): Promise<void> {
  const [index, { weights, lambda }] = await Promise.all([context.profiles.upToDate(), mainNetwork()]);
  const coverers = index.coverers({ tender, weights, now });
  const completersOf = completersIn(tender.content.requirements, coverers);
  // Best fit first, since who belongs to several co-ops hears on behalf of the best.
  for (let at = 0; at < coverers.length; at += BATCH) {
    const coops = await coopsByIds(idsOf(coverers.slice(at, at + BATCH)));
    const found = coops
      .map((coop) => ({ coopId: coop.id, ...matchWithoutChanges(coop, tender, now, weights) }))
      .filter((match) => mustHear(match, tender.content))
      .map((match) => ({ ...match, completers: completersOf(match) }))
      .toSorted(byScore);
    await storeMatches(
      found.map((match) => ({ tenderId: tender.id, tenderVersion: version, createdAt: now, ...match })),
    );
    await wantMails(await opportunityMails(tender, version, found, { after: at, lambda, now }), context);
  }
  await removeOutdatedMatches(tender.id, version);
}

function idsOf(coverers: readonly Coverer[]): string[] {
  return coverers.map(({ coopId }) => coopId);
}
