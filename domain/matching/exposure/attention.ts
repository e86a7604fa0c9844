/**
 * How much of a reader's attention the place with this number (from 1) gets: 1 for the first, falling as
 * 1 / log2(1 + rank), the usual discount of ranked lists.
 */
export function attention(rank: number): number {
  return 1 / Math.log2(1 + rank);
}
