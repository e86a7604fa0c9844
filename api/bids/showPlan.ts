import { planConsortium } from '@cobid/domain/matching/planConsortium.ts';
import type { PlanOption } from '@cobid/domain/matching/planConsortium.ts';
import type { PlanOptionView, PlanView } from '@cobid/domain/opportunity/schema.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import { invalid } from '../http/problem.ts';
import type { ActingActor } from '../http/route.ts';
import { coopPool } from './coopPool.ts';
import { openTenderFor } from './openTenderFor.ts';

/** What a consortium of the acting co-op and these others could do, and what each next step would make of it. */
export async function showPlan(
  tenderId: string,
  memberIds: readonly string[],
  actor: ActingActor,
  now: Date,
): Promise<PlanView> {
  const coopId = actor.acting.organisationId;
  const tender = await openTenderFor(tenderId, actor, now);
  const pool = await coopPool(tender, [coopId], now);
  const wanted = new Set(memberIds.filter((id) => id !== coopId));
  const members = pool.others.filter(({ id }) => wanted.has(id));
  if (members.length < wanted.size) {
    throw invalid([{ pointer: '/members', message: 'holds a co-op that does not take part in this tender' }]);
  }
  const plan = planConsortium({
    requirements: pool.requirements,
    members: [...pool.own, ...members],
    others: pool.others.filter(({ id }) => !wanted.has(id)),
    jointWork: pool.jointWork,
  });
  const refOf = await organisationRefs([
    ...plan.members.flatMap(({ id, swaps }) => [id, ...swaps.map((swap) => swap.coopId)]),
    ...plan.additions.map((addition) => addition.coopId),
  ]);
  const optionOf = ({ coopId: id, fit, missingDays }: PlanOption): PlanOptionView => ({
    coop: refOf(id),
    fit,
    missingDays,
  });
  return {
    ...plan,
    members: plan.members.map(({ id, swaps, ...member }) => ({
      ...member,
      coop: refOf(id),
      swaps: swaps.map(optionOf),
    })),
    additions: plan.additions.map(optionOf),
  };
}
