import { eligibility } from '@cobid/domain/matching/eligibility.ts';
import { fit } from '@cobid/domain/matching/fit.ts';
import type { Ineligibility, OpportunityCard } from '@cobid/domain/opportunity/schema.ts';
import { publicTenderStates } from '@cobid/domain/tender/lifecycle.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { from, oneOf } from '@cobid/platform/mongo/filter.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { withClientNames } from '@cobid/platform/mongo/withClientNames.ts';
import { opportunityCardsOf } from './opportunityCards.ts';

const LOOK_BACK_MS = days(365);
const MOST_TENDERS = 300;
const MOST_SHOWN = 20;

/** What says nothing of the profile: that a tender is over, and that the co-op is taking a break. */
const passing: readonly Ineligibility['code'][] = ['deadline_passed', 'paused'];

/** Tenders of the last year of which the co-op could do at least a part with the profile it has now, best fit first. */
export async function listWouldHaveMatched(coop: CoopRecord, now: Date): Promise<OpportunityCard[]> {
  const { weights } = await mainNetwork();
  const recent = await tenders.find(
    { state: oneOf(publicTenderStates), publishedAt: from(after(now, -LOOK_BACK_MS)) },
    { sort: { publishedAt: -1 }, limit: MOST_TENDERS, without: ['events', 'searchWords'] },
  );
  const matched = (await withClientNames(recent))
    .filter((tender) => eligibility(coop, tender, now).every(({ code }) => passing.includes(code)))
    .map((tender) => ({ tender, match: fit(coop, tender, weights, now) }))
    .filter(({ tender, match }) => match.missing.length < tender.content.requirements.length)
    .toSorted((a, b) => b.match.score - a.match.score || (a.tender.id < b.tender.id ? -1 : 1))
    .slice(0, MOST_SHOWN);
  const tenderIds = matched.map(({ tender }) => tender.id);
  const answered = await responses.find(
    { coopId: coop.id, tenderId: oneOf(tenderIds) },
    { without: ['history'] },
  );
  const answerOf = new Map(answered.map(({ tenderId, answer }) => [tenderId, answer]));
  return opportunityCardsOf(
    matched.map((each) => ({ ...each, answer: answerOf.get(each.tender.id) ?? null })),
    coop.id,
    now,
  );
}
