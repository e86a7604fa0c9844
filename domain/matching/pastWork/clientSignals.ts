import type { SignalSource } from './signals.ts';
import type { WorkHistory } from './workHistory.ts';

const YEAR = 365;

/** What the client's past says: who won from it, how lately, and who won from clients that buy from the same co-ops. */
export function clientSignals(history: WorkHistory): SignalSource {
  const { works, winnersOf, clients, clientCount, coops, today } = history;
  const empty = () => Array.from({ length: clientCount }, () => new Map<number, number>());
  const [wins, lately, shares] = [empty(), empty(), empty()];
  const alone = new Float64Array(coops.length);
  const all = new Float64Array(coops.length);
  const idle = new Float64Array(coops.length);
  works.forEach(({ day }, work) => {
    const client = clients[work] ?? 0;
    for (let at = winnersOf.starts[work] ?? 0; at < (winnersOf.starts[work + 1] ?? 0); at += 1) {
      const coop = winnersOf.entries[at] ?? 0;
      const share = winnersOf.values[at] ?? 0;
      add(wins[client], coop, 1);
      add(lately[client], coop, Math.exp((day - today) / YEAR));
      add(shares[client], coop, share);
      idle[coop] = (today - day) / YEAR;
      alone[coop] = (alone[coop] ?? 0) + share * share;
      all[coop] = (all[coop] ?? 0) + 1;
    }
  });
  const aloneShare = alone.map((sum, coop) => sum / (all[coop] ?? 1));
  const fromSimilar = similarClients(shares, coops.length);

  return ({ client }, signals) => {
    signals.idleYears.set(idle);
    signals.alone.set(aloneShare);
    for (const [coop, count] of wins[client] ?? []) signals.clientWins[coop] = count;
    for (const [coop, sum] of lately[client] ?? []) signals.clientLately[coop] = sum;
    const similar = fromSimilar[client];
    if (similar !== undefined) signals.similarClients.set(similar);
  };
}

function add(sums: Map<number, number> | undefined, coop: number, value: number): void {
  sums?.set(coop, (sums.get(coop) ?? 0) + value);
}

/** By client and co-op: its shares with other clients, each weighed by the cosine of the roots of their shares. */
function similarClients(shares: readonly Map<number, number>[], coops: number): Float64Array[] {
  const lengths = shares.map((each) => Math.sqrt([...each.values()].reduce((sum, share) => sum + share, 0)));
  return shares.map((own, client) => {
    const sums = new Float64Array(coops);
    shares.forEach((other, at) => {
      if (at === client) return;
      let shared = 0;
      for (const [coop, share] of own) shared += Math.sqrt(share * (other.get(coop) ?? 0));
      const likeness = shared / ((lengths[client] ?? 1) * (lengths[at] ?? 1));
      if (likeness > 0) for (const [coop, share] of other) sums[coop] = (sums[coop] ?? 0) + likeness * share;
    });
    return sums;
  });
}
