import { performance } from 'node:perf_hooks';
import { changeInWords } from '@cobid/domain/matching/changeInWords.ts';
import { cheapestChanges } from '@cobid/domain/matching/cheapestChanges.ts';
import { strengthsOf } from '@cobid/domain/matching/consortium.ts';
import { gapsOf } from '@cobid/domain/matching/gaps.ts';
import { smallestConsortia } from '@cobid/domain/matching/smallestConsortia.ts';
import type { FeasibilityView } from '@cobid/domain/network/reports.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { matchesForConsortia } from '@cobid/platform/mongo/models/match.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import { found, refusal } from '../http/problem.ts';

/** As many as the search for consortia is made for, the best fits of them. */
const MOST_COOPS = 500;
const TIME_LIMIT_MS = 1000;

/**
 * Whether the co-ops that were matched to an open tender could do it together, and what would make it possible. Read
 * from matches alone: neither answers nor bids say anything here.
 */
export async function showFeasibility(tenderId: string, now: Date): Promise<FeasibilityView> {
  const tender = found(await tenders.findById(tenderId));
  if (tenderStateAt(tender, now) !== 'open') throw refusal('not_found');
  const { requirements } = tender.content;
  const matched = await matchesForConsortia(tenderId, MOST_COOPS);
  const question = {
    requirements: requirements.map(({ id, priority, days, skill }) => ({
      id,
      priority,
      days,
      label: skillLabel(skill),
    })),
    coops: matched.map((match) => ({
      id: match.coopId,
      strengths: strengthsOf(match),
      freeDays: match.freeDays,
      fit: match.score,
      gaps: gapsOf(requirements, match.requirements),
    })),
    limit: 1,
    clock: () => performance.now(),
    timeLimitMs: TIME_LIMIT_MS,
  };
  const answer = smallestConsortia(question);
  const changes = cheapestChanges(question, answer);
  const refOf = await organisationRefs(
    changes.flatMap(({ steps }) => steps.flatMap((step) => ('coopId' in step ? step.coopId : []))),
  );
  const labels = new Map(question.requirements.map(({ id, label }) => [id, label]));
  return {
    size: answer.proof === 'impossible' ? null : (answer.consortia[0]?.members.length ?? null),
    obstacles: answer.obstacles.map(({ sentence }) => sentence),
    changes: changes.map((change) => ({
      sentence: changeInWords(change, {
        nameOf: (coopId) => refOf(coopId).name,
        labelOf: (id) => labels.get(id) ?? id,
      }),
      isCheapest: change.isCheapest,
    })),
  };
}
