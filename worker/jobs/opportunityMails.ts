import type { WantedDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import { ensureMailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { whoHears } from '@cobid/platform/telling/whoHears.ts';
import type { MayHear } from '@cobid/platform/telling/whoHears.ts';
import { orderHearers } from './orderHearers.ts';

/**
 * The mails that tell of a tender at once: one for each person who hears now, and version of the tender, in the order in
 * which they are told. `bestFirst` has to be all who were matched. For those who hear in a digest it is seen to that they
 * have one; what is in it is found out when it is due.
 */
export async function opportunityMails(
  tender: TenderRecord,
  version: number,
  bestFirst: readonly MayHear[],
  order: { lambda: number; now: Date },
): Promise<WantedDelivery[]> {
  const { now } = order;
  const all = await whoHears(tender, bestFirst, now);
  const hearers = await orderHearers(all, { id: tender.id, version }, order);
  const inDigest = hearers.filter(({ telling }) => telling.when === 'digest');
  if (inDigest.length > 0) {
    const people = inDigest.map(({ person }) => person);
    await ensureMailSettings(people, (await mainNetwork()).id, now);
  }
  return hearers.flatMap(({ person, coopId, telling }): WantedDelivery[] =>
    telling.when === 'now'
      ? [
          {
            key: `opportunity:${tender.id}:${version}:${person.id}`,
            kind: 'opportunity',
            personId: person.id,
            email: person.email,
            refs: { tenderId: tender.id, coopId },
            notBefore: telling.at,
          },
        ]
      : [],
  );
}
