import { kinOf } from './kin.ts';
import { dotOf, LATENT } from './latentRows.ts';
import { packLists } from './lists.ts';
import type { Lists } from './lists.ts';
import { mostLike } from './mostLike.ts';
import { createSparseSum } from './sparseSum.ts';
import type { WorkHistory } from './workHistory.ts';

const MOST_SIMILAR = 20;
const MOST_OF_A_TRADE = 30;
/** So that a faint likeness to one other co-op does not carry all of its votes over. */
const RESERVE = 0.05;
const TRADE_RESERVE = 0.5;

/** Who stands for whom: by receiving co-op, the co-ops that it hears, each with its share. */
export interface CoopGraph {
  similar: Lists;
  partners: Lists;
  /** Co-ops of the same trade. */
  trade: Lists;
  /** The 100 that are nearest along all of these, up to three steps away, nearest first. */
  kin: Lists;
}

/** Co-ops with similar works, co-ops of the same panels, and co-ops of the same trade. */
export function createCoopGraph(history: WorkHistory, near: Lists, trades: Float32Array): CoopGraph {
  const similar = similarCoops(history, near);
  const partners = coWinners(history);
  const trade = sameTrade(trades);
  return { similar, partners, trade, kin: kinOf([similar, partners, trade], history.coops.length) };
}

/** Each co-op hears the 20 whose works are nearest to its own. */
function similarCoops({ coops, winnersOf, worksOf }: WorkHistory, near: Lists): Lists {
  const sum = createSparseSum(coops.length);
  const rows = coops.map((_, coop) => {
    for (let own = worksOf.starts[coop] ?? 0; own < (worksOf.starts[coop + 1] ?? 0); own += 1) {
      const work = worksOf.entries[own] ?? 0;
      for (let at = near.starts[work] ?? 0; at < (near.starts[work + 1] ?? 0); at += 1) {
        sum.add(winnersOf, near.entries[at] ?? 0, (near.values[at] ?? 0) * (worksOf.values[own] ?? 0));
      }
    }
    const found: [number, number][] = [];
    sum.drain((other, value) => {
      if (other !== coop)
        found.push([other, value / Math.sqrt(count(worksOf, coop) * count(worksOf, other))]);
    });
    return sharesOf(most(found, MOST_SIMILAR), 2, RESERVE);
  });
  return packLists(rows);
}

/** Each co-op hears those that won panels with it; a panel counts 1 for each member, split among the others. */
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
  return packLists(sums.map((row) => sharesOf([...row], 1, 1)));
}

/** Each co-op hears the 30 whose works, taken together, are about the same as its own. */
function sameTrade(trades: Float32Array): Lists {
  const likeness = new Float64Array(trades.length / LATENT);
  return packLists(
    Array.from(likeness, (_, coop) => {
      for (let other = 0; other < likeness.length; other += 1) {
        likeness[other] = dotOf(trades, coop * LATENT, trades, other * LATENT);
      }
      likeness[coop] = 0;
      const found = Array.from(mostLike(likeness, MOST_OF_A_TRADE), (other): [number, number] => [
        other,
        likeness[other] ?? 0,
      ]);
      return sharesOf(found, 3, TRADE_RESERVE);
    }),
  );
}

function most(found: [number, number][], number: number): [number, number][] {
  return found.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, number);
}

function sharesOf(found: readonly [number, number][], power: number, reserve: number): [number, number][] {
  const total = found.reduce((sum, [, value]) => sum + value ** power, reserve);
  return found.map(([other, value]) => [other, value ** power / total]);
}

function count({ starts }: Lists, list: number): number {
  return (starts[list + 1] ?? 0) - (starts[list] ?? 0);
}
