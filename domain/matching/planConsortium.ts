import { toDays, toUnits } from './consortium.ts';
import type { ConsortiumCoop, ConsortiumMember, ConsortiumRequirement } from './consortium.ts';
import { coordinationCost, pairKey } from './coordinationCost.ts';
import { maxFlow } from './maxFlow.ts';
import { canDo, covers, shareParts } from './shareParts.ts';

export interface PlanQuestion {
  requirements: readonly ConsortiumRequirement[];
  /** Those that are in, the lead first. */
  members: readonly ConsortiumCoop[];
  /** Those that could come in. */
  others: readonly ConsortiumCoop[];
  jointWork?: readonly (readonly [string, string])[];
}

/** What a consortium with one co-op more, less, or another instead would leave open. */
export interface PlanOption {
  coopId: string;
  /** Days of musts that would be open. */
  missingDays: number;
  fit: number;
}

export interface PlannedMember extends Omit<ConsortiumMember, 'fit'> {
  fit: number;
  /** Days of musts that would be open without it, beyond those that are open anyway; 0: it can go. */
  neededDays: number;
  /** Who could be in its place, best first. */
  swaps: PlanOption[];
}

/** A consortium that somebody puts together: who does what, what is open, and what each next step would do. */
export interface ConsortiumPlan {
  members: PlannedMember[];
  /** In the order of the requirements. */
  coverage: { requirementId: string; coveredDays: number; isCovered: boolean; isHeld: boolean }[];
  /** Days of musts that nobody in it has. */
  missingDays: number;
  additions: PlanOption[];
}

const MOST_OPTIONS = 6;

/** Plans the work for given members: musts first, then what fits of the shoulds; the lead takes what it can. */
export function planConsortium(question: PlanQuestion): ConsortiumPlan {
  const { requirements, members } = question;
  const musts = requirements.filter(({ priority }) => priority === 'must');
  const shoulds = requirements.filter(({ priority }) => priority === 'should');
  const { parts } = shareParts(musts, shoulds, members);
  const missingDays = missingOf(musts, members);
  return {
    members: members.map((member, index) => ({
      id: member.id,
      parts: parts[index] ?? [],
      days: (parts[index] ?? []).reduce((sum, part) => sum + part.days, 0),
      freeDays: member.freeDays,
      fit: member.fit,
      neededDays: missingOf(musts, without(members, index)) - missingDays,
      // The lead is whoever asks.
      swaps:
        index === 0 ? [] : options(question, musts, without(members, index)).filter(isNoWorse(missingDays)),
    })),
    coverage: requirements.map((requirement) => {
      const coveredDays = parts
        .flat()
        .filter(({ requirementId }) => requirementId === requirement.id)
        .reduce((sum, { days }) => sum + days, 0);
      return {
        requirementId: requirement.id,
        coveredDays,
        isCovered: coveredDays >= requirement.days,
        isHeld: members.some((member) => covers(member, requirement)),
      };
    }),
    missingDays,
    additions:
      missingDays === 0
        ? []
        : options(question, musts, members).filter((option) => option.missingDays < missingDays),
  };
}

function without<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_, at) => at !== index);
}

function isNoWorse(missingDays: number): (option: PlanOption) => boolean {
  return (option) => option.missingDays <= missingDays;
}

/** What each of the others would make of these members, the best first: fewest open days, fit, cost, exposure, id. */
function options(
  { others, jointWork = [] }: PlanQuestion,
  musts: readonly ConsortiumRequirement[],
  members: readonly ConsortiumCoop[],
): PlanOption[] {
  const worked = new Set(jointWork.map(([a, b]) => pairKey(a, b)));
  return others
    .filter((coop) => musts.some((must) => covers(coop, must)))
    .map((coop) => ({
      coop,
      missingDays: missingOf(musts, [...members, coop]),
      cost: coordinationCost([...members, coop], worked),
    }))
    .toSorted(
      (a, b) =>
        a.missingDays - b.missingDays ||
        b.coop.fit - a.coop.fit ||
        a.cost - b.cost ||
        (a.coop.exposure ?? 0) - (b.coop.exposure ?? 0) ||
        (a.coop.id < b.coop.id ? -1 : 1),
    )
    .slice(0, MOST_OPTIONS)
    .map(({ coop, missingDays }) => ({ coopId: coop.id, missingDays, fit: coop.fit }));
}

function missingOf(musts: readonly ConsortiumRequirement[], members: readonly ConsortiumCoop[]): number {
  const { unmet } = maxFlow(
    musts.map((must) => toUnits(must.days)),
    members.map((member) => ({ can: canDo(member, musts), units: toUnits(member.freeDays) })),
  );
  return toDays(unmet.reduce((sum, units) => sum + units, 0));
}
