import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { readBinders, readOrganisations } from '../readReader.ts';
import type { ReadBy } from '../readReader.ts';

/** A tender in the eyes of one co-op and one of its people. */
export interface KnownOpportunity {
  delivery: DeliveryRecord;
  tender: TenderRecord;
  coopId: string;
  readBy: ReadBy;
  match: MatchRecord | null;
  /** The co-op, the client, and those who could complete it; others may be among them. */
  organisations: ReadonlyMap<string, OrganisationRecord>;
}

/**
 * What mails about tenders tell, by delivery, or why there is nothing to tell. Six reads for each tender, however many
 * mails: a tender's go out by the hundred.
 */
export async function readOpportunities(
  deliveries: readonly DeliveryRecord[],
  now: Date,
): Promise<Map<string, KnownOpportunity | { moot: string }>> {
  const byTender = new Map<string, DeliveryRecord[]>();
  const read = new Map<string, KnownOpportunity | { moot: string }>();
  for (const delivery of deliveries) {
    const { tenderId, coopId } = delivery.refs;
    if (tenderId === undefined || coopId === undefined) {
      read.set(delivery.id, { moot: 'names no tender or co-op' });
    } else byTender.set(tenderId, [...(byTender.get(tenderId) ?? []), delivery]);
  }
  for (const [tenderId, about] of byTender) {
    for (const known of await readOf(tenderId, about, now)) read.set(...known);
  }
  return read;
}

async function readOf(
  tenderId: string,
  deliveries: readonly DeliveryRecord[],
  now: Date,
): Promise<[string, KnownOpportunity | { moot: string }][]> {
  const coopIds = [...new Set(deliveries.flatMap(({ refs }) => refs.coopId ?? []))];
  const [tender, readers, found, answers] = await Promise.all([
    tenders.findById(tenderId),
    readBinders(deliveries),
    matches.find({ tenderId, coopId: oneOf(coopIds) }, { without: ['changes', 'ineligibilities'] }),
    responses.find({ tenderId, coopId: oneOf(coopIds) }, { without: ['history'] }),
  ]);
  if (tender === null || tenderStateAt(tender, now) !== 'open') {
    return deliveries.map(({ id }) => [id, { moot: 'not open any more' }]);
  }
  const matchOf = new Map(found.map((match) => [match.coopId, match]));
  const answered = new Set(answers.map(({ coopId }) => coopId));
  const completers = found.flatMap((match) => match.completers.map(({ coopId }) => coopId));
  const organisations = await readOrganisations([tender.clientId, ...coopIds, ...completers]);
  return deliveries.map((delivery) => {
    const { coopId = '' } = delivery.refs;
    const readBy = readers.get(delivery.id);
    if (answered.has(coopId)) return [delivery.id, { moot: 'answered' }];
    if (readBy === undefined) return [delivery.id, { moot: 'may not answer for the co-op any more' }];
    const match = matchOf.get(coopId) ?? null;
    return [delivery.id, { delivery, tender, coopId, readBy, match, organisations }];
  });
}
