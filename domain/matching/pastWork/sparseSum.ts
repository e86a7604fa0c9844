import type { Lists } from './lists.ts';

/** A sum of sparse lists that is read out once and is then empty again. */
export interface SparseSum {
  add(lists: Lists, list: number, weight: number): void;
  /** Reads each entry with its sum, in the order in which they came. */
  drain(read: (entry: number, value: number) => void): void;
}

export function createSparseSum(size: number): SparseSum {
  const sums = new Float64Array(size);
  const met: number[] = [];
  return {
    add({ starts, entries, values }: Lists, list: number, weight: number): void {
      const end = starts[list + 1] ?? 0;
      for (let at = starts[list] ?? 0; at < end; at += 1) {
        const entry = entries[at] ?? 0;
        if (sums[entry] === 0) met.push(entry);
        sums[entry] = (sums[entry] ?? 0) + weight * (values[at] ?? 0);
      }
    },
    drain(read: (entry: number, value: number) => void): void {
      for (const entry of met) {
        read(entry, sums[entry] ?? 0);
        sums[entry] = 0;
      }
      met.length = 0;
    },
  };
}
