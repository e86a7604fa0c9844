import { createInterner } from '../index/interner.ts';
import { packLists, turnLists } from './lists.ts';
import type { Lists } from './lists.ts';
import type { PastWork } from './pastWork.ts';

/** Past works by number, oldest first, with their winners and clients by number. */
export interface WorkHistory {
  works: readonly PastWork[];
  /** Ids of the co-ops, by number. */
  coops: readonly string[];
  /** By work: the co-ops that won it; each value is 1 / √ of how many they are. */
  winnersOf: Lists;
  /** By co-op: the works that it won, oldest first. */
  worksOf: Lists;
  clients: Uint32Array;
  clientCount: number;
  /** The number of a client, or undefined for one without past works. */
  clientNumber(client: string): number | undefined;
  /** Day of the last work. */
  today: number;
}

/** Orders and numbers past works; the same works in any order give the same history. */
export function createWorkHistory(given: readonly PastWork[]): WorkHistory {
  const works = given.toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const coops = createInterner();
  const clients = createInterner();
  const winnersOf = packLists(
    works.map((work) => {
      const winners = [...new Set(work.coops)];
      return winners.map((coop): [number, number] => [coops.numberOf(coop), 1 / Math.sqrt(winners.length)]);
    }),
  );
  const clientOf = Uint32Array.from(works, ({ client }) => clients.numberOf(client));
  const ids: string[] = [];
  for (const work of works) for (const coop of work.coops) ids[coops.numberOf(coop)] = coop;
  return {
    works,
    coops: ids,
    winnersOf,
    worksOf: turnLists(winnersOf, coops.size()),
    clients: clientOf,
    clientCount: clients.size(),
    clientNumber: (client) => clients.known(client),
    today: works.at(-1)?.day ?? 0,
  };
}
