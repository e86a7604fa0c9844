import type { CoverProblem } from './coverProblem.ts';
import type { Cut } from './cut.ts';
import { maxFlow } from './maxFlow.ts';
import type { Keeper } from './smallestCovers.ts';

const MOST_SWEEPS = 20;
/** Co-ops that are tried in the place of one member. */
const MOST_NEIGHBOURS = 5;

/**
 * Better consortia of the same size near a given one: one member after another is exchanged for a co-op with a higher
 * fit, as long as the others can still do all the work with it. Each one found is offered, and in the end the
 * neighbours of all that are kept, until these stay the same: none needs to be best, but the more is known early, the
 * less has to be searched.
 */
export function swapMembers(
  { coops, demands, include }: CoverProblem,
  cuts: readonly Cut[],
  set: readonly number[],
  { offer, leastFit, sets }: Keeper,
): void {
  const byFit = [...coops.keys()].sort((a, b) => fitOf(b) - fitOf(a) || a - b);
  let members = [...set];
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const better = bestSwap();
    if (better === undefined) break;
    members = better;
    offer(members);
  }
  const seen = new Set<string>();
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const fresh = sets().filter((kept) => !seen.has(kept.join(' ')));
    if (fresh.length === 0) return;
    for (const kept of fresh) {
      seen.add(kept.join(' '));
      offerNeighbours(kept);
    }
  }

  function offerNeighbours(kept: readonly number[]): void {
    for (const out of kept) {
      if (include.includes(out)) continue;
      const { rest, open } = without(kept, out);
      const fit = rest.reduce((sum, index) => sum + fitOf(index), 0);
      let tried = 0;
      for (const index of byFit) {
        if (tried === MOST_NEIGHBOURS || fit + fitOf(index) < leastFit()) break;
        if (kept.includes(index) || !meets(index, open)) continue;
        tried += 1;
        if (canDoAll([...rest, index])) offer([...rest, index]);
      }
    }
  }

  function without(from: readonly number[], out: number): { rest: number[]; open: number[] } {
    const rest = from.filter((index) => index !== out);
    const open = cuts.map(({ demand, contribution }) =>
      rest.reduce((left, index) => left - (contribution[index] ?? 0), demand),
    );
    return { rest, open };
  }

  function fitOf(index: number): number {
    return coops[index]?.fit ?? 0;
  }

  function bestSwap(): number[] | undefined {
    let best: { gain: number; members: number[] } | undefined;
    for (const out of members) {
      if (include.includes(out)) continue;
      const { rest, open } = without(members, out);
      for (const index of byFit) {
        const gain = fitOf(index) - fitOf(out);
        if (gain <= (best?.gain ?? 0)) break;
        if (members.includes(index) || !meets(index, open)) continue;
        if (!canDoAll([...rest, index])) continue;
        best = { gain, members: [...rest, index] };
        break;
      }
    }
    return best?.members;
  }

  function meets(index: number, open: readonly number[]): boolean {
    return cuts.every(({ contribution }, at) => (contribution[index] ?? 0) >= (open[at] ?? 0));
  }

  function canDoAll(indexes: readonly number[]): boolean {
    return (
      maxFlow(
        demands,
        indexes.flatMap((index) => coops[index] ?? []),
      ).short.length === 0
    );
  }
}
