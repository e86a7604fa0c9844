/** One who can give units (half days) to some needs; `can` is a bit mask of them. */
export interface Giver {
  can: number;
  units: number;
}

export interface Flow {
  /** given[giver][need] in units. */
  given: Int32Array[];
  /** What each need still lacks. */
  unmet: number[];
  /**
   * For each need that lacks something, the bit mask of needs that together want more than all who can do any of
   * them have (a Hall violator): nothing helps but another giver for one of these.
   */
  short: number[];
}

/**
 * Gives units to needs by maximum flow over augmenting paths. Needs are filled in their order and a later one never
 * takes from what an earlier one has got; among givers with spare units those named first in `preferred` come first.
 */
export function maxFlow(
  demands: readonly number[],
  givers: readonly Giver[],
  preferred?: readonly (readonly number[])[],
): Flow {
  const spare = givers.map((giver) => giver.units);
  const given = givers.map(() => new Int32Array(demands.length));
  const unmet = [...demands];
  const short: number[] = [];

  demands.forEach((_, need) => {
    for (const giver of preferred?.[need] ?? []) {
      const units = Math.min(unmet[need] ?? 0, spare[giver] ?? 0);
      give(giver, need, units);
      use(giver, need, units);
    }
    while ((unmet[need] ?? 0) > 0) {
      const seen = augment(need);
      if (seen === 0) continue;
      short.push(seen);
      break;
    }
  });
  return { given, unmet, short };

  function give(giver: number, need: number, units: number): void {
    const row = given[giver];
    if (row !== undefined) row[need] = (row[need] ?? 0) + units;
  }

  function use(giver: number, need: number, units: number): void {
    spare[giver] = (spare[giver] ?? 0) - units;
    unmet[need] = (unmet[need] ?? 0) - units;
  }

  /** Searches a giver with spare units, over others that could hand a need on; returns 0, or the needs seen in vain. */
  function augment(source: number): number {
    const needs = [source];
    const overGiver = new Int32Array(demands.length).fill(-1);
    const fromNeed = new Int32Array(givers.length).fill(-1);
    let seen = 1 << source;
    for (let at = 0; at < needs.length; at += 1) {
      const need = needs[at] ?? source;
      for (let giver = 0; giver < givers.length; giver += 1) {
        if (fromNeed[giver] !== -1 || ((givers[giver]?.can ?? 0) & (1 << need)) === 0) continue;
        fromNeed[giver] = need;
        if ((spare[giver] ?? 0) > 0) {
          push(source, giver, fromNeed, overGiver);
          return 0;
        }
        for (let other = 0; other < demands.length; other += 1) {
          if ((given[giver]?.[other] ?? 0) === 0 || (seen & (1 << other)) !== 0) continue;
          seen |= 1 << other;
          overGiver[other] = giver;
          needs.push(other);
        }
      }
    }
    return seen;
  }

  /** Moves as many units as the path from the source to the last giver lets through. */
  function push(source: number, last: number, fromNeed: Int32Array, overGiver: Int32Array): void {
    const steps: { giver: number; need: number; before: number }[] = [];
    for (let giver = last; giver !== -1;) {
      const need = fromNeed[giver] ?? source;
      const before = need === source ? -1 : (overGiver[need] ?? -1);
      steps.push({ giver, need, before });
      giver = before;
    }
    const units = steps.reduce(
      (least, { need, before }) => (before === -1 ? least : Math.min(least, given[before]?.[need] ?? 0)),
      Math.min(spare[last] ?? 0, unmet[source] ?? 0),
    );
    for (const { giver, need, before } of steps) {
      give(giver, need, units);
      if (before !== -1) give(before, need, -units);
    }
    use(last, source, units);
  }
}
