import type { CoopGraph } from './coopGraph.ts';
import type { Lists } from './lists.ts';
import type { SignalSource } from './signals.ts';

const LEAST_VOTE = 1e-4;

/** Votes carried on: to co-ops that did similar works, to partners of panels, and to co-ops of the same trade. */
export function spreadSignals({ similar, partners, trade }: CoopGraph): SignalSource {
  return (_, { kernel, neighbours, similarCoops, coWinners, partnersOfNear, sameTrade }) => {
    carry(kernel, similar, similarCoops);
    carry(kernel, partners, coWinners);
    const most = neighbours.reduce((high, value) => Math.max(high, value), 1e-6);
    carry(
      neighbours.map((value) => value / most),
      partners,
      partnersOfNear,
    );
    carry(kernel, trade, sameTrade);
  };
}

function carry(votes: Float64Array, { starts, entries, values }: Lists, sums: Float64Array): void {
  const heard = votes.map((vote) => (vote > LEAST_VOTE ? vote : 0));
  for (let coop = 0; coop < sums.length; coop += 1) {
    let sum = 0;
    for (let at = starts[coop] ?? 0; at < (starts[coop + 1] ?? 0); at += 1) {
      sum += (heard[entries[at] ?? 0] ?? 0) * (values[at] ?? 0);
    }
    sums[coop] = sum;
  }
}
