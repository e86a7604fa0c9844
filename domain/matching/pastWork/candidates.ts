import type { SignalName, Signals } from './signals.ts';

/** How many are worth the model's look: beyond them it hardly ever finds a winner. */
const MOST = 250;
const SHARES: readonly (readonly [SignalName, number])[] = [
  ['kernel', 1],
  ['neighbours', 0.7],
  ['best', 0.5],
  ['profile', 0.5],
  ['similarCoops', 0.7],
  ['coWinners', 0.5],
  ['clientLately', 0.2],
];

/** A first order of everybody by a plain mix of signals, each as the root of its share of the highest. */
export function firstOrder(signals: Signals): Uint32Array {
  const first = SHARES[0]?.[0] ?? 'kernel';
  const scores = new Float64Array(signals[first].length);
  for (const [name, weight] of SHARES) {
    const signal = signals[name];
    const most = signal.reduce((high, value) => Math.max(high, value), 0);
    if (most === 0) continue;
    for (let coop = 0; coop < signal.length; coop += 1) {
      const value = signal[coop] ?? 0;
      if (value > 0) scores[coop] = (scores[coop] ?? 0) + weight * Math.sqrt(value / most);
    }
  }
  return inOrder(scores);
}

/** Most have no score and stay in the order of their numbers, so only the others are sorted. */
function inOrder(scores: Float64Array): Uint32Array {
  const scored: number[] = [];
  const others: number[] = [];
  for (let coop = 0; coop < scores.length; coop += 1) ((scores[coop] ?? 0) > 0 ? scored : others).push(coop);
  scored.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return Uint32Array.from([...scored, ...others]);
}

/** Numbers of the co-ops that the model weighs, in their first order. */
export function candidatesIn(order: Uint32Array): Uint32Array {
  return order.subarray(0, MOST);
}
