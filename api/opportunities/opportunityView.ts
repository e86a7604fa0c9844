import { completersIn } from '@cobid/domain/matching/completers.ts';
import type { Completer } from '@cobid/domain/matching/completers.ts';
import { gapsOf } from '@cobid/domain/matching/gaps.ts';
import { groundsInWords } from '@cobid/domain/matching/groundsInWords.ts';
import { matchCoop } from '@cobid/domain/matching/matchCoop.ts';
import type { CoopMatch } from '@cobid/domain/matching/matchCoop.ts';
import { mustHear } from '@cobid/domain/matching/mustHear.ts';
import type { Weights } from '@cobid/domain/matching/weights.ts';
import { lackInWords } from '@cobid/domain/opportunity/matchInWords.ts';
import { partnerParts } from '@cobid/domain/opportunity/partnerParts.ts';
import type { MatchView, OpportunityView } from '@cobid/domain/opportunity/schema.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { tenderCardOf } from '@cobid/domain/tender/tenderCard.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { liveBidsOf } from '@cobid/platform/mongo/models/bid.ts';
import { bestMatchesOf, matches } from '@cobid/platform/mongo/models/match.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { withClientName } from '@cobid/platform/mongo/withClientNames.ts';
import type { NamedTender } from '@cobid/platform/mongo/withClientNames.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import { partnerCalls } from '@cobid/platform/opportunities/partnerCalls.ts';
import type { PartnerCall } from '@cobid/platform/opportunities/partnerCalls.ts';
import { responseViewOf } from './responseView.ts';

/** The best of those that were matched are enough to find who could complete somebody. */
const MOST_HELPERS = 300;

/** A tender in the eyes of one co-op: how it fits and why, what it answered, and its own bid where it is in one. */
export async function opportunityViewOf(
  tender: TenderRecord,
  coop: CoopRecord,
  now: Date,
): Promise<OpportunityView> {
  const key = { tenderId: tender.id, coopId: coop.id };
  const [named, stored, response, calls, [bid], { weights }] = await Promise.all([
    withClientName(tender),
    matches.findOne(key),
    responses.findOne(key),
    partnerCalls([tender.id]),
    liveBidsOf(coop.id, tender.id),
    mainNetwork(),
  ]);
  const match = currentMatch(named, coop, { stored, weights }, now);
  const completers = stored?.completers ?? (await completersOf(tender, coop, match));
  const partners = partnersFor(tender, coop, match, calls);
  const gaps = gapsOf(tender.content.requirements, match.requirements);
  const refOf = await organisationRefs([
    tender.clientId,
    ...[...completers, ...partners].map(({ coopId }) => coopId),
  ]);
  return {
    tender: tenderCardOf(tender, tender.clientId === null ? null : refOf(tender.clientId), now),
    requirements: tender.content.requirements.map((requirement) => {
      const { id, skill, priority, level, days } = requirement;
      const lacks = lackInWords(requirement, gaps[id]);
      return { id, skill, priority, level, days, label: skillLabel(skill), lacks };
    }),
    match: {
      ...match,
      terms: match.terms.map(({ grounds, ...term }) => ({ ...term, evidence: groundsInWords(grounds) })),
      completers: completers.map(({ coopId, requirementIds }) => ({ coop: refOf(coopId), requirementIds })),
    },
    response: response === null ? null : await responseViewOf(response),
    partnerCalls: partners.map(({ coopId, requirementIds }) => ({ coop: refOf(coopId), requirementIds })),
    bidId: bid?.id ?? null,
  };
}

/** Told to those alone who have to hear of the tender, and who could help. */
function partnersFor(
  { content }: TenderRecord,
  { id }: CoopRecord,
  match: CoopMatch,
  calls: readonly PartnerCall[],
): Completer[] {
  if (!mustHear(match, content)) return [];
  return calls
    .filter(({ coopId }) => coopId !== id)
    .map(({ coopId, missing }) => ({
      coopId,
      requirementIds: partnerParts(content.requirements, missing, match.missing).map((part) => part.id),
    }))
    .filter(({ requirementIds }) => requirementIds.length > 0);
}

/** While the tender is open the match is that of the profile as it is now; afterwards it stays what it was. */
function currentMatch(
  tender: NamedTender,
  coop: CoopRecord,
  { stored, weights }: { stored: MatchRecord | null; weights: Weights },
  now: Date,
): CoopMatch {
  if (stored !== null && tenderStateAt(tender, now) !== 'open') return stored;
  return matchCoop(coop, tender, now, weights);
}

/** Those that could complete a co-op whose match is not stored, since it is not eligible or covers nothing. */
async function completersOf(
  { id, content }: TenderRecord,
  coop: CoopRecord,
  { missing }: Pick<MatchView, 'missing'>,
): Promise<Completer[]> {
  if (missing.length === content.requirements.length) return [];
  return completersIn(
    content.requirements,
    await bestMatchesOf(id, MOST_HELPERS),
  )({ coopId: coop.id, missing });
}
