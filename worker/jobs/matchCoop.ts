import { completersIn } from '@cobid/domain/matching/completers.ts';
import { matchWithoutChanges } from '@cobid/domain/matching/matchCoop.ts';
import { mustHear } from '@cobid/domain/matching/mustHear.ts';
import { removeMatchesOf, storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { ensureMailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { bindersOf } from '@cobid/platform/mongo/models/membership.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { findCoop, markCoopMatched } from '@cobid/platform/mongo/models/organisation.ts';
import { openTenders } from '@cobid/platform/mongo/models/tender.ts';
import { withClientNames } from '@cobid/platform/mongo/withClientNames.ts';
import type { Handler } from '../context.ts';

/** Those that close first; an installation with more open tenders at once has a long list anyway. */
const MOST = 500;

/**
 * Matches one co-op to every open tender, after its profile changed: so that a co-op that has just joined finds what it
 * could do, and one that learned something new finds more. Mails nobody at once; its people hear of them in their next
 * digest.
 */
export const matchCoop: Handler<'matchCoop'> = async ({ coopId }, { clock, profiles }) => {
  const coop = await findCoop(coopId);
  if (coop?.needsMatching !== true) return;
  const now = clock();
  const [tenders, index, { weights }] = await Promise.all([
    openTenders(now, MOST).then(withClientNames),
    profiles.upToDate(),
    mainNetwork(),
  ]);
  const fitting = tenders
    .map((tender) => ({ tender, match: { coopId, ...matchWithoutChanges(coop, tender, now, weights) } }))
    .filter(({ tender, match }) => mustHear(match, tender.content));
  await storeMatches(
    fitting.map(({ tender, match }) => {
      const others = index.coverers({ tender, weights, now });
      const completersOf = completersIn(tender.content.requirements, others);
      const completers = completersOf(match);
      return { ...match, completers, tenderId: tender.id, tenderVersion: tender.version, createdAt: now };
    }),
  );
  const fits = new Set(fitting.map(({ tender }) => tender.id));
  await removeMatchesOf(
    coopId,
    tenders.map(({ id }) => id).filter((id) => !fits.has(id)),
  );
  await ensureDigests(coopId, now);
  await markCoopMatched(coopId, coop.profileVersion);
};

async function ensureDigests(coopId: string, now: Date): Promise<void> {
  const binders = await bindersOf([coopId]);
  const network = await mainNetwork();
  await ensureMailSettings(
    binders.map(({ person }) => person),
    network.id,
    now,
  );
}
