import type { WorkVector } from './workIndex.ts';

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
  'topicForClient',
  'wording',
  'spelling',
  'similarCoops',
  'coWinners',
  'partnersOfNear',
  'sameTrade',
  'kin',
  'nameInText',
  'nameByVotes',
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
    topicForClient: room(),
    wording: room(),
    spelling: room(),
    similarCoops: room(),
    coWinners: room(),
    partnersOfNear: room(),
    sameTrade: room(),
    kin: room(),
    nameInText: room(),
    nameByVotes: room(),
  };
}

/** One tender as the past sees it. */
export interface Question {
  text: string;
  vector: WorkVector;
  clientName: string;
  /** Number of its client, or -1 for one without past works. */
  client: number;
  /** By work. */
  likeness: Float64Array;
  /** Works that are most like it, best first. */
  nearest: Uint32Array;
}

/** Writes some of the signals for a question; those that it builds on are there already. */
export type SignalSource = (question: Question, signals: Signals) => void;
