import type { ConsortiumCoop, ConsortiumRequirement } from '@cobid/domain/matching/consortium.ts';
import { strengthsOf } from '@cobid/domain/matching/consortium.ts';
import { neverServed, servedShare } from '@cobid/domain/matching/exposure/served.ts';
import { fit } from '@cobid/domain/matching/fit.ts';
import { gapsOf } from '@cobid/domain/matching/gaps.ts';
import type { RequirementFit } from '@cobid/domain/opportunity/schema.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { servedSince } from '@cobid/platform/mongo/models/exposure.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { awardedSince } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { withClientName } from '@cobid/platform/mongo/withClientNames.ts';

/** Those who could be part of a bid for a tender, as the search for consortia takes them. */
export interface CoopPool {
  requirements: ConsortiumRequirement[];
  /** Those asked for, by their profiles as they are now, in the order asked for. */
  own: ConsortiumCoop[];
  /** Those that were matched and have not said that they won't, best fit first. */
  others: ConsortiumCoop[];
  matchOf: ReadonlyMap<string, MatchRecord>;
  jointWork: (readonly [string, string])[];
}

/** As many as the search is made for; a tender that fits more is answered by the best of them. */
const MOST = 500;
/** Joint work counts for three years (domain rules, section 4). */
const JOINT_WORK_MS = days(3 * 365);
const MOST_AWARDS = 500;
/** As long as it counts in the order of mails. */
const SHOWN_MS = days(365);

/** Reads who could take part in a bid for a tender, beside the co-ops that do already. */
export async function coopPool(
  tender: TenderRecord,
  ownIds: readonly string[],
  now: Date,
): Promise<CoopPool> {
  const [named, matched, unwilling, awards, { weights }] = await Promise.all([
    withClientName(tender),
    matches.find(
      { tenderId: tender.id, isEligible: true },
      { sort: { score: -1 }, limit: MOST, without: ['changes', 'completers', 'ineligibilities'] },
    ),
    responses.find({ tenderId: tender.id, answer: oneOf(['no', 'not_now', 'pass_to']) }),
    awardedSince(after(now, -JOINT_WORK_MS), MOST_AWARDS),
    mainNetwork(),
  ]);
  const out = new Set([...ownIds, ...unwilling.map(({ coopId }) => coopId)]);
  const willing = matched.filter(({ coopId }) => !out.has(coopId));
  const [ownCoops, places, served] = await Promise.all([
    organisations.findByIds(ownIds),
    organisations.find(
      { id: oneOf(willing.map(({ coopId }) => coopId)) },
      { without: ['profile', 'searchWords', 'about'] },
    ),
    servedSince(after(now, -SHOWN_MS), [...ownIds, ...willing.map(({ coopId }) => coopId)]),
  ]);
  const coopOf = new Map([...places, ...ownCoops].map((coop) => [coop.id, coop]));
  const entry = (id: string, found: Fitted): ConsortiumCoop => ({
    id,
    strengths: strengthsOf(found),
    freeDays: found.freeDays,
    fit: found.score,
    gaps: gapsOf(tender.content.requirements, found.requirements),
    country: coopOf.get(id)?.country ?? '',
    city: coopOf.get(id)?.city ?? '',
    exposure: servedShare(served.get(id) ?? neverServed),
  });
  return {
    requirements: tender.content.requirements.map(({ id, priority, days: wanted, skill }) => ({
      id,
      priority,
      days: wanted,
      label: skillLabel(skill),
    })),
    own: ownIds.flatMap((id) => {
      const coop = coopOf.get(id);
      if (coop === undefined || coop.profile === null) return [];
      return [entry(id, fit({ ...coop, profile: coop.profile }, named, weights, now))];
    }),
    others: willing.map((match) => entry(match.coopId, match)),
    matchOf: new Map(willing.map((match) => [match.coopId, match])),
    jointWork: awards.flatMap(pairsOf),
  };
}

interface Fitted {
  requirements: RequirementFit[];
  score: number;
  freeDays: number;
}

function pairsOf(coopIds: readonly string[]): (readonly [string, string])[] {
  return coopIds.flatMap((a, at) => coopIds.slice(at + 1).map((b) => [a, b] as const));
}
