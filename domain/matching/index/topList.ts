/** A co-op at its place in a ranking. */
export interface Ranked {
  coopId: string;
  score: number;
}

/** The order of every ranking: highest score, then id. */
export function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || (a.coopId < b.coopId ? -1 : 1);
}

/** Keeps the best `k` of what it is offered. */
export interface TopList {
  /** Takes one in if it belongs to the best, and returns the score that a further one must have to matter. */
  offer(coopId: string, score: number): number;
  sorted(): Ranked[];
}

/** A heap whose root is the last of the best. */
export function createTopList(k: number): TopList {
  const heap: Ranked[] = [];

  function isAfter(a: number, b: number): boolean {
    const [first, second] = [heap[a], heap[b]];
    return first !== undefined && second !== undefined && byScore(first, second) > 0;
  }

  function swap(a: number, b: number): void {
    const [first, second] = [heap[a], heap[b]];
    if (first === undefined || second === undefined) return;
    heap[a] = second;
    heap[b] = first;
  }

  function rise(): void {
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isAfter(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function sink(): void {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = isAfter(right, left) ? right : left;
      if (!isAfter(child, at)) return;
      swap(at, child);
      at = child;
    }
  }

  return {
    offer(coopId, score) {
      const last = heap[0];
      if (heap.length < k) {
        heap.push({ coopId, score });
        rise();
      } else if (last !== undefined && byScore(last, { coopId, score }) > 0) {
        heap[0] = { coopId, score };
        sink();
      }
      return heap.length < k ? -Infinity : (heap[0]?.score ?? Infinity);
    },
    sorted: () => heap.toSorted(byScore),
  };
}
