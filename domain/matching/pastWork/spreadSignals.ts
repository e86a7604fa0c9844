import { packLists, turnLists } from './lists.ts';
import type { Lists } from './lists.ts';
import type { SignalSource } from './signals.ts';
import type { WorkHistory } from './workHistory.ts';

const MOST_SIMILAR = 20;
/** So that a faint likeness to one other co-op does not carry all of its votes over. */
const RESERVE = 0.05;
const LEAST_VOTE = 1e-4;

/** Votes carried on: to co-ops that did similar works, and to those that were on a panel together. */
export function spreadSignals(history: WorkHistory, near: Lists): SignalSource {
  const similar = similarCoops(history, near);
  const partners = coWinners(history);
  return (_, { kernel, similarCoops: toSimilar, coWinners: toPartners, coWinnersOfThose }) => {
    carry(kernel, similar, toSimilar);
    carry(kernel, partners, toPartners);
    carry(toPartners, partners, coWinnersOfThose);
  };
}

function carry(votes: Float64Array, to: Lists, sums: Float64Array): void {
  for (let coop = 0; coop < votes.length; coop += 1) {
    const vote = votes[coop] ?? 0;
    if (vote <= LEAST_VOTE) continue;
    for (let at = to.starts[coop] ?? 0; at < (to.starts[coop + 1] ?? 0); at += 1) {
      const other = to.entries[at] ?? 0;
      sums[other] = (sums[other] ?? 0) + vote * (to.values[at] ?? 0);
    }
  }
}

/** By giver, who receives which share of its votes: each receiver hears the 20 co-ops with the nearest works. */
function similarCoops({ coops, winnersOf, worksOf }: WorkHistory, near: Lists): Lists {
  const sums = new Float64Array(coops.length);
  const rows = coops.map((_, coop) => {
    const met: number[] = [];
    for (let own = worksOf.starts[coop] ?? 0; own < (worksOf.starts[coop + 1] ?? 0); own += 1) {
      const work = worksOf.entries[own] ?? 0;
      for (let at = near.starts[work] ?? 0; at < (near.starts[work + 1] ?? 0); at += 1) {
        const value = (near.values[at] ?? 0) * (worksOf.values[own] ?? 0);
        const other = near.entries[at] ?? 0;
        for (let each = winnersOf.starts[other] ?? 0; each < (winnersOf.starts[other + 1] ?? 0); each += 1) {
          const winner = winnersOf.entries[each] ?? 0;
          if (winner === coop) continue;
          if (sums[winner] === 0) met.push(winner);
          sums[winner] = (sums[winner] ?? 0) + value * (winnersOf.values[each] ?? 0);
        }
      }
    }
    const found = met.map((other): [number, number] => {
      const sum = sums[other] ?? 0;
      sums[other] = 0;
      return [other, sum / Math.sqrt(count(worksOf, coop) * count(worksOf, other))];
    });
    return sharesOf(found.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_SIMILAR));
  });
  return turnLists(packLists(rows), coops.length);
}

function count({ starts }: Lists, list: number): number {
  return (starts[list + 1] ?? 0) - (starts[list] ?? 0);
}

function sharesOf(found: readonly [number, number][]): [number, number][] {
  const total = found.reduce((sum, [, value]) => sum + value * value, RESERVE);
  return found.map(([other, value]) => [other, (value * value) / total]);
}

/** By giver, the co-ops that won panels with it; a panel counts 1 for each member, split among the others. */
function coWinners({ coops, winnersOf, works }: WorkHistory): Lists {
  const sums = coops.map(() => new Map<number, number>());
  works.forEach((_, work) => {
    const winners = winnersOf.entries.subarray(winnersOf.starts[work], winnersOf.starts[work + 1]);
    for (const coop of winners) {
      for (const other of winners) {
        if (coop !== other) sums[coop]?.set(other, (sums[coop].get(other) ?? 0) + 1 / (winners.length - 1));
      }
    }
  });
  const rows = sums.map((row) => {
    const total = [...row.values()].reduce((sum, value) => sum + value, 1);
    return Array.from(row, ([other, value]): [number, number] => [other, value / total]);
  });
  return turnLists(packLists(rows), coops.length);
}
