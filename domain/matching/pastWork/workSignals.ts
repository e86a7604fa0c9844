import { createKernelVotes, nearness } from './kernelVotes.ts';
import type { Lists } from './lists.ts';
import type { SignalSource } from './signals.ts';
import type { WorkHistory } from './workHistory.ts';
import type { WorkIndex } from './workIndex.ts';

/** What single past works say: votes of the near ones, and each co-op's own most similar works. */
export function workSignals(
  { clients, winnersOf, worksOf }: WorkHistory,
  index: WorkIndex,
  near: Lists,
): SignalSource {
  const votesFor = createKernelVotes(near);
  const lengths = profileLengths(worksOf, index);
  const { starts, entries, values } = winnersOf;

  function vote(work: number, value: number, sums: Float64Array): void {
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
      const coop = entries[at] ?? 0;
      sums[coop] = (sums[coop] ?? 0) + value * (values[at] ?? 0);
    }
  }

  return (
    { client, likeness, words, nearest },
    { kernel, neighbours, best, second, profile, clientLikeness },
  ) => {
    const { works, votes } = votesFor(likeness.map((each, work) => nearness(each, clients[work] === client)));
    works.forEach((work, at) => vote(work, votes[at] ?? 0, kernel));
    for (const work of nearest) vote(work, (likeness[work] ?? 0) ** 3, neighbours);
    for (let work = 0; work < likeness.length; work += 1) {
      const like = likeness[work] ?? 0;
      if (like === 0) continue;
      if (clients[work] === client) vote(work, like * like, clientLikeness);
      for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
        const coop = entries[at] ?? 0;
        profile[coop] = (profile[coop] ?? 0) + (words[work] ?? 0);
        if (like > (best[coop] ?? 0)) {
          second[coop] = best[coop] ?? 0;
          best[coop] = like;
        } else if (like > (second[coop] ?? 0)) second[coop] = like;
      }
    }
    for (let coop = 0; coop < profile.length; coop += 1)
      profile[coop] = (profile[coop] ?? 0) / (lengths[coop] ?? 1);
  };
}

/** Length of the sum of a co-op's vectors: divided by it, the sum of likenesses is the cosine of the whole profile. */
function profileLengths(worksOf: Lists, index: WorkIndex): Float64Array {
  return Float64Array.from({ length: worksOf.starts.length - 1 }, (_, coop) => {
    const sums = new Map<number, number>();
    for (const work of worksOf.entries.subarray(worksOf.starts[coop], worksOf.starts[coop + 1])) {
      const { tokens, values } = index.vectorOfWork(work);
      tokens.forEach((token, at) => sums.set(token, (sums.get(token) ?? 0) + (values[at] ?? 0)));
    }
    let squares = 0;
    for (const sum of sums.values()) squares += sum * sum;
    return Math.sqrt(squares) || 1;
  });
}
