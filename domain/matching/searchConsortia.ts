import type { Budget } from './budget.ts';
import { toUnits } from './consortium.ts';
import type { Consortium, ConsortiumCoop, ConsortiumRequirement } from './consortium.ts';
import { byRank, keepBest } from './consortiumOrder.ts';
import type { Rank } from './consortiumOrder.ts';
import { coordinationCost } from './coordinationCost.ts';
import { greedyCover } from './greedyCover.ts';
import { canDo, shareParts } from './shareParts.ts';
import { smallestCovers } from './smallestCovers.ts';

/** A consortium question in a fixed order, so that the order of its input can't matter. */
export interface ConsortiumSearch {
  musts: readonly ConsortiumRequirement[];
  shoulds: readonly ConsortiumRequirement[];
  coops: readonly ConsortiumCoop[];
  include: readonly string[];
  most: number;
  limit: number;
  jointWork: ReadonlySet<string>;
  budget: Budget;
}

/** The smallest consortia for some of the musts, best first. */
export interface Found {
  consortia: { rank: Rank; consortium: Consortium }[];
  lowerBound: number;
  isProved: boolean;
  isComplete: boolean;
}

export function searchConsortia(search: ConsortiumSearch, musts: readonly ConsortiumRequirement[]): Found {
  const { include, limit, most, budget } = search;
  const coops = search.coops.filter(
    (coop) => include.includes(coop.id) || (canDo(coop, musts) !== 0 && toUnits(coop.freeDays) > 0),
  );
  const problem = {
    demands: musts.map((must) => toUnits(must.days)),
    coops: coops.map((coop) => ({ can: canDo(coop, musts), units: toUnits(coop.freeDays), fit: coop.fit })),
    include: coops.flatMap((coop, index) => (include.includes(coop.id) ? [index] : [])),
  };
  const membersOf = (set: readonly number[]) => set.flatMap((index) => coops[index] ?? []);
  const keeper = keepBest(limit, (set) => rankOf(search, membersOf(set)));
  const covers = smallestCovers(problem, { most, budget, keeper });
  const greedy = covers.isProved ? undefined : greedyCover(problem, most);
  return {
    consortia: (greedy === undefined ? covers.sets : [greedy]).map((set) => ({
      rank: rankOf(search, membersOf(set)),
      consortium: consortiumOf(search, musts, membersOf(set)),
    })),
    lowerBound: covers.lowerBound,
    isProved: covers.isProved || greedy?.length === covers.lowerBound,
    isComplete: covers.isComplete,
  };
}

/** Of several searches with equally many musts: those with fewest members, best first; undefined when none found any. */
export function bestOf(all: readonly Found[], limit: number): Found | undefined {
  const found = all.filter(({ consortia }) => consortia.length > 0);
  if (found.length === 0) return undefined;
  const everything = found.flatMap(({ consortia }) => consortia);
  const size = Math.min(...everything.map(({ consortium }) => consortium.members.length));
  return {
    consortia: everything
      .filter(({ consortium }) => consortium.members.length === size)
      .toSorted((a, b) => byRank(a.rank, b.rank))
      .slice(0, limit),
    lowerBound: Math.min(...all.map(({ lowerBound }) => lowerBound)),
    isProved: all.every(({ isProved }) => isProved),
    isComplete: all.every(({ isComplete }) => isComplete),
  };
}

function rankOf(search: ConsortiumSearch, members: readonly ConsortiumCoop[]): Rank {
  return {
    fit: members.reduce((sum, member) => sum + member.fit, 0),
    coordination: coordinationCost(members, search.jointWork),
    exposure: members.reduce((sum, member) => sum + (member.exposure ?? 0), 0),
    ids: members.map((member) => member.id).join(' '),
  };
}

/** The consortium of some co-ops (in the order of ids) for some of the musts: who does what, and what stays open. */
export function consortiumOf(
  search: ConsortiumSearch,
  musts: readonly ConsortiumRequirement[],
  coops: readonly ConsortiumCoop[],
): Consortium {
  const placeOf = ({ id }: ConsortiumCoop) => search.include.indexOf(id) + 1 || search.include.length + 1;
  const members = coops.toSorted((a, b) => placeOf(a) - placeOf(b));
  const { parts, uncoveredShoulds } = shareParts(musts, search.shoulds, members);
  const { fit, coordination } = rankOf(search, coops);
  return {
    members: members.map((member, index) => ({
      id: member.id,
      parts: parts[index] ?? [],
      days: (parts[index] ?? []).reduce((sum, part) => sum + part.days, 0),
      freeDays: member.freeDays,
      fit: member.fit,
    })),
    uncoveredMusts: search.musts.filter((must) => !musts.includes(must)).map((must) => must.id),
    uncoveredShoulds,
    fit,
    coordination,
  };
}
