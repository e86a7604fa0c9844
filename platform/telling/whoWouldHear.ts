import { matchNetwork } from '@cobid/domain/matching/matchNetwork.ts';
import { someCoops } from '../mongo/models/organisation.ts';
import type { TenderRecord } from '../mongo/models/tender.ts';
import { withClientName } from '../mongo/withClientNames.ts';
import { whoHears } from './whoHears.ts';
import type { Hearer } from './whoHears.ts';

/** More co-ops than these take longer than somebody waits for an answer. */
const MOST = 2000;

/**
 * Who would hear of a tender if it were published now, by the same rules; nothing is written. `isAll` is false where
 * the installation has more co-ops than were looked at.
 */
export async function whoWouldHear(
  tender: TenderRecord,
  now: Date,
): Promise<{ hearers: Hearer[]; isAll: boolean }> {
  const coops = await someCoops(MOST + 1);
  const found = matchNetwork(coops.slice(0, MOST), await withClientName(tender), now);
  return { hearers: await whoHears(tender, found, now), isAll: coops.length <= MOST };
}
