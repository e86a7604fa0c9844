import { liveRevision } from '@cobid/domain/bid/frozen.ts';
import { bids, toBid } from '../mongo/models/bid.ts';
import { not } from '../mongo/filter.ts';
import { organisations, profileChanged } from '../mongo/models/organisation.ts';
import type { TenderRecord } from '../mongo/models/tender.ts';

/**
 * Work that a client called done is a reference that a co-op can't give itself: each skill that a winning seat
 * delivered gains one, if the co-op holds it (domain rules, section 4, `ev`). Once per tender and skill, however
 * often this is repeated.
 */
export async function verifyReferences(tender: TenderRecord, now: Date): Promise<void> {
  const winner = tender.award === null ? null : await bids.findById(tender.award.bidId);
  const seats = winner === null ? [] : (liveRevision(toBid(winner))?.content.seats ?? []);
  const skillOf = new Map(tender.content.requirements.map(({ id, skill }) => [id, skill]));
  for (const { coopId, parts } of seats) {
    const skills = new Set(parts.flatMap(({ requirementId }) => skillOf.get(requirementId) ?? []));
    for (const skill of skills) await verifyReference(coopId, skill, `${tender.id} ${skill}`, now);
  }
}

async function verifyReference(coopId: string, skill: string, reference: string, now: Date): Promise<void> {
  const { set, inc } = profileChanged(now);
  await organisations.change(
    { id: coopId, 'profile.skills.skill': skill, references: not(reference) },
    {
      set,
      inc: { ...inc, 'profile.skills.$.verifiedReferences': 1 },
      addToSet: { references: reference },
    },
  );
}
