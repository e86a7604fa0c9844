import type { SignalSource } from './signals.ts';
import type { WorkHistory } from './workHistory.ts';

/** Past works that are about the same, whatever their words: each co-op's nearest one, and all for the same client. */
export function topicSignals({ clients, winnersOf }: WorkHistory): SignalSource {
  const { starts, entries, values } = winnersOf;
  return ({ topics, client }, { topic, topicForClient }) => {
    topics.forEach((like, work) => {
      const forClient = clients[work] === client;
      for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
        const coop = entries[at] ?? 0;
        if (like > (topic[coop] ?? 0)) topic[coop] = like;
        if (forClient) topicForClient[coop] = (topicForClient[coop] ?? 0) + like ** 4 * (values[at] ?? 0);
      }
    });
  };
}
