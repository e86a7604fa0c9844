import { packLists } from './lists.ts';
import type { Lists } from './lists.ts';
import { createSparseSum } from './sparseSum.ts';

/** What each further step counts. */
const [SECOND, THIRD] = [0.7, 0.49];
const [MOST_DIRECT, MOST_BETWEEN, MOST] = [40, 150, 100];

/**
 * Walks up to three steps along the mean of some graphs, by receiving co-op: the 100 co-ops that it reaches most, best
 * first, with how much. Each step keeps only the strongest, as the rest adds next to nothing.
 */
export function kinOf(graphs: readonly Lists[], coops: number): Lists {
  const sum = createSparseSum(coops);
  const rows = (most: number, fill: (coop: number) => void): Lists =>
    packLists(
      Array.from({ length: coops }, (_, coop) => {
        fill(coop);
        const found: [number, number][] = [];
        sum.drain((other, value) => {
          if (other !== coop) found.push([other, value]);
        });
        return found.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
      }),
    );
  const through = (first: Lists, then: Lists, coop: number, weight: number): void => {
    for (let at = first.starts[coop] ?? 0; at < (first.starts[coop + 1] ?? 0); at += 1) {
      sum.add(then, first.entries[at] ?? 0, weight * (first.values[at] ?? 0));
    }
  };
  const direct = rows(MOST_DIRECT, (coop) => {
    for (const graph of graphs) sum.add(graph, coop, 1 / graphs.length);
  });
  const between = rows(MOST_BETWEEN, (coop) => through(direct, direct, coop, 1));
  return rows(MOST, (coop) => {
    sum.add(direct, coop, 1);
    through(direct, direct, coop, SECOND);
    through(between, direct, coop, THIRD);
  });
}
