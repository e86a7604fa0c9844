import { toDays, toUnits } from './consortium.ts';
import type { ConsortiumCoop, ConsortiumRequirement } from './consortium.ts';
import { maxFlow } from './maxFlow.ts';
import { COVERING_STRENGTH } from './requirementFit.ts';

/** Who does what, in days, in the order of the members. */
export interface Shared {
  parts: { requirementId: string; days: number }[][];
  uncoveredShoulds: string[];
}

/**
 * Shares the given musts among members that can do them, then each should that still fits, smallest first. The first
 * member takes what it can; after that the strongest at each requirement comes first. A should never costs a must.
 */
export function shareParts(
  musts: readonly ConsortiumRequirement[],
  shoulds: readonly ConsortiumRequirement[],
  members: readonly ConsortiumCoop[],
): Shared {
  const taken = [...musts];
  const uncoveredShoulds: string[] = [];
  for (const should of shoulds.toSorted((a, b) => a.days - b.days || (a.id < b.id ? -1 : 1))) {
    // Needs are filled in their order, so that what a must lacks is no reason to leave out a should.
    if (flowOf([...taken, should], members).unmet.at(-1) === 0) taken.push(should);
    else uncoveredShoulds.push(should.id);
  }
  const { given } = flowOf(taken, members);
  return {
    parts: members.map((_, member) =>
      taken.flatMap((requirement, need) => {
        const units = given[member]?.[need] ?? 0;
        return units > 0 ? [{ requirementId: requirement.id, days: toDays(units) }] : [];
      }),
    ),
    uncoveredShoulds,
  };
}

function flowOf(requirements: readonly ConsortiumRequirement[], members: readonly ConsortiumCoop[]) {
  return maxFlow(
    requirements.map((requirement) => toUnits(requirement.days)),
    members.map((member) => ({ can: canDo(member, requirements), units: toUnits(member.freeDays) })),
    requirements.map((requirement) => preferred(requirement, members)),
  );
}

/** Bit mask of the requirements that a co-op covers. */
export function canDo(coop: ConsortiumCoop, requirements: readonly ConsortiumRequirement[]): number {
  return requirements.reduce(
    (mask, requirement, need) => (covers(coop, requirement) ? mask | (1 << need) : mask),
    0,
  );
}

export function covers(coop: ConsortiumCoop, requirement: ConsortiumRequirement): boolean {
  return strength(coop, requirement) >= COVERING_STRENGTH;
}

function strength(coop: ConsortiumCoop | undefined, requirement: ConsortiumRequirement): number {
  return coop?.strengths[requirement.id] ?? 0;
}

function preferred(requirement: ConsortiumRequirement, members: readonly ConsortiumCoop[]): number[] {
  const able = members.flatMap((member, index) => (covers(member, requirement) ? [index] : []));
  return able.toSorted((a, b) => {
    if (a === 0 || b === 0) return a - b;
    return strength(members[b], requirement) - strength(members[a], requirement) || a - b;
  });
}
