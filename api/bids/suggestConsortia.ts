import { performance } from 'node:perf_hooks';
import { mayReadTender } from '@cobid/domain/tender/policy.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { strengthsOf } from '@cobid/domain/matching/consortium.ts';
import type { ConsortiumCoop } from '@cobid/domain/matching/consortium.ts';
import { fit } from '@cobid/domain/matching/fit.ts';
import { smallestConsortia } from '@cobid/domain/matching/smallestConsortia.ts';
import { publishedWeights } from '@cobid/domain/matching/weights.ts';
import type { SuggestionsView } from '@cobid/domain/opportunity/schema.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { findCoop } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import { ensure, found, refusal } from '../http/problem.ts';
import type { ActingActor } from '../http/route.ts';

const MOST_SUGGESTIONS = 5;
/** Somebody waits for the page: after this long the best so far is shown, and called that. */
const PATIENCE_MS = 800;

/** The smallest consortia around the acting co-op that cover the musts within free days (domain rules, section 4). */
export async function suggestConsortia(
  tenderId: string,
  actor: ActingActor,
  now: Date,
): Promise<SuggestionsView> {
  const coopId = actor.acting.organisationId;
  const tender = found(await tenders.findById(tenderId));
  ensure(mayReadTender(actor, tender));
  if (tender.clientId === coopId) throw refusal('own_tender');
  if (tenderStateAt(tender, now) !== 'open') throw refusal('deadline_passed', { state: tender.state });
  const response = await responses.findOne({ tenderId, coopId });
  if (response?.answer !== 'yes' && response?.answer !== 'yes_if') throw refusal('answer_first');

  const { content } = tender;
  const coops = [await ownOf(coopId, tender, now), ...(await othersOf(coopId, tender))];
  const answer = smallestConsortia({
    requirements: content.requirements.map(({ id, priority, days, skill }) => ({
      id,
      priority,
      days,
      label: skillLabel(skill),
    })),
    coops,
    include: [coopId],
    limit: MOST_SUGGESTIONS,
    clock: () => performance.now(),
    timeLimitMs: PATIENCE_MS,
  });
  const refOf = await organisationRefs(
    answer.consortia.flatMap((consortium) => consortium.members.map((member) => member.id)),
  );
  return {
    suggestions: answer.consortia.map(({ members, uncoveredMusts, uncoveredShoulds }) => ({
      members: members.map(({ id, fit: score, parts, days, freeDays }) => ({
        coop: refOf(id),
        fit: score,
        parts,
        days,
        freeDays,
      })),
      size: members.length,
      uncoveredMusts,
      uncoveredShoulds,
    })),
    proof: answer.proof,
    lowerBound: answer.lowerBound,
    obstacles: answer.obstacles,
  };
}

/** The lead itself, by its profile of this moment. */
async function ownOf(coopId: string, tender: TenderRecord, now: Date): Promise<ConsortiumCoop> {
  const coop = found(await findCoop(coopId));
  const own = fit(coop, tender, publishedWeights, now);
  const { country, city } = coop;
  return { id: coop.id, strengths: strengthsOf(own), freeDays: own.freeDays, fit: own.score, country, city };
}

/** Those that were matched and have not said that they won't. */
async function othersOf(coopId: string, tender: TenderRecord): Promise<ConsortiumCoop[]> {
  const [matched, unwilling] = await Promise.all([
    matches.find({ tenderId: tender.id, isEligible: true }),
    responses.find({ tenderId: tender.id, answer: oneOf(['no', 'not_now', 'pass_to']) }),
  ]);
  const out = new Set([coopId, ...unwilling.map((response) => response.coopId)]);
  return matched
    .filter((match) => !out.has(match.coopId))
    .map((match) => ({
      id: match.coopId,
      strengths: strengthsOf(match),
      freeDays: match.freeDays,
      fit: match.score,
    }));
}
