import { addedUp } from './addedUp.ts';
import type { Budget } from './budget.ts';
import type { Giver } from './maxFlow.ts';
import { maxFlow } from './maxFlow.ts';

/**
 * The sets of needs (bit masks) that all givers together can do, grouped by how many needs are left out, fewest first.
 * Needs that nobody can do are left out of all; givers that can do the same are added up, so that a check costs little.
 */
export function* coverableSets(
  demands: readonly number[],
  givers: readonly Giver[],
  budget: Budget,
): Generator<number[]> {
  const kinds = addedUp(givers);
  const doable = kinds.reduce((mask, kind) => (kind.units > 0 ? mask | kind.can : mask), 0);
  const needs = [...demands.keys()].filter((need) => (doable & (1 << need)) !== 0);
  for (let left = 0; left < needs.length; left += 1) {
    yield [...leavingOut(needs, left, doable)].filter((set) => {
      if (left > 0 && !budget.spend()) return false;
      const wanted = demands.map((units, need) => ((set & (1 << need)) === 0 ? 0 : units));
      return maxFlow(wanted, kinds).short.length === 0;
    });
  }
}

/** All sets without `left` of the needs, in a fixed order. */
function* leavingOut(needs: readonly number[], left: number, mask: number, from = 0): Generator<number> {
  if (left === 0) {
    yield mask;
    return;
  }
  for (let at = from; at <= needs.length - left; at += 1) {
    yield* leavingOut(needs, left - 1, mask & ~(1 << (needs[at] ?? 0)), at + 1);
  }
}
