import { performance } from 'node:perf_hooks';
import { cheapestChanges } from '@cobid/domain/matching/cheapestChanges.ts';
import { changeInWords } from '@cobid/domain/matching/changeInWords.ts';
import type { ConsortiumChange } from '@cobid/domain/matching/consortiumChange.ts';
import { COVERING_STRENGTH } from '@cobid/domain/matching/requirementFit.ts';
import { smallestConsortia } from '@cobid/domain/matching/smallestConsortia.ts';
import type { SuggestionsView } from '@cobid/domain/opportunity/schema.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import type { RefOf } from '@cobid/platform/mongo/organisationRefs.ts';
import { readWorthAsking } from '@cobid/platform/pastWork/worthAsking.ts';
import type { ActingActor } from '../http/route.ts';
import { coopPool } from './coopPool.ts';
import type { CoopPool } from './coopPool.ts';
import { openTenderFor } from './openTenderFor.ts';

/** Somebody waits for the page: after this long the best so far is shown, and called that. */
const PATIENCE_MS = 800;
/** For each of the few searches that try what would change it. */
const CHANGE_PATIENCE_MS = 300;
const MOST_OTHERS = 100;

/** The smallest consortia around the acting co-op that cover the musts within free days (domain rules, section 4). */
export async function suggestConsortia(
  tenderId: string,
  actor: ActingActor,
  now: Date,
): Promise<SuggestionsView> {
  const coopId = actor.acting.organisationId;
  const tender = await openTenderFor(tenderId, actor, now);
  const pool = await coopPool(tender, [coopId], now);
  const question = {
    requirements: pool.requirements,
    coops: [...pool.own, ...pool.others],
    include: [coopId],
    jointWork: pool.jointWork,
    clock: () => performance.now(),
  };
  const answer = smallestConsortia({ ...question, timeLimitMs: PATIENCE_MS });
  const changes = cheapestChanges({ ...question, timeLimitMs: CHANGE_PATIENCE_MS }, answer);
  const missing = answer.obstacles.flatMap(({ requirementIds }) => requirementIds);
  const others = pool.others.slice(0, MOST_OTHERS);
  const refOf = await organisationRefs([
    ...answer.consortia.flatMap(({ members }) => members.map(({ id }) => id)),
    ...changes.flatMap(({ steps }) => steps.flatMap((step) => ('coopId' in step ? step.coopId : []))),
    ...others.map(({ id }) => id),
  ]);
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
    isComplete: answer.isComplete,
    obstacles: answer.obstacles.map(({ requirementId, sentence }) => ({ requirementId, sentence })),
    worthAsking: await worthAskingFor(tender, missing, coopId, now),
    changes: changes.map((change) => changeView(change, coopId, refOf, pool)),
    others: others.map(({ id, fit: score, strengths }) => ({
      coop: refOf(id),
      fit: score,
      covers: pool.requirements
        .filter((requirement) => (strengths[requirement.id] ?? 0) >= COVERING_STRENGTH)
        .map((requirement) => requirement.id),
    })),
  };
}

/** Where something is missing: who did such work, and could be asked whether it can do it. */
async function worthAskingFor(
  tender: TenderRecord,
  missing: readonly string[],
  coopId: string,
  now: Date,
): Promise<SuggestionsView['worthAsking']> {
  if (missing.length === 0) return [];
  const hints = await readWorthAsking([{ tender, requirementIds: missing, without: [coopId] }], now);
  return tender.content.requirements.flatMap(({ id, skill }) => {
    const coops = hints(tender.id, id) ?? [];
    return coops.length === 0 ? [] : [{ requirementId: id, label: skillLabel(skill), coops }];
  });
}

function changeView(
  change: ConsortiumChange,
  coopId: string,
  refOf: RefOf,
  { requirements }: CoopPool,
): SuggestionsView['changes'][number] {
  const labelOf = new Map(requirements.map(({ id, label }) => [id, label]));
  const sentence = changeInWords(change, {
    nameOf: (id) => (id === coopId ? null : refOf(id).name),
    labelOf: (id) => labelOf.get(id) ?? id,
  });
  return { sentence, size: change.size, isCheapest: change.isCheapest };
}
