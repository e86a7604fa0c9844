import type { CoverProblem } from './coverProblem.ts';
import { maxFlow } from './maxFlow.ts';

/**
 * A set of co-ops that can do all the work, found quickly and not always smallest: whoever does most of what is left
 * comes next, and members that turn out not to be needed go. For searches that ran out of time.
 */
export function greedyCover(problem: CoverProblem, most: number): number[] | undefined {
  const { coops, include } = problem;
  const chosen = [...include];
  let unmet = unmetBy(problem, chosen);
  while (unmet > 0 && chosen.length < most) {
    const tried = [...coops.keys()]
      .filter((index) => !chosen.includes(index))
      .map((index) => ({ index, unmet: unmetBy(problem, [...chosen, index]), fit: coops[index]?.fit ?? 0 }));
    const best = tried.toSorted((a, b) => a.unmet - b.unmet || b.fit - a.fit || a.index - b.index)[0];
    if (best === undefined || best.unmet === unmet) return undefined;
    chosen.push(best.index);
    unmet = best.unmet;
  }
  return unmet > 0 ? undefined : withoutSpare(problem, chosen);
}

function withoutSpare(problem: CoverProblem, chosen: readonly number[]): number[] {
  const needed = chosen.reduce((set, index) => {
    const without = set.filter((other) => other !== index);
    return !problem.include.includes(index) && unmetBy(problem, without) === 0 ? without : set;
  }, chosen);
  return needed.toSorted((a, b) => a - b);
}

function unmetBy(problem: CoverProblem, chosen: readonly number[]): number {
  const members = chosen.flatMap((index) => problem.coops[index] ?? []);
  return maxFlow(problem.demands, members).unmet.reduce((sum, units) => sum + units, 0);
}
