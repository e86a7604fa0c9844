import { clientSignals } from './clientSignals.ts';
import { createCoopGraph } from './coopGraph.ts';
import { createLatentSpace } from './latentSpace.ts';
import { mostLike } from './mostLike.ts';
import { nameSignals } from './nameSignals.ts';
import { nearWorks } from './kernelVotes.ts';
import type { PastWork, WantedWork } from './pastWork.ts';
import { createSignals } from './signals.ts';
import type { Signals } from './signals.ts';
import { spreadSignals } from './spreadSignals.ts';
import { topicSignals } from './topicSignals.ts';
import { wordingSignals } from './wordingSignals.ts';
import { createWorkHistory } from './workHistory.ts';
import { createWorkIndex } from './workIndex.ts';
import { createWorkLikeness } from './workLikeness.ts';
import { workSignals } from './workSignals.ts';

const NEAREST = 300;

/** Past works, and what they say of their co-ops for a tender; an answer is valid until the next question. */
export interface PastWorkSignals {
  /** Ids of the co-ops, by number. */
  coops: readonly string[];
  /** By number, oldest first, and how like what was asked last each of them is by its words, 0 to 1. */
  works: readonly PastWork[];
  likeness: Float64Array;
  ask(wanted: WantedWork): Signals;
}

/** Reads past works; `nameOf` gives the name of a co-op, or an empty text where names should not count. */
export function createPastWorkSignals(
  works: readonly PastWork[],
  nameOf: (coopId: string) => string,
): PastWorkSignals {
  const history = createWorkHistory(works);
  const { coops, clients, winnersOf, clientNumber } = history;
  const index = createWorkIndex(
    history.works.map(({ text }) => text),
    winnersOf,
    coops.length,
  );
  const space = createLatentSpace(history, index);
  const likeness = createWorkLikeness(index, space);
  const near = nearWorks(likeness, clients);
  const graph = createCoopGraph(history, near, space.trades);
  const sources = [
    workSignals(history, index, near),
    clientSignals(history),
    spreadSignals(graph),
    topicSignals(history),
    wordingSignals(history, graph.kin, index.tables),
    nameSignals(history, nameOf),
  ];
  const signals = createSignals(coops.length);

  return {
    coops,
    works: history.works,
    likeness: likeness.last.words,
    ask({ text, client }) {
      for (const signal of Object.values(signals)) signal.fill(0);
      const number = clientNumber(client) ?? -1;
      const vector = index.vectorOf(text);
      const { words, topics, both } = likeness.to(vector, space.placeOf(vector, number));
      const question = {
        text,
        clientName: client,
        client: number,
        words,
        topics,
        likeness: both,
        nearest: mostLike(both, NEAREST),
      };
      for (const source of sources) source(question, signals);
      return signals;
    },
  };
}
