import type { NetworkMatch } from '@cobid/domain/matching/matchNetwork.ts';
import type { WantedDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import { bindersOf } from '@cobid/platform/mongo/models/membership.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';

/**
 * The mails that tell of a tender: to everybody who may answer for an eligible co-op that covers something of it and
 * wants to hear, unless the co-op has answered. One for each person and version of the tender; who belongs to several
 * co-ops hears on behalf of the one that fits best.
 */
export async function opportunityMails(
  tender: Pick<TenderRecord, 'id' | 'content'>,
  version: number,
  coops: readonly CoopRecord[],
  bestFirst: readonly NetworkMatch[],
): Promise<WantedDelivery[]> {
  const settings = new Map(coops.map((coop) => [coop.id, coop.profile.notification]));
  const answered = new Set((await responses.find({ tenderId: tender.id })).map(({ coopId }) => coopId));
  const told = bestFirst.filter((match) => {
    const { coopId, isEligible, missing } = match;
    const coversSomething = missing.length < tender.content.requirements.length;
    return (
      isEligible &&
      coversSomething &&
      !answered.has(coopId) &&
      wantsToHear(settings.get(coopId), match, tender)
    );
  });
  const binders = await bindersOf(told.map(({ coopId }) => coopId));
  const mails = new Map<string, WantedDelivery>();
  for (const { coopId } of told) {
    for (const { person } of binders.filter(({ organisationId }) => organisationId === coopId)) {
      const key = `opportunity:${tender.id}:${version}:${person.id}`;
      const refs = { tenderId: tender.id, coopId };
      if (!mails.has(key))
        mails.set(key, { key, kind: 'opportunity', personId: person.id, email: person.email, refs });
    }
  }
  return [...mails.values()];
}

function wantsToHear(
  setting: CoopRecord['profile']['notification'] | undefined,
  { missing }: NetworkMatch,
  { content }: Pick<TenderRecord, 'content'>,
): boolean {
  if (setting === 'every') return true;
  const coversAllMusts = content.requirements.every(
    ({ id, priority }) => priority !== 'must' || !missing.includes(id),
  );
  return setting === 'all_musts' && coversAllMusts;
}
