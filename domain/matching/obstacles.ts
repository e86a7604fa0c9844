import { toDays, toUnits } from './consortium.ts';
import type { ConsortiumCoop, ConsortiumRequirement, Obstacle } from './consortium.ts';
import { demandOf } from './coverProblem.ts';
import { maxFlow } from './maxFlow.ts';
import { canDo } from './shareParts.ts';

/** What stands in the way when all co-ops together can't do the musts; empty when they can. */
export function obstacles(
  musts: readonly ConsortiumRequirement[],
  coops: readonly ConsortiumCoop[],
): Obstacle[] {
  const demands = musts.map((must) => toUnits(must.days));
  const givers = coops.map((coop) => ({ can: canDo(coop, musts), units: toUnits(coop.freeDays) }));
  const { short } = maxFlow(demands, givers);
  return merged(short).map((needs) => {
    const able = givers.filter((giver) => (giver.can & needs) !== 0);
    const free = able.reduce((sum, giver) => sum + giver.units, 0);
    return obstacle(
      musts.filter((_, need) => (needs & (1 << need)) !== 0),
      { able: able.length, wanted: toDays(demandOf(demands, needs)), free: toDays(free) },
    );
  });
}

/** Sets of needs that share one become one: the days missing are missing among all of them. */
function merged(sets: readonly number[]): number[] {
  return sets.reduce<number[]>((groups, set) => {
    const touching = groups.filter((group) => (group & set) !== 0);
    const union = touching.reduce((all, group) => all | group, set);
    return [...groups.filter((group) => !touching.includes(group)), union];
  }, []);
}

function obstacle(
  group: readonly ConsortiumRequirement[],
  found: { able: number; wanted: number; free: number },
): Obstacle {
  const names = listed(group.map((must) => must.label ?? must.id));
  const of = {
    requirementId: group[0]?.id ?? '',
    requirementIds: group.map(({ id }) => id),
    missingDays: found.wanted - found.free,
  };
  if (found.able === 0) {
    return {
      ...of,
      sentence: `No co-op covers ${names}. One that does, with ${days(found.wanted)} free, would change that.`,
    };
  }
  return {
    ...of,
    sentence:
      `${days(found.wanted)} are wanted for ${names}, and the co-ops that can do it have ${days(found.free)} free: ` +
      `${days(found.wanted - found.free)} are missing.`,
  };
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
