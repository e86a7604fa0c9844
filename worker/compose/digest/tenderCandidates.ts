import { coversAllMusts } from '@cobid/domain/mail/coversAllMusts.ts';
import type { DigestCandidate } from '@cobid/domain/mail/digestItems.ts';
import { mustHear } from '@cobid/domain/matching/mustHear.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { ToldFacts } from '@cobid/platform/mongo/models/telling.ts';
import type { PartnerCall } from '@cobid/platform/opportunities/partnerCalls.ts';
import { tenderSubject } from '@cobid/platform/telling/factsOfTender.ts';
import type { DigestReader } from './readReaders.ts';
import type { Work } from './readWork.ts';

/** What could stand in a digest, with what is told of it. */
export interface KnownCandidate extends DigestCandidate {
  tender: TenderRecord;
  match: MatchRecord;
  /** Who looks for partners; none where the tender itself is told. */
  calls: PartnerCall[];
}

/** The tenders that could be told to a reader for one of their co-ops. */
export function tenderCandidates(
  coopId: string,
  { delivery, person, organisationIds }: DigestReader,
  work: Work,
  toldOf: ToldFacts,
): KnownCandidate[] {
  return work.matchesOf(coopId).flatMap((match) => {
    const known = work.open.get(match.tenderId);
    if (known === undefined || !mustHear(match, known.tender.content)) return [];
    const { tender, facts } = known;
    return [
      {
        about: 'tender',
        tenderId: tender.id,
        coopId,
        tender,
        match,
        calls: [],
        facts,
        order: match.score + work.liftOf(coopId, tender.id),
        deadline: tender.deadline ?? tender.createdAt,
        coversAllMusts: coversAllMusts(match, tender.content),
        toldFacts: toldOf(person.id, tenderSubject(tender.id), delivery.id),
        // Who has answered for one of their co-ops knows the tender.
        hasAnswered: organisationIds.some((id) => work.answerOf(id, tender.id) !== null),
      },
    ];
  });
}
