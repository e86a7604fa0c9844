import { DEFAULT_LAMBDA, DEFAULT_LEARNING } from '@cobid/domain/network/schema.ts';
import type { LearningMode, NetworkEvent } from '@cobid/domain/network/schema.ts';
import type { LearntPastWork } from '@cobid/domain/matching/worthAsking/pastWorkModel.ts';
import { publishedWeights } from '@cobid/domain/matching/weights.ts';
import type { Weights } from '@cobid/domain/matching/weights.ts';
import { realClock } from '../../clock.ts';
import { collection } from '../collection.ts';
import { exists, upTo } from '../filter.ts';
import { list, mark, moment, number, perhapsWhole, text, textList, time, whole } from '../types.ts';

/**
 * A network of co-ops and the rules it matches by. For now an installation has one, the main network, and all its
 * co-ops belong to it.
 */
export interface NetworkRecord {
  id: string;
  slug: string;
  name: string;
  /** True on the one that every co-op belongs to; absent otherwise. */
  isMain?: true;
  /** How much it counts to have been shown less than others, 0 to 2. */
  lambda: number;
  weights: Weights;
  /** People who run it. */
  coordinatorIds: string[];
  /** What is done with learnt weights; absent as long as nobody has chosen. */
  learning?: LearningMode;
  /** When to learn again; absent where it never happened. */
  learnsAt?: Date;
  /** What past awards taught of past work; absent where it never looked or does not learn. */
  pastWork?: LearntPastWork & { learntAt: Date };
  /** When to learn from past awards again; absent where it never happened. */
  learnsPastWorkAt?: Date;
  version: number;
  createdAt: Date;
  /** All changes in order; nothing is ever taken out. */
  events: NetworkEvent[];
}

export const networks = collection<NetworkRecord>(
  'networks',
  {
    slug: text,
    name: text,
    isMain: mark,
    lambda: number,
    weights: whole,
    coordinatorIds: textList,
    learning: { type: String },
    learnsAt: time,
    pastWork: perhapsWhole,
    learnsPastWorkAt: time,
    version: number,
    createdAt: moment,
    events: list,
  },
  [
    { keys: { slug: 1 }, unique: true },
    { keys: { isMain: 1 }, unique: true, partial: { isMain: true } },
    { keys: { coordinatorIds: 1 } },
    { keys: { learnsAt: 1 } },
    { keys: { learnsPastWorkAt: 1 } },
  ],
);

/** The main network as it is before anybody has changed anything. */
export function newMainNetwork(now: Date): Omit<NetworkRecord, 'id'> {
  return {
    slug: 'main',
    name: 'Our network',
    isMain: true,
    lambda: DEFAULT_LAMBDA,
    weights: publishedWeights,
    coordinatorIds: [],
    version: 1,
    createdAt: now,
    events: [],
  };
}

/**
 * The network that every co-op belongs to, with λ, weights and coordinators. Whoever asks first makes it; a migration
 * does, so that it is as old as the installation.
 */
export async function mainNetwork(): Promise<NetworkRecord> {
  const known = await networks.findOne({ isMain: true });
  if (known !== null) return known;
  return (await networks.insertIfNew(newMainNetwork(realClock()))) ?? mainNetwork();
}

/** Whether somebody runs any network. */
export async function isCoordinator(personId: string): Promise<boolean> {
  return (await networks.count({ coordinatorIds: personId })) > 0;
}

/** What the network does with weights that were learnt. */
export function learningOf({ learning }: Pick<NetworkRecord, 'learning'>): LearningMode {
  return learning ?? DEFAULT_LEARNING;
}

/** Networks whose time to learn has come. */
export function networksToLearn(now: Date, limit: number): Promise<NetworkRecord[]> {
  return networks.find({ either: [{ learnsAt: exists(false) }, { learnsAt: upTo(now) }] }, { limit });
}

/** Networks whose time to learn from past awards has come. */
export function networksToLearnPastWork(now: Date, limit: number): Promise<NetworkRecord[]> {
  return networks.find(
    { either: [{ learnsPastWorkAt: exists(false) }, { learnsPastWorkAt: upTo(now) }] },
    { limit },
  );
}
