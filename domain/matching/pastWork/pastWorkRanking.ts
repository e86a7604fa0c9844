import { createKernelVotes, nearWorks, nearness } from './kernelVotes.ts';
import type { PastWork, WantedWork } from './pastWork.ts';
import { createWorkHistory } from './workHistory.ts';
import { createWorkIndex } from './workIndex.ts';

/** A co-op and what its past works say of how well it would do the wanted work; only the order has a meaning. */
export interface RankedCoop {
  coopId: string;
  score: number;
}

/** Ranks everybody who has past works, best first; equal scores by who won first. */
export function createPastWorkRanking(works: readonly PastWork[]): (wanted: WantedWork) => RankedCoop[] {
  const history = createWorkHistory(works);
  const { clients, coops, winnersOf } = history;
  const index = createWorkIndex(
    history.works.map(({ text }) => text),
    winnersOf,
    coops.length,
  );
  const votesFor = createKernelVotes(nearWorks(index, clients));
  const likeness = new Float64Array(clients.length);

  return ({ text, client }) => {
    index.likenessTo(index.vectorOf(text), likeness);
    const wantedBy = history.clientNumber(client);
    const { works: near, votes } = votesFor(
      likeness.map((each, work) => nearness(each, clients[work] === wantedBy)),
    );
    const scores = new Float64Array(coops.length);
    near.forEach((work, at) => {
      for (let each = winnersOf.starts[work] ?? 0; each < (winnersOf.starts[work + 1] ?? 0); each += 1) {
        const coop = winnersOf.entries[each] ?? 0;
        scores[coop] = (scores[coop] ?? 0) + (votes[at] ?? 0) * (winnersOf.values[each] ?? 0);
      }
    });
    return coops
      .map((coopId, coop) => ({ coopId, score: scores[coop] ?? 0 }))
      .toSorted((a, b) => b.score - a.score);
  };
}
