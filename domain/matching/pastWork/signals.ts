/** What past work says of each co-op for one tender, by the co-op's number; what each means is told in `features`. */
export const signalNames = [
  'kernel',
  'neighbours',
  'best',
  'second',
  'profile',
  'clientLikeness',
  'houseWins',
  'clientLately',
  'alone',
  'topic',
  'topicForClient',
  'wording',
  'spelling',
  'similarCoops',
  'coWinners',
  'partnersOfNear',
  'sameTrade',
  'nameInText',
] as const;
export type SignalName = (typeof signalNames)[number];
export type Signals = Readonly<Record<SignalName, Float64Array>>;

/** Room for the signals of so many co-ops. */
export function createSignals(coops: number): Signals {
  const room = () => new Float64Array(coops);
  return {
    kernel: room(),
    neighbours: room(),
    best: room(),
    second: room(),
    profile: room(),
    clientLikeness: room(),
    houseWins: room(),
    clientLately: room(),
    alone: room(),
    topic: room(),
    topicForClient: room(),
    wording: room(),
    spelling: room(),
    similarCoops: room(),
    coWinners: room(),
    partnersOfNear: room(),
    sameTrade: room(),
    nameInText: room(),
  };
}

/** One tender as the past sees it. */
export interface Question {
  text: string;
  clientName: string;
  /** Number of its client, or -1 for one without past works. */
  client: number;
  /** By work, how like it is by words, by what it is about, and by both. */
  words: Float64Array;
  topics: Float64Array;
  likeness: Float64Array;
  /** Works that are most like it, best first. */
  nearest: Uint32Array;
}

/** Writes some of the signals for a question; those that it builds on are there already. */
export type SignalSource = (question: Question, signals: Signals) => void;
