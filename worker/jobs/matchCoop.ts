import { completersIn } from '@cobid/domain/matching/completers.ts';
import { matchCoop as matchOf } from '@cobid/domain/matching/matchCoop.ts';
import { findCoop, markCoopMatched } from '@cobid/platform/mongo/models/organisation.ts';
import { eligibleMatchesOf, storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { openTenders } from '@cobid/platform/mongo/models/tender.ts';
import type { Handler } from '../context.ts';

/** Those that close first; an installation with more open tenders at once has a long list anyway. */
const MOST = 500;

/**
 * Matches one co-op to every open tender, after its profile changed: so that a co-op that has just joined finds what
 * it could do, and one that learned something new finds more. Mails nobody.
 */
export const matchCoop: Handler<'matchCoop'> = async ({ coopId }, { clock }) => {
  const coop = await findCoop(coopId);
  if (coop?.needsMatching !== true) return;
  const now = clock();
  const tenders = await openTenders(now, MOST);
  const others = await eligibleMatchesOf(tenders.map(({ id }) => id));
  await storeMatches(
    tenders.map((tender) => {
      const match = { coopId, ...matchOf(coop, tender, now) };
      const completers = completersIn(
        tender.content.requirements,
        others.filter(({ tenderId }) => tenderId === tender.id),
      )(match);
      return { ...match, completers, tenderId: tender.id, tenderVersion: tender.version, createdAt: now };
    }),
  );
  await markCoopMatched(coopId, coop.profileVersion);
};
