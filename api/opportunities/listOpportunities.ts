import type { OpportunityCard } from '@cobid/domain/opportunity/schema.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { opportunityCardsOf } from './opportunityCards.ts';

/** The latest of each; what is older is neither open nor remembered. */
const MOST = 200;

/**
 * Open tenders of which the co-op can do at least a part, and those that it answered. Those that wait for an answer
 * come first, best fit first.
 */
export async function listOpportunities(coopId: string, now: Date): Promise<OpportunityCard[]> {
  const [matched, answered] = await Promise.all([
    matches.find(
      { coopId, isEligible: true },
      { sort: { createdAt: -1 }, limit: MOST, without: ['changes', 'completers'] },
    ),
    responses.find({ coopId }, { sort: { at: -1 }, limit: MOST, without: ['history'] }),
  ]);
  const matchOf = new Map(matched.map((match) => [match.tenderId, match]));
  const answerOf = new Map(answered.map((response) => [response.tenderId, response.answer]));
  const found = await tenders.findByIds([...matchOf.keys(), ...answerOf.keys()]);
  const isOpen = (tender: TenderRecord) => tenderStateAt(tender, now) === 'open';
  const items = found
    .map((tender) => ({
      tender,
      match: matchOf.get(tender.id) ?? null,
      answer: answerOf.get(tender.id) ?? null,
    }))
    .filter(({ tender, match, answer }) => {
      const canDoPart = match !== null && match.missing.length < tender.content.requirements.length;
      return answer !== null || (isOpen(tender) && canDoPart);
    })
    .toSorted(
      (a, b) =>
        Number(isOpen(b.tender)) - Number(isOpen(a.tender)) ||
        Number(a.answer !== null) - Number(b.answer !== null) ||
        (b.match?.score ?? 0) - (a.match?.score ?? 0) ||
        (a.tender.id < b.tender.id ? -1 : 1),
    );
  return opportunityCardsOf(items, coopId, now);
}
