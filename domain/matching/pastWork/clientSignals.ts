import type { SignalSource } from './signals.ts';
import type { WorkHistory } from './workHistory.ts';

const YEAR = 365;

/** What the client's past says: who won from it lately, who from any office of its house; and who wins alone. */
export function clientSignals(history: WorkHistory): SignalSource {
  const { works, winnersOf, worksOf, clients, clientCount, today } = history;
  const lately = Array.from({ length: clientCount }, () => new Map<number, number>());
  const wins = new Map<string, Map<number, number>>();
  works.forEach(({ day, client }, work) => {
    const house = houseOf(client);
    const ofHouse = wins.get(house) ?? new Map<number, number>();
    wins.set(house, ofHouse);
    for (const coop of winnersOf.entries.subarray(winnersOf.starts[work], winnersOf.starts[work + 1])) {
      add(lately[clients[work] ?? 0], coop, Math.exp((day - today) / YEAR));
      add(ofHouse, coop, 1);
    }
  });
  const alone = history.coops.map((_, coop) => {
    const shares = worksOf.values.subarray(worksOf.starts[coop], worksOf.starts[coop + 1]);
    return shares.reduce((sum, share) => sum + share * share, 0) / shares.length;
  });
  return ({ client, clientName }, signals) => {
    const { clientLately, houseWins } = signals;
    signals.alone.set(alone);
    for (const [coop, sum] of lately[client] ?? []) clientLately[coop] = sum;
    for (const [coop, count] of wins.get(houseOf(clientName)) ?? []) houseWins[coop] = count;
  };
}

/** Offices of one house share the part of their names before a dash: "Ministry of Health - Headquarters". */
function houseOf(client: string): string {
  return (client.split('-')[0] ?? '').trim();
}

function add(sums: Map<number, number> | undefined, coop: number, value: number): void {
  sums?.set(coop, (sums.get(coop) ?? 0) + value);
}
