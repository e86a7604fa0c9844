import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { withClientName } from '@cobid/platform/mongo/withClientNames.ts';
import type { Handler } from '../context.ts';
import { matchStored } from './matchStored.ts';

/**
 * Matches a tender to one part of the co-ops and stores those matches; who could complete whom, and who is told, is
 * found when all parts are there (see mergeMatches).
 */
export const matchPart: Handler<'matchPart'> = async ({ tenderId, version, part, parts }, context) => {
  const stored = await tenders.findById(tenderId);
  if (stored?.needsMatching !== true || stored.matching?.version !== version) return;
  const now = context.clock();
  if (tenderStateAt(stored, now) !== 'open') return;
  const [index, tender, { weights }] = await Promise.all([
    context.profiles.upToDate(),
    withClientName(stored),
    mainNetwork(),
  ]);
  const proposed = index.coverers({ tender, weights, now, partition: { part, parts } });
  for await (const found of matchStored(tender, proposed, { weights, now })) {
    await storeMatches(
      found.map((match) => ({ tenderId, tenderVersion: version, createdAt: now, completers: [], ...match })),
    );
  }
};
