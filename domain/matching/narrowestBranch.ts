import type { Cut } from './cut.ts';

/**
 * The co-ops to branch on: those that can matter to the unmet cut with fewest of them. With `left` members to add and
 * a deficit d, one of them gives at least d/left. Nobody where a cut is out of reach; 'met' where all cuts are met.
 */
export function narrowestBranch(
  cuts: readonly Cut[],
  chosen: readonly number[],
  isOut: Uint8Array,
  left: number,
): number[] | 'met' {
  let best: { cut: Cut; deficit: number } | undefined;
  let fewest = Infinity;
  for (const cut of cuts) {
    let deficit = cut.demand;
    for (const index of chosen) deficit -= cut.contribution[index] ?? 0;
    if (deficit <= 0) continue;
    const count = countAble(cut, deficit, fewest);
    if (count === 0) return [];
    if (count >= fewest) continue;
    fewest = count;
    best = { cut, deficit };
  }
  return best === undefined ? 'met' : ableOf(best.cut, best.deficit);

  /** How many could be the one that gives at least its share of the deficit; 0 when even the largest don't reach it. */
  function countAble({ providers, contribution }: Cut, deficit: number, enough: number): number {
    let count = 0;
    let reach = 0;
    let seen = 0;
    for (let at = 0; at < providers.length; at += 1) {
      const index = providers[at] ?? 0;
      if (isOut[index] === 1) continue;
      const units = contribution[index] ?? 0;
      if (seen < left) reach += units;
      seen += 1;
      if (units * left >= deficit) count += 1;
      else if (seen >= left) break;
      if (count >= enough && seen >= left) break;
    }
    return reach < deficit ? 0 : count;
  }

  function ableOf({ providers, contribution }: Cut, deficit: number): number[] {
    const able: number[] = [];
    for (let at = 0; at < providers.length; at += 1) {
      const index = providers[at] ?? 0;
      if ((contribution[index] ?? 0) * left < deficit) break;
      if (isOut[index] === 0) able.push(index);
    }
    return able;
  }
}
