import { addedUp } from './addedUp.ts';
import type { Budget } from './budget.ts';
import { toDays, toUnits } from './consortium.ts';
import type { ConsortiumCoop, ConsortiumRequirement } from './consortium.ts';
import { costOf } from './consortiumChange.ts';
import { lowestBit } from './coverProblem.ts';
import type { Gap } from './gaps.ts';
import { maxFlow } from './maxFlow.ts';
import type { Giver } from './maxFlow.ts';
import { canDo } from './shareParts.ts';

/** A co-op (by index) that comes to cover a need (by index). */
export interface Gain {
  coop: number;
  need: number;
  gap: Gap;
}

export interface CheapestGains {
  gains: Gain[];
  /** Units that are missing after them. */
  missing: number;
  cost: number;
  isProved: boolean;
}

/**
 * Which co-ops should come to cover what, so that this and the days that are missing after it cost least. Branch and
 * bound over gains: only a co-op that comes to cover one of the needs of a Hall violator changes anything, each need
 * that nobody covers takes one, and a gain brings no more units than its co-op has.
 */
export function cheapestGains(
  musts: readonly ConsortiumRequirement[],
  coops: readonly ConsortiumCoop[],
  include: readonly string[],
  budget: Budget,
): CheapestGains | undefined {
  const demands = musts.map((must) => toUnits(must.days));
  const givers = coops.map((coop): Giver => ({ can: canDo(coop, musts), units: toUnits(coop.freeDays) }));
  const options = musts.map((must, need) =>
    coops.flatMap((coop, index) =>
      ((givers[index]?.can ?? 0) >> need) & 1 ? [] : [optionOf(coop, index, must, need)],
    ),
  );
  for (const each of options) each.sort(byPreference);
  let best: CheapestGains | undefined;
  const leastGain = Math.min(...options.map((each) => each[0]?.cost ?? Infinity));
  extend([], 0);
  return best === undefined ? undefined : { ...best, isProved: !budget.isSpent() };

  function optionOf(coop: ConsortiumCoop, index: number, must: ConsortiumRequirement, need: number) {
    const gap: Gap = coop.gaps?.[must.id] ?? { kind: 'skill', level: 1, needsPapers: false };
    return { coop: index, need, gap, cost: costOf(gap), units: givers[index]?.units ?? 0 };
  }

  function byPreference(a: ReturnType<typeof optionOf>, b: ReturnType<typeof optionOf>): number {
    const isIn = (at: number) => Number(include.includes(coops[at]?.id ?? ''));
    const fitOf = (at: number) => coops[at]?.fit ?? 0;
    return a.cost - b.cost || isIn(b.coop) - isIn(a.coop) || fitOf(b.coop) - fitOf(a.coop) || a.coop - b.coop;
  }

  function extend(gains: readonly Gain[], cost: number): void {
    if (!budget.spend()) return;
    const after = withGains(gains);
    const { unmet, short } = maxFlow(demands, addedUp(after));
    const missing = unmet.reduce((sum, units) => sum + units, 0);
    const doable = after.reduce((mask, { can }) => mask | can, 0);
    const orphans = unmet.flatMap((units, need) => (units > 0 && ((doable >> need) & 1) === 0 ? [need] : []));
    if (orphans.length === 0) keep(gains, missing, cost + toDays(missing));
    if (missing === 0) return;
    // What nobody covers has to be gained; everything else only where it is cheaper than days.
    const needs = orphans.length > 0 ? orphans.slice(0, 1) : bitsOf(short.reduce((all, set) => all | set, 0));
    const later = orphans.slice(1).reduce((sum, need) => sum + (options[need]?.[0]?.cost ?? Infinity), 0);
    for (const need of needs) {
      for (const { gap, coop, cost: more, units } of options[need] ?? []) {
        const fixed = cost + more + later;
        if (fixed >= (best?.cost ?? Infinity)) break;
        if (orphans.length === 0 && (units === 0 || isGained(gains, coop, need))) continue;
        // The rest is paid in days, or there is another gain.
        const rest = orphans.length > 1 ? 0 : Math.min(toDays(Math.max(0, missing - units)), leastGain);
        if (fixed + rest < (best?.cost ?? Infinity)) extend([...gains, { coop, need, gap }], cost + more);
      }
    }
  }

  function withGains(gains: readonly Gain[]): Giver[] {
    return givers.map((giver, index) => {
      const own = gains.filter((gain) => gain.coop === index);
      return own.length === 0
        ? giver
        : { ...giver, can: own.reduce((mask, { need }) => mask | (1 << need), giver.can) };
    });
  }

  function keep(gains: readonly Gain[], missing: number, cost: number): void {
    if (cost < (best?.cost ?? Infinity)) best = { gains: [...gains], missing, cost, isProved: false };
  }
}

function isGained(gains: readonly Gain[], coop: number, need: number): boolean {
  return gains.some((gain) => gain.coop === coop && gain.need === need);
}

function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(lowestBit(rest));
  return bits;
}
