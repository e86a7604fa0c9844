import { awayOn, localTime, nextDelivery } from '@cobid/domain/mail/deliveryTime.ts';
import { digestItems } from '@cobid/domain/mail/digestItems.ts';
import { nextDigest } from '@cobid/domain/mail/nextDigest.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { toldFacts } from '@cobid/platform/mongo/models/telling.ts';
import type { ToldFacts } from '@cobid/platform/mongo/models/telling.ts';
import { tenderSubject } from '@cobid/platform/telling/factsOfTender.ts';
import { moot } from '../composer.ts';
import type { Composed, ComposeTools, Composer } from '../composer.ts';
import { ownWork } from './ownWork.ts';
import type { OwnWork } from './ownWork.ts';
import { readReaders } from './readReaders.ts';
import type { DigestReader } from './readReaders.ts';
import { callSubject, partnerCandidates } from './partnerCandidates.ts';
import { readWork } from './readWork.ts';
import type { Work } from './readWork.ts';
import { tenderCandidates } from './tenderCandidates.ts';
import type { KnownCandidate } from './tenderCandidates.ts';
import { writeDigests } from './writeDigests.ts';

/** What one digest says, before names and links are known. */
export interface DigestPlan {
  reader: DigestReader;
  items: ReturnType<typeof digestItems<KnownCandidate>>['items'];
  more: number;
  own: OwnWork;
}

/**
 * Composes many digests at once, as those of one hour are mostly about the same tenders: the number of reads and
 * writes does not depend on how many there are. What they tell is recorded before they go out.
 */
export async function composeDigests(
  digests: readonly DeliveryRecord[],
  tools: ComposeTools,
): Promise<Map<string, Composed>> {
  if (digests.length === 0) return new Map();
  const readers = await readReaders(digests);
  const coopIds = [...new Set([...readers.values()].flatMap(({ organisationIds }) => organisationIds))];
  const work = await readWork(coopIds, tools.now);
  const toldOf = await toldFacts(
    [...readers.values()].map(({ person }) => person.id),
    [...work.open.keys()].flatMap((id) => [tenderSubject(id), ...work.callsFor(id).map(callSubject)]),
  );
  const composed = new Map<string, Composed>();
  const plans: DigestPlan[] = [];
  for (const { id } of digests) {
    const reader = readers.get(id);
    const plan = reader === undefined ? moot('nobody to read it') : planOf(reader, work, toldOf, tools.now);
    if ('reader' in plan) plans.push(plan);
    else composed.set(id, plan);
  }
  const contents = await writeDigests(plans, work, tools);
  for (const { reader, items } of plans) {
    const { id } = reader.delivery;
    const content = contents.get(id);
    if (content === undefined) continue;
    const setting = reader.settings.frequency;
    composed.set(id, {
      content,
      onRecord:
        items.length === 0
          ? { setting, isOnOwnBids: true }
          : {
              setting,
              items: items.map(({ candidate: { tenderId, coopId } }) => ({ tenderId, coopId })),
            },
    });
  }
  return composed;
}

/** The same for one. */
export const composeDigest: Composer = async (delivery, tools) =>
  (await composeDigests([delivery], tools)).get(delivery.id) ?? moot('nobody to read it');

function planOf(reader: DigestReader, work: Work, toldOf: ToldFacts, now: Date): DigestPlan | Composed {
  const { settings, person, organisationIds } = reader;
  const nextDigestAt = nextDigest(settings, person.zone, now);
  if (nextDigestAt === null) return moot('switched off');
  if (awayOn(settings, localTime(now, person.zone).day) !== null) return moot('a pause began');
  const deliveryAt = nextDelivery(settings, person.zone, now);
  if (deliveryAt > now) return { notBefore: deliveryAt };
  const candidates = organisationIds.flatMap((coopId) => [
    ...tenderCandidates(coopId, reader, work, toldOf),
    ...partnerCandidates(coopId, reader, work, toldOf),
  ]);
  const { items, more } = digestItems(candidates, { settings, zone: person.zone }, now);
  const own = ownWork(organisationIds, work, nextDigestAt);
  return items.length === 0 && !own.isLastCall ? moot('nothing new') : { reader, items, more, own };
}
