import { addedUp } from './addedUp.ts';
import { budgetOf } from './budget.ts';
import { cheapestGains } from './cheapestGains.ts';
import { toDays, toUnits } from './consortium.ts';
import type { ConsortiumCoop, ConsortiumRequirement } from './consortium.ts';
import type { ChangeStep, ConsortiumChange } from './consortiumChange.ts';
import { maxFlow } from './maxFlow.ts';
import { canDo } from './shareParts.ts';
import { smallestConsortia } from './smallestConsortia.ts';
import type { ConsortiumAnswer, ConsortiumQuestion } from './smallestConsortia.ts';

/** Ends the search for gains at the same place each time; networks of 500 take some 100 ms for so many. */
const MOST_STEPS = 3000;

/**
 * What would make an impossible consortium possible, each tried by another search: the cheapest change at the co-ops
 * there are (a gap closed, days kept free), a newcomer with what is missing, or more members where all have the
 * skills and the days but are too many. Empty where it is possible, and where nothing was found within the limits.
 */
export function cheapestChanges(question: ConsortiumQuestion, answer: ConsortiumAnswer): ConsortiumChange[] {
  if (answer.proof !== 'impossible') return [];
  const isTooLarge = answer.obstacles.every(({ missingDays }) => missingDays === 0);
  const found = isTooLarge ? [moreMembers(question)] : [atTheCoops(question), newcomer(question, answer)];
  return found.flatMap((change) => change ?? []);
}

/** The question after a change, to be asked again. */
export function withChange(question: ConsortiumQuestion, steps: readonly ChangeStep[]): ConsortiumQuestion {
  return steps.reduce(withStep, question);
}

function withStep(question: ConsortiumQuestion, step: ChangeStep): ConsortiumQuestion {
  if (step.kind === 'size') return { ...question, most: step.size };
  if (step.kind === 'newcomer') {
    const strengths = Object.fromEntries(step.requirementIds.map((id) => [id, 1]));
    const id = `newcomer ${question.coops.length}`;
    return { ...question, coops: [...question.coops, { id, strengths, freeDays: step.days, fit: 0 }] };
  }
  return {
    ...question,
    coops: question.coops.map((coop) => (coop.id === step.coopId ? changed(coop, step) : coop)),
  };
}

function changed(
  coop: ConsortiumCoop,
  step: Exclude<ChangeStep, { kind: 'size' | 'newcomer' }>,
): ConsortiumCoop {
  if (step.kind === 'days') return { ...coop, freeDays: coop.freeDays + step.days };
  return { ...coop, strengths: { ...coop.strengths, [step.requirementId]: 1 } };
}

function atTheCoops(question: ConsortiumQuestion): ConsortiumChange | undefined {
  const musts = question.requirements.filter(({ priority }) => priority === 'must');
  const coops = question.coops.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const include = question.include ?? [];
  const cheapest = cheapestGains(musts, coops, include, budgetOf({ steps: MOST_STEPS }));
  if (cheapest === undefined) return undefined;
  const gains = cheapest.gains.map(({ coop, need, gap }): ChangeStep => ({
    ...gap,
    coopId: coops[coop]?.id ?? '',
    requirementId: musts[need]?.id ?? '',
  }));
  const after = withChange({ ...question, coops }, gains);
  return tried(question, [...gains, ...moreDays(musts, after.coops, include)], cheapest);
}

/** The missing days at as few co-ops as a greedy choice finds: those come first that can take on most of them. */
function moreDays(
  musts: readonly ConsortiumRequirement[],
  coops: readonly ConsortiumCoop[],
  include: readonly string[],
): ChangeStep[] {
  const demands = musts.map((must) => toUnits(must.days));
  const total = demands.reduce((sum, units) => sum + units, 0);
  const givers = coops.map((coop) => ({ can: canDo(coop, musts), units: toUnits(coop.freeDays) }));
  const byPreference = [...coops.keys()].sort(
    (a, b) =>
      Number(include.includes(coops[b]?.id ?? '')) - Number(include.includes(coops[a]?.id ?? '')) ||
      (coops[b]?.fit ?? 0) - (coops[a]?.fit ?? 0) ||
      a - b,
  );
  const steps: ChangeStep[] = [];
  for (let missing = missingOf(); missing > 0; missing = missingOf()) {
    const best = bestTaker(missing);
    if (best === undefined) return [];
    const giver = givers[best.index];
    const coop = coops[best.index];
    if (giver === undefined || coop === undefined) return [];
    giver.units += best.units;
    steps.push({ kind: 'days', coopId: coop.id, days: toDays(best.units) });
  }
  return steps;

  function missingOf(): number {
    return maxFlow(demands, addedUp(givers)).unmet.reduce((sum, units) => sum + units, 0);
  }

  /** What more days at one co-op bring depends only on what it covers, and is the same however many it gets. */
  function bestTaker(missing: number): { index: number; units: number } | undefined {
    const seen = new Set<number>();
    let best: { index: number; units: number } | undefined;
    for (const index of byPreference) {
      const can = givers[index]?.can ?? 0;
      if (can === 0 || seen.has(can)) continue;
      seen.add(can);
      const { unmet } = maxFlow(demands, addedUp([...givers, { can, units: total }]));
      const units = missing - unmet.reduce((sum, each) => sum + each, 0);
      if (units > (best?.units ?? 0)) best = { index, units };
    }
    return best;
  }
}

function newcomer(
  question: ConsortiumQuestion,
  { obstacles }: ConsortiumAnswer,
): ConsortiumChange | undefined {
  const lacking = obstacles.filter(({ missingDays }) => missingDays > 0);
  const requirementIds = [...new Set(lacking.flatMap((obstacle) => obstacle.requirementIds))];
  const days = lacking.reduce((sum, { missingDays }) => sum + missingDays, 0);
  return tried(question, [{ kind: 'newcomer', requirementIds, days }], { cost: days, isProved: true });
}

function moreMembers(question: ConsortiumQuestion): ConsortiumChange | undefined {
  const { size, isProved } = searched({ ...question, most: question.coops.length });
  return size === undefined ? undefined : tried(question, [{ kind: 'size', size }], { cost: 0, isProved });
}

/** Only what another search confirms is told. */
function tried(
  question: ConsortiumQuestion,
  steps: ChangeStep[],
  { cost, isProved }: { cost: number; isProved: boolean },
): ConsortiumChange | undefined {
  const { size } = searched(withChange(question, steps));
  return size === undefined ? undefined : { steps, cost, size, isCheapest: isProved };
}

function searched(question: ConsortiumQuestion): { size: number | undefined; isProved: boolean } {
  const { proof, consortia } = smallestConsortia({ ...question, limit: 1 });
  const found = consortia[0];
  const isWhole = found !== undefined && found.uncoveredMusts.length === 0;
  return { size: isWhole ? found.members.length : undefined, isProved: proof === 'proved_smallest' };
}
