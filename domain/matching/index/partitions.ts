import { byScore } from './topList.ts';
import type { Ranked } from './topList.ts';

/** The part, 0 to `count` - 1, that a co-op belongs to: by a hash of its id (FNV-1a), the same for everybody. */
export function partitionOf(coopId: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < coopId.length; at += 1) {
    hash = Math.imul(hash ^ coopId.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % count;
}

/** The best `k` of all from the best `k` of each part. */
export function mergeTop(parts: readonly (readonly Ranked[])[], k: number): Ranked[] {
  return parts.flat().toSorted(byScore).slice(0, k);
}
