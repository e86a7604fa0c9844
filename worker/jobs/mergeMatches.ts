import { completersIn } from '@cobid/domain/matching/completers.ts';
import { byScore } from '@cobid/domain/matching/index/topList.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { after } from '@cobid/platform/clock.ts';
import {
  matchesToMerge,
  removeOutdatedMatches,
  storeCompleters,
} from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { HINTS_AFTER_MS, markMatched, tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { Context, Handler } from '../context.ts';
import { opportunityMails } from './opportunityMails.ts';
import { wantMails } from './wantMails.ts';

/** Co-ops that are told at once who could complete them. */
const BATCH = 500;

/**
 * When every part of the co-ops is matched: finds who could complete whom, wants the mails, and marks the tender as
 * matched. Does nothing for a version that is not wanted any more.
 */
export const mergeMatches: Handler<'mergeMatches'> = async ({ tenderId, version }, context) => {
  const tender = await tenders.findById(tenderId);
  if (tender?.needsMatching !== true || tender.matching?.version !== version) return;
  const now = context.clock();
  if (tenderStateAt(tender, now) === 'open') await mergeAll(tender, version, now, context);
  await markMatched(tenderId, version, now);
  await context.queues.nudge('findWorthAsking', {}, { at: after(now, HINTS_AFTER_MS) });
};

async function mergeAll(tender: TenderRecord, version: number, now: Date, context: Context): Promise<void> {
  const [stored, { lambda }] = await Promise.all([matchesToMerge(tender.id, version), mainNetwork()]);
  const found = stored.toSorted(byScore);
  const completersOf = completersIn(tender.content.requirements, found);
  for (let after = 0; after < found.length; after += BATCH) {
    const batch = found.slice(after, after + BATCH);
    await storeCompleters(
      tender.id,
      batch.map((match) => ({ coopId: match.coopId, completers: completersOf(match) })),
    );
  }
  await wantMails(await opportunityMails(tender, version, found, { lambda, now }), context);
  await removeOutdatedMatches(tender.id, version);
}
