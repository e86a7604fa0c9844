import { partnerParts } from '@cobid/domain/opportunity/partnerParts.ts';
import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import type { ToldFacts } from '@cobid/platform/mongo/models/telling.ts';
import type { PartnerCall } from '@cobid/platform/opportunities/partnerCalls.ts';
import type { DigestReader } from './readReaders.ts';
import type { Work } from './readWork.ts';
import { tenderCandidates } from './tenderCandidates.ts';
import type { KnownCandidate } from './tenderCandidates.ts';

const declines: readonly (Answer | null)[] = ['no', 'not_now', 'pass_to'];

/**
 * Tenders for which other co-ops look for partners, as far as one of the reader's could do what they miss: each co-op is
 * told once, and again when it looks for something else. Nobody hears of those with whom they share a bid already, or who
 * offer them a seat in it; of bids nothing else is asked.
 */
export function partnerCandidates(
  coopId: string,
  reader: DigestReader,
  work: Work,
  toldOf: ToldFacts,
): KnownCandidate[] {
  const { delivery, person, organisationIds } = reader;
  return tenderCandidates(coopId, reader, work, toldOf).flatMap((candidate) => {
    const { tender, match } = candidate;
    const known = new Set([...organisationIds, ...knownPartners(organisationIds, tender.id, work)]);
    const calls = work
      .callsFor(tender.id)
      .filter((call) => !known.has(call.coopId))
      .filter(({ missing }) => partnerParts(tender.content.requirements, missing, match.missing).length > 0)
      .filter((call) => toldOf(person.id, callSubject(call), delivery.id) !== callFacts(call));
    if (calls.length === 0) return [];
    return [
      {
        ...candidate,
        about: 'partners' as const,
        calls,
        facts: calls.map(callFacts).join(' · '),
        toldFacts: null,
        hasAnswered: organisationIds.some((id) => declines.includes(work.answerOf(id, tender.id))),
      },
    ];
  });
}

/** What a co-op's looking for partners is called in the record of what people were told. */
export function callSubject({ tenderId, coopId }: PartnerCall): string {
  return `partners:${tenderId}:${coopId}`;
}

/** What it says, as far as it is worth hearing again. */
export function callFacts({ missing }: PartnerCall): string {
  return missing.length === 0 ? 'days' : missing.join(' ');
}

function knownPartners(coopIds: readonly string[], tenderId: string, work: Work): string[] {
  const ofTender = (each: { tenderId: string }) => each.tenderId === tenderId;
  return coopIds.flatMap((coopId) => [
    ...work
      .bidsOf(coopId)
      .filter(ofTender)
      .flatMap(({ memberIds }) => memberIds),
    ...work
      .seatsOf(coopId)
      .filter(ofTender)
      .map(({ leadId }) => leadId),
  ]);
}
