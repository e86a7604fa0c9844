import { completersIn } from '@cobid/domain/matching/completers.ts';
import { byScore } from '@cobid/domain/matching/index/topList.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { after } from '@cobid/platform/clock.ts';
import { removeOutdatedMatches, storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { HINTS_AFTER_MS, markMatched, tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { withClientName } from '@cobid/platform/mongo/withClientNames.ts';
import type { MayHear } from '@cobid/platform/telling/whoHears.ts';
import type { Context, Handler } from '../context.ts';
import { matchStored } from './matchStored.ts';
import { opportunityMails } from './opportunityMails.ts';
import { wantMails } from './wantMails.ts';

/**
 * Matches a published tender to every co-op, stores the matches of those that have to hear of it with their
 * explanation, and wants a mail for each person who should. Each step can be repeated: whoever dies on the way leaves
 * the need behind, and the next one does it all again without doubling anything. Where the co-ops are divided into
 * parts, it only hands them out.
 */
export const matchTender: Handler<'matchTender'> = async ({ tenderId }, context) => {
  const tender = await tenders.findById(tenderId);
  const need = tender?.needsMatching === true ? tender.matching : null;
  if (tender === null || need === null) return;
  const now = context.clock();
  const { version } = need;
  const parts = context.config.MATCHING_PARTITIONS;
  if (tenderStateAt(tender, now) === 'open') {
    if (parts > 1) return handOut(tender.id, version, parts, context);
    await matchAll(tender, version, now, context);
  }
  await markMatched(tender.id, version, now);
  await context.queues.nudge('findWorthAsking', {}, { at: after(now, HINTS_AFTER_MS) });
};

async function handOut(tenderId: string, version: number, parts: number, { queues }: Context): Promise<void> {
  await queues.nudgeInParts(
    { name: 'mergeMatches', payload: { tenderId, version } },
    {
      name: 'matchPart',
      payloads: Array.from({ length: parts }, (_, part) => ({ tenderId, version, part, parts })),
    },
  );
}

/** The index finds who may have to hear of it; the formula, on the profiles as they are stored, has the last word. */
async function matchAll(tender: TenderRecord, version: number, now: Date, context: Context): Promise<void> {
  const [index, named, { weights, lambda }] = await Promise.all([
    context.profiles.upToDate(),
    withClientName(tender),
    mainNetwork(),
  ]);
  const coverers = index.coverers({ tender: named, weights, now });
  const completersOf = completersIn(tender.content.requirements, coverers);
  const bestFirst: MayHear[] = [];
  // While some are stored the next are read, and who hears of it is asked; mails are wanted once all are stored.
  let stored = Promise.resolve();
  for await (const found of matchStored(named, coverers, { weights, now })) {
    await stored;
    bestFirst.push(...found.map(withoutReasons));
    stored = storeMatches(
      found.map((match) => ({
        tenderId: tender.id,
        tenderVersion: version,
        createdAt: now,
        completers: completersOf(match),
        ...match,
      })),
    );
    // It is awaited below, unless reading fails first.
    stored.catch(() => undefined);
  }
  // All at once: the place of a co-op in the order of mails is one among all of them.
  bestFirst.sort(byScore);
  const [mails] = await Promise.all([opportunityMails(tender, version, bestFirst, { lambda, now }), stored]);
  await wantMails(mails, context);
  await removeOutdatedMatches(tender.id, version);
}

/** What is kept in memory of each match until all are there. */
function withoutReasons({ coopId, score, isEligible, missing }: MayHear): MayHear {
  return { coopId, score, isEligible, missing };
}
